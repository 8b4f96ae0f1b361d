using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using KnowledgeBase.Documents;
using KnowledgeBase.Store;
using KnowledgeBase.Store.Desk;

namespace KnowledgeBase.Web.Tests.Pages;

/// <summary>A collection goes out as JSON Lines and comes in again whole, and what does not come in is told.</summary>
[Collection(Samples.Name)]
public sealed class CollectionImportTests(SampleStore samples) : SiteTests(samples)
{
    [Fact]
    public async Task Introduction_use_headings_and_notes_come_back()
    {
        var made = await ExportedAsync();
        var (page, imported) = await ImportAsync(made.Lines, "");
        // The name is taken, so another had to be given; without one the file's would hold.
        Assert.Equal("Second", imported.Info.Name);
        Assert.Equal(("For the\nMarch draft", "Guidance 2026"), (imported.Info.Note, imported.Info.UsedIn));
        Assert.Equal(made.Items, imported.Items.Select(item => (item.Passage, item.Section, item.Note)));
        Assert.DoesNotContain("not in this knowledge base", page.Body!.TextContent, StringComparison.Ordinal);
        Site.Store.Collections.Delete(made.Id);
        Assert.Equal("First", (await ImportAsync(made.Lines, null)).Imported.Info.Name);
    }

    [Fact]
    public async Task Passages_that_are_not_here_are_counted_and_a_file_without_head_is_still_read()
    {
        var made = await ExportedAsync();
        var bare = string.Join('\n', made.Lines.Split('\n').Skip(1).Prepend("{\"passage_id\": \"0000000000000000\"}").Prepend("{\"passage_id\": \"1111111111111111\"}"));
        var (page, imported) = await ImportAsync(bare, "");
        Assert.Null(imported.Info.Note);
        Assert.Equal(made.Items.Count, imported.Items.Count);
        Assert.Equal(
            $"Passages of the file that are not in this knowledge base and were left out: 2 of {made.Items.Count + 2}.", page.QuerySelector(".notice[role=status]")!.TextContent);
    }

    [Fact]
    public async Task A_file_as_large_as_a_full_collection_is_taken()
    {
        var ids = Site.Search.Search(new("") { Limit = 200 }, CancellationToken.None).Answer!.Hits.Select(hit => hit.PassageId).ToArray();
        var words = new string('w', 4000);
        var lines = string.Join('\n', Enumerable.Range(0, CollectionStore.MaxItems).Select(i => $"{{\"passage_id\": \"{ids[i % ids.Length]}\", \"text\": \"{words}\"}}"));
        Assert.True(lines.Length > 8_000_000);
        Assert.Equal(ids.Length, (await ImportAsync(lines, "")).Imported.Items.Count);
    }

    [Fact]
    public async Task A_line_that_is_none_is_named()
    {
        using var answer = await PostAsync("{\"collection\": {}}\n{\"passage_id\": 5}", "Third");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Line 2 is no JSON object", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<(long Id, string Lines, List<(PassageId, string?, string?)> Items)> ExportedAsync()
    {
        var made = Site.Store.Collections.Create("First", "For the\nMarch draft", "local");
        var hits = Site.Search.Search(new("trust") { Limit = 4 }, CancellationToken.None).Answer!.Hits;
        Site.Store.Collections.Add(made.Info.Id, [.. hits.Select((hit, i) => new CollectionEntry(new(hit.PassageId), i < 2 ? "Défis" : null, i == 0 ? "ask" : null))], "local");
        var contents = Site.Store.Collections.Describe(made.Info.Id, "First", made.Info.Note, "Guidance 2026", "local");
        return (
            made.Info.Id, await Client.GetStringAsync($"/api/v1/collections/{made.Info.Id}/export?format=jsonl"),
            [.. contents.Items.Select(item => (item.Passage, item.Section, item.Note))]);
    }

    /// <param name="lines">The file.</param>
    /// <param name="name">Null for no name; empty for "Second".</param>
    private async Task<(IDocument Page, CollectionContents Imported)> ImportAsync(string lines, string? name)
    {
        using var answer = await PostAsync(lines, name is null ? "" : "Second");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = new HtmlParser().ParseDocument(await Client.GetStringAsync(answer.Headers.Location));
        return (page, Site.Store.Collections.Get(Site.Store.Collections.List().Max(info => info.Id))!);
    }

    private async Task<HttpResponseMessage> PostAsync(string lines, string name)
    {
        var (cookie, token) = await Forms.TokenAsync(Client, "/collections");
        var file = new StringContent(lines);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/jsonl");
        var request = new HttpRequestMessage(HttpMethod.Post, "/collections/import")
        {
            Content = new MultipartFormDataContent
            {
                { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(name), "name" }, { file, "file", "basket.jsonl" },
            },
        };
        request.Headers.Add("Cookie", cookie);
        return await Client.SendAsync(request);
    }
}
