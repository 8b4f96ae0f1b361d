using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using KnowledgeBase.Store;
using KnowledgeBase.Store.Access;
using KnowledgeBase.Store.Desk;

namespace KnowledgeBase.Web.Tests.Access;

/// <summary>
/// What a viewer may not see is absent everywhere. Told by comparison: the service gives a reader exactly what it would give if the restricted
/// documents had never been taken in - hits, scores (so word statistics too), counts, facets, suggestions, neighbours, exports, pages.
/// </summary>
[Collection(Samples.Name)]
public sealed partial class LeakTests(SampleStore samples)
{
    private const string RestrictedWords = "confidentiality Syria \"do no harm\"";

    // Questions that would show a difference: words of the restricted paper, one misspelt, a prefix, meaning, each order, each export, each page.
    private static readonly string[] Questions =
    [
        "/api/v1/search?limit=200", "/api/v1/search?q=Syria&limit=50", "/api/v1/search?q=confidentiality+trust&limit=50", "/api/v1/search?q=confidentialyti",
        "/api/v1/search?q=confiden*&limit=50", "/api/v1/search?q=syra~", "/api/v1/search?q=mediators&mode=meaning&limit=100", "/api/v1/search?q=mediators&mode=hybrid&limit=100",
        "/api/v1/search?q=mediators&order=year&limit=100", "/api/v1/search?q=mediators&order=document&limit=100", "/api/v1/search?q=place:Syria", "/api/v1/search?q=org:UN&limit=50",
        "/api/v1/search/export?q=mediators&format=csv", "/api/v1/search/export?q=mediators&format=jsonl", "/api/v1/search/export?q=mediators&format=ris",
        "/api/v1/documents?limit=200", "/api/v1/collections", "/api/v1/collections/1", "/api/v1/collections/2", "/api/v1/collections/1/export?format=jsonl",
        // Names that are those of a hidden paper, whole, and words of others: see Namesake.
        "/api/v1/search?document=mediators&limit=50", "/api/v1/search?q=document:mediators&limit=50", "/api/v1/search?q=-document:mediators&limit=50", "/api/v1/search?document=13&limit=50",
        "/api/v1/search?series=knowledge+samples&limit=50", "/api/v1/search?q=series:%22knowledge+samples%22&limit=50", "/api/v1/search?org=fuerzas+armadas&limit=50",
        "/api/v1/search?q=org:FARC-EP&limit=50", "/api/v1/search?q=org:%22fuerzas+armadas%22&limit=50", "/api/v1/search?q=zzz&document=mediators", "/search?document=mediators",
        "/", "/search?q=confidentiality+trust", "/search?q=confidentialyti", "/browse", "/collections", "/collections/1", "/collections/2", "/about", "/help",
    ];

    [Theory]
    [InlineData(AccessRole.Reader, Visibility.Network)]
    [InlineData(null, Visibility.Public)]
    public async Task A_viewer_gets_what_they_would_get_if_the_rest_were_not_there(AccessRole? role, Visibility audience)
    {
        using var namesake = new Namesake();
        await using var whole = await TestSite.StartAsync(samples, new() { OpenToPublic = true });
        await using var part = await TestSite.StartAsync(samples, new() { OpenToPublic = true });
        foreach (var site in new[] { whole, part })
        {
            // Else being local would make an admin of the visitor.
            site.Store.Keys.Create("somebody", AccessRole.Admin);
            await site.IngestAsync(Visibility.Restricted, namesake.Path);
            Collect(site, "Mixed", ["trust", RestrictedWords]);
            Collect(site, "Secret plan", [RestrictedWords]);
        }

        foreach (var hidden in part.Store.Documents.List().Where(document => document.Visibility > audience).ToArray())
        {
            part.Store.Documents.Remove(hidden.Id);
        }

        using var ofWhole = whole.ClientOf(role);
        using var ofPart = part.ClientOf(role);
        var similar = part.Search.Search(new("trust") { Audience = audience, Limit = 3 }, CancellationToken.None).Answer!.Hits
            .SelectMany(hit => new[] { $"/api/v1/passages/{hit.PassageId}/similar?limit=20", $"/api/v1/passages/{hit.PassageId}", $"/passages/{hit.PassageId}", $"/documents/{hit.Document.Id}" });
        foreach (var question in Questions.Concat(similar))
        {
            var (expected, actual) = (await AskAsync(ofPart, question), await AskAsync(ofWhole, question));
            Assert.True(expected == actual, $"{question} as {role?.ToString() ?? "visitor"} differs:\n{FirstDifference(expected, actual)}");
        }
    }

