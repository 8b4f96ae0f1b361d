using System.Net;
using System.Text.RegularExpressions;
using KnowledgeBase.Store.Access;
using Microsoft.AspNetCore.Routing;

namespace KnowledgeBase.Web.Tests.Access;

/// <summary>Every endpoint as every role. The list of endpoints is the service's own, so that a new one without an expectation fails here.</summary>
[Collection(Samples.Name)]
public sealed partial class EveryEndpointTests(SampleStore samples) : IAsyncLifetime
{
    // Who may call what; everything else is for readers. "Anyone" needs no key although keys are in use.
    private static readonly string[] ForAnyone =
    [
        "GET /api/v1/health", "GET /assets/{name}", "GET /sign-in", "POST /sign-in", "POST /sign-out", "POST /language",
    ];

    private static readonly string[] ForReaders =
    [
        "GET /", "GET /search", "GET /browse", "GET /documents", "GET /documents/{id}", "GET /passages/{id}", "GET /collections",
        "GET /collections/{id:long}", "GET /about", "GET /help",
        "GET /api/v1/search", "GET /api/v1/search/export", "GET /api/v1/documents", "GET /api/v1/documents/{id}", "GET /api/v1/documents/{id}/passages",
        "GET /api/v1/documents/{id}/original", "GET /api/v1/documents/{id}/pages/{page:int:min(1)}.png", "GET /api/v1/documents/{id}/export",
        "GET /api/v1/passages/{id}", "GET /api/v1/passages/{id}/context", "GET /api/v1/passages/{id}/similar",
        "GET /api/v1/collections", "GET /api/v1/collections/{id:long}", "GET /api/v1/collections/{id:long}/export", "POST /api/v1/export",
        "GET /api/v1/version", "GET /api/v1/evaluation", "GET /api/v1/openapi.json",
    ];

    private static readonly string[] ForEditors =
    [
        "GET /review", "GET /upload", "POST /upload", "GET /jobs/{id:long}", "POST /jobs/{id:long}/stop", "POST /passages/{id}/review",
        "POST /reviews/{review:long}/undo", "POST /collections", "POST /collections/add", "POST /collections/import",
        "POST /collections/{id:long}/describe", "POST /collections/{id:long}/arrange", "POST /collections/{id:long}/undo",
        "POST /collections/{id:long}/delete", "POST /collections/{id:long}/restore", "POST /collections/{id:long}/items/{item:long}/move",
        "POST /collections/{id:long}/items/{item:long}/annotate", "POST /collections/{id:long}/items/{item:long}/remove",
        "POST /documents/{id}/describe", "PATCH /api/v1/documents/{id}/front", "GET /api/v1/reviews/queue", "GET /api/v1/reviews/agreement",
        "POST /api/v1/documents", "GET /api/v1/jobs", "GET /api/v1/jobs/{id:long}", "GET /api/v1/jobs/{id:long}/events", "DELETE /api/v1/jobs/{id:long}",
        "GET /api/v1/passages/{id}/reviews", "POST /api/v1/passages/{id}/reviews", "DELETE /api/v1/reviews/{review:long}",
        "POST /api/v1/collections", "PUT /api/v1/collections/{id:long}", "DELETE /api/v1/collections/{id:long}",
        "POST /api/v1/collections/{id:long}/restore", "POST /api/v1/collections/{id:long}/undo", "POST /api/v1/collections/{id:long}/items",
        "PATCH /api/v1/collections/{id:long}/items/{item:long}", "DELETE /api/v1/collections/{id:long}/items/{item:long}",
    ];

    private static readonly string[] ForAdmins =
    [
        "POST /documents/{id}/visibility", "POST /documents/{id}/remove", "PUT /api/v1/documents/{id}/visibility", "DELETE /api/v1/documents/{id}", "GET /api/v1/acts",
    ];

    private TestSite site = null!;

