using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using KnowledgeBase.Store.Access;

namespace KnowledgeBase.Web.Tests.Api;

/// <summary>Files that come again, the same or corrected, through the forms of the pages.</summary>
public sealed class NewVersionTests : IAsyncLifetime
{
    private const string Old = "Mediators should agree early on who leads and who supports the process.";
    private const string New = "Mediators should agree early on who leads and who supports the whole process.";
    private TestSite site = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync() => client = (site = await TestSite.StartEmptyAsync()).Client();

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task A_corrected_file_takes_the_place_of_its_document_from_the_documents_page()
    {
        await UploadAsync("/upload", "report.txt", Old);
        var document = Assert.Single(site.Store.Documents.List());
        var form = (await PageAsync($"/documents/{document.Id}")).QuerySelector("#new-version form")!;
        Assert.Equal("/upload", form.GetAttribute("action"));
        var page = await UploadAsync($"/documents/{document.Id}", "report corrected.txt", New, ("replaces", form.QuerySelector("input[name=replaces]")!.GetAttribute("value")!));
        Assert.NotNull(page.QuerySelector(".state-updated"));
        var changed = Assert.Single(site.Store.Documents.List());
        Assert.Equal((document.Id, 2, "report corrected.txt"), (changed.Id, changed.Version, changed.Source.FileName));

        // Readers have no such form.
        using var reader = site.ClientOf(AccessRole.Reader);
        Assert.DoesNotContain("new-version", await reader.GetStringAsync($"/documents/{document.Id}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Old, "unchanged", "en", "It stays visible to the network: who may see a document that is in already is changed on its page, by an admin.")]
    [InlineData(New, "updated", "fr", "Sa visibilité reste la même (le réseau)")]
    public async Task Whoever_chooses_another_visibility_for_what_is_in_already_hears_that_it_stays(string text, string outcome, string language, string told)
    {
        await UploadAsync("/upload", "report.txt", Old, ("visibility", "network"));
        var document = Assert.Single(site.Store.Documents.List());
        (string, string)[] replaces = text == New ? [("replaces", document.Id.Value)] : [];
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        var page = await UploadAsync("/upload", "again.txt", text, [("visibility", "restricted"), .. replaces]);
        var item = page.QuerySelector(".outcomes li")!;
        Assert.NotNull(item.QuerySelector($".state-{outcome}"));
        Assert.Contains(told, item.TextContent, StringComparison.Ordinal);
        Assert.Equal(Store.Visibility.Network, site.Store.Documents.Info(document.Id)!.Visibility);
        var job = JsonDocument.Parse(await client.GetStringAsync("/api/v1/jobs")).RootElement[0];
        Assert.Equal("network", job.GetProperty("outcomes")[0].GetProperty("kept_visibility").GetString());
    }

    [Theory]
    [InlineData("network")]
    [InlineData(null)]
    public async Task Nothing_is_said_of_visibility_where_it_is_as_chosen_or_none_was(string? chosen)
    {
        await UploadAsync("/upload", "report.txt", Old, ("visibility", chosen is null ? "restricted" : chosen));
        (string, string)[] fields = chosen is null ? [] : [("visibility", chosen)];
        var page = await UploadAsync("/upload", "report.txt", Old, fields);
        Assert.NotNull(page.QuerySelector(".state-unchanged"));
        Assert.DoesNotContain("stays visible", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "the words of this passage have changed since")]
    [InlineData("fr", "les mots de ce passage ont changé depuis")]
    public async Task An_old_link_keeps_its_search_and_says_that_the_words_changed(string language, string told)
    {
        await UploadAsync("/upload", "report.txt", $"{Old}\n\nSomething else stands here, about mediators too.");
        var document = Assert.Single(site.Store.Documents.List());
        var old = site.Store.Passages.Between(document.Id, 0, 0)[0].Passage.Id;
        await UploadAsync("/upload", "report.txt", $"{New}\n\nSomething else stands here, about mediators too.", ("replaces", document.Id.Value));

        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        using var answer = await client.GetAsync($"/passages/{old}?q=mediators+agree&role=paragraph&at=1");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var target = answer.Headers.Location!.OriginalString;
        var now = site.Store.Passages.Find(old)!.Passage.Id;
        Assert.StartsWith($"/passages/{now}?", target, StringComparison.Ordinal);
        var page = await PageAsync(target);
        Assert.Contains(told, page.QuerySelector(".passage .notice")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("q=mediators%20agree&role=paragraph", page.QuerySelector(".hit-nav a")!.GetAttribute("href"), StringComparison.Ordinal);

        // Only a link that is old says so, whatever its address claims.
        Assert.Null((await PageAsync($"/passages/{now}?moved={now}")).QuerySelector(".passage .notice"));
        Assert.Null((await PageAsync($"/passages/{now}?moved=0000000000000000")).QuerySelector(".passage .notice"));
    }

    // Sends the form of a page as a browser does, waits for the job's end and gives its page.
    private async Task<IDocument> UploadAsync(string form, string name, string text, params (string Name, string Value)[] fields)
    {
        var (cookie, token) = await Forms.TokenAsync(client, form);
        using var content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        foreach (var (field, value) in fields)
        {
            content.Add(new StringContent(value), field);
        }

        content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "files", name);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/upload") { Content = content };
        request.Headers.Add("Cookie", cookie);
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var job = answer.Headers.Location!.OriginalString;
        // The stream ends with the job.
        await client.GetStringAsync($"/api/v1{job}/events");
        return await PageAsync(job);
    }

    private async Task<IDocument> PageAsync(string address) => new HtmlParser().ParseDocument(await client.GetStringAsync(address));
}