    // Numbers that rise with whatever is taken in show only where the hidden comes last, and where it was never there.
    [Theory]
    [InlineData(AccessRole.Reader)]
    [InlineData(null)]
    public async Task What_is_taken_in_last_and_hidden_changes_no_number(AccessRole? role)
    {
        var papers = Path.Combine(Repository.Root, "corpus", "papers");
        await using var whole = await TestSite.StartEmptyAsync(new() { OpenToPublic = true });
        await using var part = await TestSite.StartEmptyAsync(new() { OpenToPublic = true });
        foreach (var site in new[] { whole, part })
        {
            site.Store.Keys.Create("somebody", AccessRole.Admin);
            await site.IngestAsync(Visibility.Public, Path.Combine(papers, SampleStore.PublicFile));
        }

        using var ofWhole = whole.ClientOf(role);
        using var ofPart = part.ClientOf(role);
        Assert.Contains("\"as_of\":\"1.", await AskAsync(ofPart, "/api/v1/search?q=mediators"), StringComparison.Ordinal);
        await whole.IngestAsync(Visibility.Restricted, Path.Combine(papers, SampleStore.RestrictedFile));
        foreach (var question in Questions)
        {
            var (expected, actual) = (await AskAsync(ofPart, question), await AskAsync(ofWhole, question));
            Assert.True(expected == actual, $"{question} as {role?.ToString() ?? "visitor"} differs:\n{FirstDifference(expected, actual)}");
        }
    }

    [Fact]
    public async Task Vectors_of_hidden_passages_alone_are_none()
    {
        await using var site = await TestSite.StartEmptyAsync();
        var papers = Path.Combine(Repository.Root, "corpus", "papers");
        await site.IngestAsync(Visibility.Restricted, Path.Combine(papers, SampleStore.RestrictedFile));
        using var reader = site.ClientOf(AccessRole.Reader);
        await using var empty = await TestSite.StartEmptyAsync();
        using var ofEmpty = empty.ClientOf(AccessRole.Reader);
        foreach (var mode in new[] { "", "&mode=hybrid", "&mode=meaning" })
        {
            Assert.Equal(await AskAsync(ofEmpty, $"/api/v1/search?q=mediators{mode}"), await AskAsync(reader, $"/api/v1/search?q=mediators{mode}"));
        }
    }

