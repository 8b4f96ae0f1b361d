using System.Net;
using AngleSharp.Html.Parser;

namespace KnowledgeBase.Web.Tests;

/// <summary>Sends forms as a browser does: with the page's token and cookie.</summary>
internal static class Forms
{
    /// <summary>Signs in by the page.</summary>
    /// <returns>The session as a Cookie header.</returns>
    public static async Task<string> SignInAsync(HttpClient client, string key)
    {
        using var response = await PostAsync(client, "/sign-in", "/sign-in", ("key", key), ("back", "/search"));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return Assert.Single(response.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("kb-session=", StringComparison.Ordinal)).Split(';')[0];
    }

    /// <summary>A body of the kind that an address takes, with nothing in it; one of another kind would not reach the endpoint.</summary>
    public static HttpContent EmptyBodyFor(string address) => address switch
    {
        "/api/v1/documents" or "/upload" or "/collections/import" => new MultipartFormDataContent { { new StringContent("x"), "name" } },
        _ when address.StartsWith("/api/", StringComparison.Ordinal) => new StringContent("{}", null, "application/json"),
        _ => new FormUrlEncodedContent([KeyValuePair.Create("name", "x")]),
    };

    /// <summary>Loads a page and posts a form of it.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient client, string page, string action, params (string Name, string Value)[] fields)
    {
        var (cookie, token) = await TokenAsync(client, page);
        var request = new HttpRequestMessage(HttpMethod.Post, action)
        {
            Content = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), new("__RequestVerificationToken", token)]),
        };
        request.Headers.Add("Cookie", cookie);
        return await client.SendAsync(request);
    }

    /// <summary>The token of a page's forms, and the cookie that it must come with.</summary>
    public static async Task<(string Cookie, string Token)> TokenAsync(HttpClient client, string page)
    {
        using var response = await client.GetAsync(page);
        var html = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        return (
            Assert.Single(response.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("kb-form=", StringComparison.Ordinal)).Split(';')[0],
            html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
    }
}
