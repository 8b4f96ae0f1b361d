using System.Net;
using System.Net.Http.Json;
using KnowledgeBase.Documents;
using KnowledgeBase.Store.Access;
using KnowledgeBase.Web.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Tests.Access;

/// <summary>The service behind a proxy that speaks https, as the README recommends. The tests' own address, 127.0.0.1, is the proxy's.</summary>
[Collection(Samples.Name)]
public sealed class ProxyTests(SampleStore samples)
{
    private const string Caller = "203.0.113.7";
    private const string Name = "reports.example";

    [Fact]
    public async Task Signing_in_through_an_https_proxy_sets_secure_cookies()
    {
        await using var site = await TestSite.StartAsync(samples);
        var key = site.Store.Keys.Create("Ines", AccessRole.Editor);
        using var browser = Behind(site, "https", Caller);
        browser.DefaultRequestHeaders.Add("Origin", $"https://{Name}");
        using var answer = await Forms.PostAsync(browser, "/sign-in", "/sign-in", ("key", key), ("back", "/search"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var session = Assert.Single(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("kb-session=", StringComparison.Ordinal));
        Assert.Contains("; secure", session, StringComparison.OrdinalIgnoreCase);

        // And links of exports lead back through the proxy.
        browser.DefaultRequestHeaders.Add("Cookie", session.Split(';')[0]);
        Assert.Contains($"https://{Name}/passages/", await browser.GetStringAsync("/api/v1/search/export?q=trust&format=jsonl&limit=1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData($"http://{Name}")]
    [InlineData("null")]
    public async Task Another_origin_is_refused_behind_a_proxy_too(string origin)
    {
        await using var site = await TestSite.StartAsync(samples);
        using var browser = Behind(site, "https", Caller, site.Store.Keys.Create("Ines", AccessRole.Editor));
        browser.DefaultRequestHeaders.Add("Origin", origin);
        using var answer = await browser.PostAsJsonAsync("/api/v1/collections", new { name = "x", items = Array.Empty<object>() });
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(site.Store.Collections.List());
    }

    // Two in a row: the nearer one is this machine's; what the farther one says counts when it is named.
    [Theory]
    [InlineData(false, HttpStatusCode.Forbidden)]
    [InlineData(true, HttpStatusCode.Created)]
    public async Task Only_a_known_proxy_is_believed(bool known, HttpStatusCode expected)
    {
        await using var site = await TestSite.StartAsync(samples, new() { Proxies = known ? ["198.51.100.0/24"] : [] });
        using var browser = Behind(site, "https, http", $"{Caller}, 198.51.100.9", site.Store.Keys.Create("Ines", AccessRole.Editor), host: null);
        browser.DefaultRequestHeaders.Add("Origin", $"https://{site.Address.Authority}");
        using var answer = await browser.PostAsJsonAsync("/api/v1/collections", new { name = "x", items = Array.Empty<object>() });
        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("10.0.0.5", true)]
    [InlineData("10.0.0.6", false)]
    [InlineData(Caller, false)]
    public async Task A_peer_that_is_no_proxy_is_not_believed(string peer, bool believed)
    {
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(peer) }, Request = { Scheme = "http", Host = new("127.0.0.1") } };
        context.Request.Headers["X-Forwarded-For"] = "192.0.2.1";
        context.Request.Headers["X-Forwarded-Proto"] = "https";
        context.Request.Headers["X-Forwarded-Host"] = Name;
        var options = Proxies.Believed(new() { Proxies = ["10.0.0.5"] });
        await new ForwardedHeadersMiddleware(_ => Task.CompletedTask, NullLoggerFactory.Instance, Options.Create(options)).Invoke(context);
        Assert.Equal(believed ? ("https", Name, "192.0.2.1") : ("http", "127.0.0.1", peer), (context.Request.Scheme, context.Request.Host.Host, $"{context.Connection.RemoteIpAddress}"));
        Assert.True(Proxies.PassedOn(context.Request));
    }

    [Theory]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-Host", "localhost")]
    public async Task Whatever_a_proxy_says_of_it_a_request_passed_on_is_not_local(string header, string value)
    {
        await using var site = await TestSite.StartAsync(samples);
        using var client = site.Client();
        client.DefaultRequestHeaders.Add(header, value);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/search?q=trust")).StatusCode);
    }

    [Fact]
    public async Task Callers_behind_one_proxy_are_limited_each_by_themselves()
    {
        await using var site = await TestSite.StartAsync(samples, new() { OpenToPublic = true, RequestsPerMinute = 3 });
        using var one = Behind(site, "https", Caller);
        using var other = Behind(site, "https", "203.0.113.8");
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 6; i++)
        {
            statuses.Add((await one.GetAsync("/api/v1/version")).StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/api/v1/version")).StatusCode);
    }

    [Fact]
    public void A_proxy_that_is_no_address_is_refused() =>
        Assert.Equal("bad-proxy", Assert.Throws<RejectedInputException>(() => Proxies.Believed(new() { Proxies = ["proxy.example"] })).Problem.Code);

    private static HttpClient Behind(TestSite site, string scheme, string callers, string? key = null, string? host = Name)
    {
        var client = site.Client(key);
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);
        client.DefaultRequestHeaders.Add("X-Forwarded-For", callers);
        if (host is not null)
        {
            client.DefaultRequestHeaders.Add("X-Forwarded-Host", host);
        }

        return client;
    }
}