    [Theory]
    [InlineData(AccessRole.Reader)]
    [InlineData(null)]
    public async Task The_address_of_what_is_hidden_answers_like_one_of_nothing(AccessRole? role)
    {
        await using var site = await TestSite.StartAsync(samples, new() { OpenToPublic = true });
        site.Store.Keys.Create("somebody", AccessRole.Admin);
        var secret = site.Store.Documents.List().Single(document => document.Source.FileName == SampleStore.RestrictedFile);
        var passage = site.Search.Search(new("") { Filters = [new(Search.Query.FilterField.Document, [secret.Id.Value])], Limit = 1 }, CancellationToken.None).Answer!.Hits[0].PassageId;
        using var client = site.ClientOf(role);
        string[] patterns =
        [
            "/api/v1/documents/{0}", "/api/v1/documents/{0}/passages", "/api/v1/documents/{0}/original", "/api/v1/documents/{0}/pages/1.png", "/api/v1/documents/{0}/export",
            "/documents/{0}", "/api/v1/search?document={0}&limit=5",
        ];
        string[] ofPassages = ["/api/v1/passages/{0}", "/api/v1/passages/{0}/context", "/api/v1/passages/{0}/similar", "/passages/{0}"];
        foreach (var (pattern, id, nothing) in patterns.Select(p => (p, secret.Id.Value, "ffffffffffff")).Concat(ofPassages.Select(p => (p, passage, new string('f', passage.Length)))))
        {
            using var hidden = await client.GetAsync(pattern.Replace("{0}", id, StringComparison.Ordinal));
            using var absent = await client.GetAsync(pattern.Replace("{0}", nothing, StringComparison.Ordinal));
            Assert.Equal(absent.StatusCode, hidden.StatusCode);
            var (one, other) = (await hidden.Content.ReadAsStringAsync(), await absent.Content.ReadAsStringAsync());
            Assert.Equal(Normal(other).Replace(nothing, id, StringComparison.Ordinal), Normal(one));
        }

        // Chosen by id, hidden passages do not come out either.
        using var export = await client.PostAsJsonAsync("/api/v1/export?format=markdown", new { title = "x", items = new[] { new { passage_id = passage } } });
        var text = await export.Content.ReadAsStringAsync();
        var words = site.Store.Passages.Find(new(passage))!.Passage.Text;
        Assert.DoesNotContain(words[..30], text, StringComparison.Ordinal);
        Assert.DoesNotContain(secret.Title!, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_sees_what_is_restricted_so_the_comparison_means_something()
    {
        await using var site = await TestSite.StartAsync(samples);
        using var editor = site.ClientOf(AccessRole.Editor);
        using var reader = site.ClientOf(AccessRole.Reader);
        var title = site.Store.Documents.List().Single(document => document.Source.FileName == SampleStore.RestrictedFile).Title!;
        Assert.Contains(title, await editor.GetStringAsync("/api/v1/search?q=Syria"), StringComparison.Ordinal);
        Assert.DoesNotContain(title, await reader.GetStringAsync("/api/v1/search?q=Syria"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_becomes_restricted_is_gone_for_readers_at_once_also_from_what_they_have_cached()
    {
        await using var site = await TestSite.StartAsync(samples);
        var document = site.Store.Documents.List().Single(info => info.Source.FileName == SampleStore.PublicFile);
        using var reader = site.ClientOf(AccessRole.Reader);
        var first = await reader.GetAsync($"/api/v1/documents/{document.Id}");
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        site.Store.Documents.SetVisibility(document.Id, Visibility.Restricted);

        var again = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/documents/{document.Id}");
        again.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await reader.SendAsync(again)).StatusCode);
    }

    private static void Collect(TestSite site, string name, string[] queries)
    {
        var id = site.Store.Collections.Create(name, null, "Ines").Info.Id;
        foreach (var query in queries)
        {
            var filters = query == RestrictedWords
                ? new[] { new Search.Query.SearchFilter(Search.Query.FilterField.Document, [site.Store.Documents.Find(SampleStore.RestrictedFile).Id.Value]) }
                : [];
            var hits = site.Search.Search(new(query) { Limit = 3, Filters = filters }, CancellationToken.None).Answer!.Hits;
            site.Store.Collections.Add(id, [.. hits.Select(hit => new CollectionEntry(new(hit.PassageId), query))], "Ines");
        }
    }

    private static async Task<string> AskAsync(HttpClient client, string address)
    {
        using var response = await client.GetAsync(address);
        return Normal($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
    }

    // What differs from call to call and says nothing: times, tokens, traces, names of keys.
    private static string Normal(string body) => Changing().Replace(body, "…");

    private static string FirstDifference(string expected, string actual)
    {
        var at = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"expected …{Around(expected, at)}\n     got …{Around(actual, at)}";
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 80)..Math.Min(text.Length, at + 160)];

    [GeneratedRegex("""
        "took_ms":\s*[\d.eE+-]+|"(?:updated_at|created_at)":"[^"]*"|"trace_id":"[^"]*"|127\.0\.0\.1:\d+|name="__RequestVerificationToken"[^>]*>|reader\ [0-9a-f]{32}
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Changing();
}
