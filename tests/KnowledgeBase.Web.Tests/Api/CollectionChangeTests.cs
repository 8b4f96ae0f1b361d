using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Parser;

namespace KnowledgeBase.Web.Tests.Api;

/// <summary>Changing collections and taking changes back, by several editors.</summary>
[Collection(Samples.Name)]
public sealed class CollectionChangeTests(SampleStore samples) : SiteTests(samples)
{
    [Fact]
    public async Task A_note_alone_leaves_the_heading_and_an_empty_text_takes_away()
    {
        var (address, item) = await MakeAsync();
        var noted = await ChangeAsync($"{address}/items/{item}", new { note = "for chapter 2" });
        Assert.Equal(("Advice", "for chapter 2"), (Text(noted, "section"), Text(noted, "note")));
        var moved = await ChangeAsync($"{address}/items/{item}", new { section = "Lessons" });
        Assert.Equal(("Lessons", "for chapter 2"), (Text(moved, "section"), Text(moved, "note")));
        var bare = await ChangeAsync($"{address}/items/{item}", new { section = "", note = "" });
        Assert.Equal((null, null), (Text(bare, "section"), Text(bare, "note")));
    }

    [Fact]
    public async Task The_form_of_a_page_takes_heading_and_note_away()
    {
        var (address, item) = await MakeAsync();
        await ChangeAsync($"{address}/items/{item}", new { note = "for chapter 2" });
        using var answer = await Forms.PostAsync(Client, "/collections/1", $"/collections/1/items/{item}/annotate", ("section", ""), ("note", ""));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var bare = Site.Store.Collections.Get(1)!.Items[0];
        Assert.Equal((null, null), (bare.Section, bare.Note));
    }

    [Fact]
    public async Task Only_the_change_that_is_meant_is_taken_back()
    {
        var (address, item) = await MakeAsync();
        var mine = (await ReadAsync(address)).GetProperty("last_change_id").GetInt64();
        // Another editor comes between.
        await ChangeAsync($"{address}/items/{item}", new { note = "theirs" });
        using var refused = await Client.PostAsync($"{address}/undo?change={mine}", null);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("change-not-last", (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        Assert.Equal("theirs", Site.Store.Collections.Get(1)!.Items[0].Note);

        var theirs = (await ReadAsync(address)).GetProperty("last_change_id").GetInt64();
        using var undone = await Client.PostAsync($"{address}/undo?change={theirs}", null);
        Assert.Equal(HttpStatusCode.OK, undone.StatusCode);
        Assert.Null(Site.Store.Collections.Get(1)!.Items[0].Note);
    }

    [Fact]
    public async Task A_page_that_stood_open_takes_back_nothing_of_others_and_says_so()
    {
        var (address, item) = await MakeAsync();
        var page = new HtmlParser().ParseDocument(await Client.GetStringAsync("/collections/1"));
        var change = page.QuerySelector("form[action='/collections/1/undo'] input[name=change]")!.GetAttribute("value")!;
        await ChangeAsync($"{address}/items/{item}", new { note = "theirs" });

        using var late = await Forms.PostAsync(Client, "/collections/1", "/collections/1/undo", ("change", change));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var told = new HtmlParser().ParseDocument(await late.Content.ReadAsStringAsync());
        Assert.Contains("no longer the last one", told.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(told.QuerySelector("main a[href='/collections/1']"));
        Assert.Equal("theirs", Site.Store.Collections.Get(1)!.Items[0].Note);

        var last = Site.Store.Collections.Get(1)!.LastChangeId!.Value;
        using var inTime = await Forms.PostAsync(Client, "/collections/1", "/collections/1/undo", ("change", $"{last}"));
        Assert.Equal(HttpStatusCode.Redirect, inTime.StatusCode);
        Assert.Null(Site.Store.Collections.Get(1)!.Items[0].Note);
    }

    [Fact]
    public async Task What_changed_nothing_is_not_offered_to_be_taken_back()
    {
        var (address, item) = await MakeAsync();
        await ChangeAsync($"{address}/items/{item}", new { note = "seen" });
        await ChangeAsync($"{address}/items/{item}", new { move = -1 });
        var passage = Site.Store.Collections.Get(1)!.Items[0].Passage.Value;
        await Client.PostAsJsonAsync($"{address}/items", new { items = new[] { new { passage_id = passage } } });
        Assert.Equal("passage annotated", (await ReadAsync(address)).GetProperty("last_change").GetString());
    }

    // A collection with one passage under a heading.
    private async Task<(string Address, long Item)> MakeAsync()
    {
        using var hits = JsonDocument.Parse(await Client.GetStringAsync("/api/v1/search?kind=recommendation&limit=1"));
        var passage = hits.RootElement.GetProperty("hits")[0].GetProperty("passage_id").GetString();
        using var made = await Client.PostAsJsonAsync("/api/v1/collections", new { name = "Draft", items = new[] { new { passage_id = passage, section = "Advice" } } });
        var shown = await made.Content.ReadFromJsonAsync<JsonElement>();
        return (made.Headers.Location!.ToString(), shown.GetProperty("items")[0].GetProperty("id").GetInt64());
    }

    private async Task<JsonElement> ReadAsync(string address) => JsonDocument.Parse(await Client.GetStringAsync(address)).RootElement;

    private async Task<JsonElement> ChangeAsync(string address, object change)
    {
        using var answer = await Client.PatchAsJsonAsync(address, change);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items")[0];
    }

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString() : null;
}
