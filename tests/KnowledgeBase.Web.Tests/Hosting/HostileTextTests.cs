using AngleSharp.Html.Parser;
using KnowledgeBase.Store;
using KnowledgeBase.Store.Desk;
using KnowledgeBase.Web.Tests.Browser;

namespace KnowledgeBase.Web.Tests.Hosting;

/// <summary>Markup in the text, title and file name of documents, in queries, and in what editors write is shown as text and never runs.</summary>
[Collection(Samples.Name)]
public sealed class HostileTextTests(Chromium chromium) : IAsyncLifetime
{
    private const string Script = "<script>window.hacked=1</script><img src=x onerror='window.hacked=2'>\"'><svg onload=window.hacked=3>";

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"kb-hostile-{Guid.NewGuid():N}");
    private TestSite site = null!;

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(folder);
        // A slash cannot stand in a file name; all else can.
        var name = Path.Combine(folder, "<img src=x onerror=window.hacked=4>.pdf");
        await File.WriteAllBytesAsync(name, SmallPdf.Of($"Report {Script}", $"Mediators wrote {Script} into the agreement, and the parties signed."));
        var notes = Path.Combine(folder, "notes.md");
        await File.WriteAllTextAsync(notes, $"# Notes {Script.Replace("<", "\\<", StringComparison.Ordinal)}\n\nDonors should fund `{Script}` for the mediators, said one of them.\n");
        site = await TestSite.StartEmptyAsync();
        await site.IngestAsync(Visibility.Public, name, notes);
        var passages = site.Search.Search(new("") { Limit = 50 }, CancellationToken.None).Answer!.Hits;
        var collection = site.Store.Collections.Create($"Basket {Script}", Script, "local");
        site.Store.Collections.Add(collection.Info.Id, [.. passages.Select(hit => new CollectionEntry(new(hit.PassageId), Script, Script))], "local");
        var job = site.Store.Jobs.Create("ingest", Script);
        site.Store.Jobs.Update(job.Id, JobState.Done, Script, null);
    }

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Is_encoded_on_every_page()
    {
        using var client = site.Client();
        var shown = 0;
        foreach (var address in Addresses())
        {
            var html = await client.GetStringAsync(address);
            var page = new HtmlParser().ParseDocument(html);
            Assert.Empty(page.QuerySelectorAll("script:not([src^='/assets/'])"));
            Assert.DoesNotContain(page.QuerySelectorAll("*"), element => element.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
            Assert.Empty(page.QuerySelectorAll("img[src='x'], svg[onload]"));
            shown += page.Body!.TextContent.Contains("window.hacked", StringComparison.Ordinal) ? 1 : 0;
        }

        // The text is shown, not lost: else nothing was tried.
        Assert.True(shown >= 5, $"only {shown} pages show it");
    }

    [BrowserFact]
    public async Task Does_not_run_in_a_browser()
    {
        await using var context = await chromium.OpenAsync(site);
        var page = await context.NewPageAsync();
        foreach (var address in Addresses())
        {
            await page.GotoAsync(address);
            Assert.Equal("undefined", await page.EvaluateAsync<string>("typeof window.hacked"));
        }
    }

    private IEnumerable<string> Addresses()
    {
        var hits = site.Search.Search(new("") { Limit = 50 }, CancellationToken.None).Answer!.Hits;
        return
        [
            "/search?q=mediators", $"/search?q={Uri.EscapeDataString(Script.Replace("\"", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal))}", "/browse", "/collections", "/collections/1", "/jobs/1", "/upload",
            .. hits.Select(hit => $"/passages/{hit.PassageId}"), .. hits.Select(hit => $"/documents/{hit.Document.Id}").Distinct(),
            $"/sign-in?back={Uri.EscapeDataString(Script)}",
        ];
    }
}