    public async Task InitializeAsync() => site = await TestSite.StartAsync(samples);

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public void Every_endpoint_has_an_expectation_here()
    {
        string[] expected = [.. ForAnyone, .. ForReaders, .. ForEditors, .. ForAdmins];
        Assert.Equal(expected.Order(StringComparer.Ordinal), Calls().Select(call => call.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(AccessRole.Reader)]
    [InlineData(AccessRole.Editor)]
    [InlineData(AccessRole.Admin)]
    public async Task With_keys_a_role_is_let_in_where_it_may_and_nowhere_else(AccessRole? role)
    {
        // Somebody holds a key, so being local opens nothing.
        site.Store.Keys.Create("somebody", AccessRole.Admin);
        using var client = site.ClientOf(role);
        foreach (var (name, method, address) in Calls())
        {
            using var response = await client.SendAsync(Request(method, address));
            var refused = IsRefused(response);
            Assert.True(refused == !IsFor(name, role), $"{name} as {role?.ToString() ?? "nobody"}: {(int)response.StatusCode}");
            Assert.True((int)response.StatusCode < 500, $"{name}: {(int)response.StatusCode}");
        }
    }

    [Fact]
    public async Task Without_keys_everything_is_open_to_this_machine()
    {
        using var client = site.Client();
        foreach (var (name, method, address) in Calls())
        {
            using var response = await client.SendAsync(Request(method, address));
            Assert.False(IsRefused(response), $"{name}: {(int)response.StatusCode}");
        }
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("Via", "1.1 proxy")]
    public async Task What_a_proxy_passes_on_is_not_local(string header, string value)
    {
        using var client = site.Client();
        var request = Request(HttpMethod.Get, "/api/v1/search?q=trust");
        request.Headers.TryAddWithoutValidation(header, value);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.SendAsync(request)).StatusCode);
    }

    // Without any key too: a proxy that says nothing of itself makes everybody local.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Open_to_the_public_lets_visitors_read_and_no_more(bool withKeys)
    {
        await using var open = await TestSite.StartAsync(samples, new() { OpenToPublic = true });
        if (withKeys)
        {
            open.Store.Keys.Create("somebody", AccessRole.Admin);
        }

        using var client = open.Client();
        foreach (var (name, method, address) in Calls())
        {
            using var response = await client.SendAsync(Request(method, address));
            Assert.True(IsRefused(response) == !IsFor(name, AccessRole.Reader), $"{name}: {(int)response.StatusCode}");
        }
    }

    [Fact]
    public async Task A_withdrawn_key_opens_nothing_and_ends_its_sessions()
    {
        var key = site.Store.Keys.Create("Ines", AccessRole.Reader);
        using var visitor = site.Client();
        var session = await Forms.SignInAsync(visitor, key);
        using var byCookie = site.Client();
        byCookie.DefaultRequestHeaders.Add("Cookie", session);
        using var byKey = site.Client(key);
        Assert.Equal(HttpStatusCode.OK, (await byCookie.GetAsync("/search?q=trust")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await byKey.GetAsync("/api/v1/search")).StatusCode);

        site.Store.Keys.Revoke("Ines");
        Assert.Equal(HttpStatusCode.Redirect, (await byCookie.GetAsync("/search?q=trust")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await byKey.GetAsync("/api/v1/search")).StatusCode);
    }

    private static bool IsFor(string name, AccessRole? role) => ForAnyone.Contains(name) || role switch
    {
        null => false,
        AccessRole.Reader => ForReaders.Contains(name),
        AccessRole.Editor => ForReaders.Contains(name) || ForEditors.Contains(name),
        _ => true,
    };

    // Pages send those without a key to the sign-in page, programs get 401; 403 is for those whose key does not do.
    private static bool IsRefused(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
        || (response.StatusCode == HttpStatusCode.Redirect && response.Headers.Location!.OriginalString.StartsWith("/sign-in?", StringComparison.Ordinal));

    private static HttpRequestMessage Request(HttpMethod method, string address) => new(method, address)
    {
        Content = method == HttpMethod.Get || method == HttpMethod.Delete ? null : Forms.EmptyBodyFor(address),
    };

    /// <summary>Each endpoint with an address that names nothing that is there, so that calling it changes nothing.</summary>
    private IEnumerable<(string Name, HttpMethod Method, string Address)> Calls()
    {
        foreach (var endpoint in site.Endpoints)
        {
            var pattern = "/" + endpoint.RoutePattern.RawText!.Trim('/');
            var address = NumberParameter().Replace(pattern, "987654");
            address = Parameter().Replace(address, "ffffffffffff");
            foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            {
                yield return ($"{method} {pattern}", new(method), address);
            }
        }
    }

    [GeneratedRegex(@"\{\w+:(?:long|int)[^}]*\}")]
    private static partial Regex NumberParameter();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Parameter();
}
