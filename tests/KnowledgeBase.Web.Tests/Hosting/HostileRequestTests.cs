using System.Net;
using System.Net.Sockets;
using System.Text;
using KnowledgeBase.Store.Access;
using Microsoft.AspNetCore.Routing;

namespace KnowledgeBase.Web.Tests.Hosting;

/// <summary>Requests that other sites, broken programs and the curious send.</summary>
[Collection(Samples.Name)]
public sealed class HostileRequestTests(SampleStore samples) : HostileSite
{
    private protected override Task<TestSite> StartAsync() => TestSite.StartAsync(samples);

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nBad Header\r\n\r\n", "400")]
    [InlineData("GET / HTTP/1.1\r\n\r\n", "400")]
    [InlineData("GET /\r\n\r\n", "400")]
    [InlineData("GET / HTTP/9.9\r\nHost: 127.0.0.1\r\n\r\n", "505")]
    [InlineData("POST /api/v1/export HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -5\r\n\r\n", "400")]
    [InlineData("POST /api/v1/export HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "4")]
    [InlineData("GET /search?q=%00%ff%fe HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", "200")]
    [InlineData("GET /documents/..%2f..%2fkb.db HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", "404")]
    [InlineData("GET /../../../etc/passwd HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", "404")]
    [InlineData("GET /assets/..%2fkb.db HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", "404")]
    [InlineData("GET /api/v1/documents/%2e%2e/original HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", "404")]
    [InlineData("GET / HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n", "403")]
    public async Task A_malformed_request_gets_a_clear_refusal(string request, string status)
    {
        Assert.StartsWith($"HTTP/1.1 {status}", await RawAsync(request), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_beyond_all_measure_are_refused()
    {
        Assert.StartsWith("HTTP/1.1 431", await RawAsync($"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Long: {new string('x', 64 * 1024)}\r\n\r\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Accept-Language", "xx-YY;q=nonsense, *;q=2")]
    [InlineData("If-None-Match", "not \"a tag")]
    [InlineData("Range", "bytes=9999999-0")]
    [InlineData("Cookie", "kb-session=forged; kb-language=c%3Dde%7Cuic%3D..%2F..; kb-collection=-1-%zz; kb-form=x")]
    [InlineData("Authorization", "Basic bm9ib2R5Om5vdGhpbmc=")]
    [InlineData("Accept", "\u0001/;;,")]
    [InlineData("Accept-Encoding", "brr;q=-1,,,")]
    public async Task A_header_of_nonsense_is_left_aside(string name, string value)
    {
        foreach (var address in new[] { "/search?q=trust", "/api/v1/search?q=trust", "/collections" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation(name, value);
            using var response = await Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Fact]
    public async Task No_form_is_taken_without_its_token()
    {
        var forms = Site.Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("POST") == true
            && !endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal)).ToArray();
        Assert.True(forms.Length > 15, $"only {forms.Length} forms were found");
        foreach (var form in forms)
        {
            var address = "/" + form.RoutePattern.RawText!.TrimStart('/').Replace("{id:long}", "1", StringComparison.Ordinal).Replace("{item:long}", "1", StringComparison.Ordinal)
                .Replace("{review:long}", "1", StringComparison.Ordinal).Replace("{id}", "ffffffffffff", StringComparison.Ordinal);
            using var response = await Client.PostAsync(address, Forms.EmptyBodyFor(address));
            Assert.True(response.StatusCode == HttpStatusCode.BadRequest, $"{address}: {(int)response.StatusCode}");
        }

        Assert.Empty(Site.Store.Acts.Last(10));
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Another_site_cannot_make_a_browser_change_anything(string header, string value)
    {
        foreach (var (method, address) in new[] { (HttpMethod.Post, "/api/v1/collections"), (HttpMethod.Delete, "/api/v1/documents/ffffffffffff"), (HttpMethod.Post, "/sign-out") })
        {
            using var request = new HttpRequestMessage(method, address) { Content = new StringContent("{\"name\":\"x\"}", null, "application/json") };
            request.Headers.TryAddWithoutValidation(header, value);
            using var response = await Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }

        Assert.Empty(Site.Store.Collections.List());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/search?q=trust")]
    [InlineData("/nothing")]
    [InlineData("/search?q=kind:nonsense")]
    [InlineData("/assets/site.css")]
    [InlineData("/api/v1/search?q=trust")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/v1/search?limit=x")]
    public async Task Every_answer_forbids_what_the_site_does_not_need(string address)
    {
        using var response = await Client.GetAsync(address);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Cookies_cannot_be_read_by_script_nor_sent_by_other_sites()
    {
        var key = Site.Store.Keys.Create("Ines", AccessRole.Editor);
        using var signedIn = await Forms.PostAsync(Client, "/sign-in", "/sign-in", ("key", key));
        using var language = await Forms.PostAsync(Client, "/sign-in", "/language", ("to", "fr"));
        using var form = await Client.GetAsync("/sign-in");
        var cookies = new[] { signedIn, language, form }.SelectMany(response => response.Headers.GetValues("Set-Cookie")).ToArray();
        Assert.Equal(3, cookies.Length);
        Assert.All(cookies, cookie =>
        {
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Matches("(?i)samesite=(lax|strict)", cookie);
        });
        Assert.DoesNotContain(key, string.Concat(cookies), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/ok\r\nSet-Cookie: a=b")]
    public async Task Signing_in_leads_to_no_other_site(string back)
    {
        var key = Site.Store.Keys.Create("Ines", AccessRole.Reader);
        using var response = await Forms.PostAsync(Client, "/sign-in", "/sign-in", ("key", key), ("back", back));
        Assert.Equal("/", response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_without_saying_why()
    {
        Site.Store.Keys.Create("Ines", AccessRole.Reader);
        using var response = await Forms.PostAsync(Client, "/sign-in", "/sign-in", ("key", "kb_wrong"));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.DoesNotContain("Ines", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_come_back()
    {
        await using var slow = await TestSite.StartAsync(samples, new() { RequestsPerMinute = 5 });
        using var reader = slow.ClientOf(AccessRole.Reader);
        using var other = slow.ClientOf(AccessRole.Reader);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/api/v1/version")).StatusCode);
        }

        using var refused = await reader.GetAsync("/api/v1/version");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/api/v1/version")).StatusCode);
    }

    private async Task<string> RawAsync(string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, Site.Address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var buffer = new byte[4096];
        var read = await stream.ReadAsync(buffer, limit.Token);
        return Encoding.Latin1.GetString(buffer, 0, read);
    }
}
