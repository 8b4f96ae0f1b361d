using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using KnowledgeBase.Search.Answers;

namespace KnowledgeBase.Web.Tests.Api;

[Collection(Samples.Name)]
public sealed class ApiTests(SampleStore samples) : SiteTests(samples)
{
    [Fact]
    public async Task Search_gives_the_hits_of_the_search_service_in_the_same_JSON()
    {
        var expected = Site.Search.Search(new("rivalry between mediators"), CancellationToken.None).Answer!;
        var answer = SearchJson.Read(await Client.GetStringAsync("/api/v1/search?q=rivalry+between+mediators"))!;

        Assert.NotEmpty(answer.Hits);
        Assert.Equal(SearchJson.Write(expected with { TookMs = 0 }), SearchJson.Write(answer with { TookMs = 0 }));
    }

    [Fact]
    public async Task Choosing_a_facet_value_finds_as_many_as_the_facet_counted()
    {
        var all = await Json("/api/v1/search?q=mediation&limit=1");
        var facets = all.GetProperty("facets");
        foreach (var field in new[] { "kind", "theme", "year", "document", "series", "role", "lang" })
        {
            foreach (var value in facets.GetProperty(field).EnumerateArray())
            {
                var chosen = await Json($"/api/v1/search?q=mediation&limit=0&{field}={Uri.EscapeDataString(value.GetProperty("value").GetString()!)}");
                Assert.Equal($"{field} {value.GetProperty("value")}: {value.GetProperty("count")}", $"{field} {value.GetProperty("value")}: {chosen.GetProperty("total")}");
            }
        }
    }

    [Fact]
    public async Task A_query_that_cannot_be_read_is_answered_with_place_and_hint()
    {
        var response = await Client.GetAsync("/api/v1/search?q=kind:chalenge");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("bad-query", problem.GetProperty("code").GetString());
        Assert.Equal(5, problem.GetProperty("position").GetInt32());
        Assert.Contains("challenge", problem.GetProperty("hint").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/search?limit=201", "bad-parameter")]
    [InlineData("/api/v1/search?offset=-1", "bad-parameter")]
    [InlineData("/api/v1/search?limit=many", "bad-request")]
    [InlineData("/api/v1/search?kind=nonsense", "bad-parameter")]
    [InlineData("/api/v1/search?order=luck", "bad-parameter")]
    [InlineData("/api/v1/search?mode=guess", "bad-parameter")]
    [InlineData("/api/v1/search?expand=perhaps", "bad-parameter")]
    [InlineData("/api/v1/search?within=room", "bad-parameter")]
    [InlineData("/api/v1/passages/0000/similar?limit=201", "bad-parameter")]
    [InlineData("/api/v1/documents?limit=0", "bad-parameter")]
    [InlineData("/api/v1/search/export?q=trust&format=exe", "unknown-export-format")]
    public async Task A_parameter_out_of_range_is_refused_with_a_code(string address, string code)
    {
        var response = await Client.GetAsync(address);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(code, (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_passage_comes_with_its_place_in_print_and_its_neighbours()
    {
        var hit = (await Json("/api/v1/search?q=rivalry&role=paragraph&document=" + PdfId())).GetProperty("hits")[0];
        var id = hit.GetProperty("passage_id").GetString();
        var passage = await Json($"/api/v1/passages/{id}");
        Assert.Equal(hit.GetProperty("text").GetString(), passage.GetProperty("text").GetString());
        Assert.Equal(hit.GetProperty("citation").GetString(), passage.GetProperty("citation").GetString());
        var box = passage.GetProperty("boxes")[0];
        Assert.Equal(passage.GetProperty("page_first").GetInt32(), box.GetProperty("page").GetInt32());
        Assert.True(box.GetProperty("right").GetDouble() > box.GetProperty("left").GetDouble());

        var context = await Json($"/api/v1/passages/{id}/context?before=1&after=1");
        Assert.Equal(id, context.GetProperty("passage").GetProperty("passage_id").GetString());
        Assert.Equal(1, context.GetProperty("after").GetArrayLength());
    }

    [Fact]
    public async Task The_picture_of_a_page_is_a_PNG_of_the_resolution_asked_for()
    {
        var bytes = await Client.GetByteArrayAsync($"/api/v1/documents/{PdfId()}/pages/1.png?dpi=72");
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], bytes[..4]);
        // IHDR: the width stands at byte 16, big-endian; A4 is 595.28 points wide, at 72 dpi a pixel each.
        Assert.Equal(596, (bytes[16] << 24) | (bytes[17] << 16) | (bytes[18] << 8) | bytes[19]);
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync($"/api/v1/documents/{PdfId()}/pages/999.png")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Client.GetAsync($"/api/v1/documents/{PdfId()}/pages/1.png?dpi=73")).StatusCode);
    }

    [Fact]
    public async Task The_original_comes_back_byte_for_byte_as_a_download()
    {
        var response = await Client.GetAsync($"/api/v1/documents/{PdfId()}/original");
        Assert.Equal(
            await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "corpus", "papers", SampleStore.PublicFile)), await response.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(SampleStore.PublicFile, response.Content.Headers.ContentDisposition?.FileNameStar);
    }

    [Fact]
    public async Task An_unchanged_answer_is_not_sent_twice_and_a_changed_store_changes_the_tag()
    {
        var address = $"/api/v1/documents/{PdfId()}";
        var first = await Client.GetAsync(address);
        var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, (await Client.SendAsync(again)).StatusCode);

        var passage = (await Json($"{address}/passages?limit=1")).GetProperty("items")[0].GetProperty("passage_id").GetString();
        (await Client.PostAsJsonAsync($"/api/v1/passages/{passage}/reviews", new { field = "kind", label = "lesson", decision = "add" })).EnsureSuccessStatusCode();
        var changed = new HttpRequestMessage(HttpMethod.Get, address);
        changed.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await Client.SendAsync(changed)).StatusCode);
    }

    [Fact]
    public async Task A_decision_changes_the_tag_and_taking_it_back_restores_it()
    {
        var passage = (await Json("/api/v1/search?kind=recommendation&limit=1")).GetProperty("hits")[0].GetProperty("passage_id").GetString();
        var response = await Client.PostAsJsonAsync(
            $"/api/v1/passages/{passage}/reviews", new { field = "kind", label = "recommendation", decision = "reject", why = "a plan" });
        var review = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.DoesNotContain("recommendation", Kinds(await Json($"/api/v1/passages/{passage}")));

        Assert.Equal(HttpStatusCode.NoContent, (await Client.DeleteAsync($"/api/v1/reviews/{review.GetProperty("id").GetInt64()}")).StatusCode);
        Assert.Contains("recommendation", Kinds(await Json($"/api/v1/passages/{passage}")));
        Assert.Equal(["review.undo", "review.record"], (await Json("/api/v1/acts")).EnumerateArray().Select(a => a.GetProperty("what").GetString()));
    }

    [Fact]
    public async Task What_a_document_is_called_can_be_corrected_and_taken_back()
    {
        var hit = (await Json("/api/v1/search?q=rivalry&limit=1")).GetProperty("hits")[0];
        var document = hit.GetProperty("document");
        var (id, title, passage) = (document.GetProperty("id").GetString()!, document.GetProperty("title").GetString()!, hit.GetProperty("passage_id").GetString()!);
        async Task<JsonElement> SayAsync(object front)
        {
            Assert.Equal(HttpStatusCode.NoContent, (await Client.PatchAsJsonAsync($"/api/v1/documents/{id}/front", front)).StatusCode);
            return await Json($"/api/v1/passages/{passage}");
        }

        var said = await SayAsync(new { title = "Too Few Hands", year = "2015", authors = new[] { "Ada Muster" } });
        Assert.StartsWith("Ada Muster, Too Few Hands", said.GetProperty("citation").GetString(), StringComparison.Ordinal);
        Assert.Equal(2015, said.GetProperty("document").GetProperty("year").GetInt32());

        // What is left out stays; what is empty is taken back.
        var mended = await SayAsync(new { title = "", authors = Array.Empty<string>() });
        Assert.Equal(title, mended.GetProperty("document").GetProperty("title").GetString());
        Assert.Equal(2015, mended.GetProperty("document").GetProperty("year").GetInt32());
        await SayAsync(new { year = "" });
        Assert.Equal(Documents.FrontMatterEdits.None, Site.Store.FrontEdits.Of(new(id)));

        var future = await Client.PatchAsJsonAsync($"/api/v1/documents/{id}/front", new { year = "3020" });
        Assert.Equal("bad-year", (await future.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await Client.PatchAsJsonAsync("/api/v1/documents/ffffffffffff/front", new { title = "x" })).StatusCode);
    }

    [Fact]
    public async Task The_queue_of_passages_to_decide_on_and_how_far_people_agree_are_there_for_programs()
    {
        var queue = (await Json("/api/v1/reviews/queue?limit=3")).EnumerateArray().ToArray();
        Assert.Equal(3, queue.Length);
        var id = new Documents.PassageId(queue[0].GetProperty("passage_id").GetString()!);
        Assert.Empty((await Json("/api/v1/reviews/agreement")).EnumerateArray());

        // Alike on one of two.
        foreach (var (label, second) in new[] { ("lesson", Store.Decision.Add), ("opportunity", Store.Decision.Reject) })
        {
            Site.Store.Reviews.Record(id, Store.ReviewField.Kind, label, Store.Decision.Add, "Ada", null);
            Site.Store.Reviews.Record(id, Store.ReviewField.Kind, label, second, "Ben", null);
        }

        var pair = Assert.Single((await Json("/api/v1/reviews/agreement")).EnumerateArray());
        Assert.Equal(("Ada", "Ben"), (pair.GetProperty("first").GetString(), pair.GetProperty("second").GetString()));
        Assert.Equal((2, 1), (pair.GetProperty("together").GetProperty("both").GetInt32(), pair.GetProperty("together").GetProperty("agreed").GetInt32()));
        Assert.Equal(["opportunity", "lesson"], pair.GetProperty("tags").EnumerateArray().Select(tag => tag.GetProperty("label").GetString()));
        Assert.Contains("Ada, Ben", await Client.GetStringAsync("/review"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collection_is_gathered_ordered_exported_and_undone()
    {
        var hits = (await Json("/api/v1/search?kind=recommendation&limit=3")).GetProperty("hits").EnumerateArray().Select(h => h.GetProperty("passage_id").GetString()).ToArray();
        var made = await Client.PostAsJsonAsync("/api/v1/collections", new { name = "Draft", items = hits.Select(h => new { passage_id = h, section = "Advice" }) });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var address = made.Headers.Location!.ToString();
        var items = (await Json(address)).GetProperty("items");
        Assert.Equal(hits, items.EnumerateArray().Select(i => i.GetProperty("passage_id").GetString()));

        var moved = await Client.PatchAsJsonAsync($"{address}/items/{items[2].GetProperty("id").GetInt64()}", new { move = -1 });
        var order = (await moved.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("passage_id").GetString());
        Assert.Equal([hits[0], hits[2], hits[1]], order);
        await Client.PostAsync($"{address}/undo", null);
        Assert.Equal(hits, (await Json(address)).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("passage_id").GetString()));

        var export = await Client.GetAsync($"{address}/export?format=markdown");
        Assert.Equal("draft.md", export.Content.Headers.ContentDisposition?.FileName);
        Assert.Contains("## Advice", await export.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await Client.PostAsJsonAsync("/api/v1/collections", new { name = "Draft", items = Array.Empty<object>() })).StatusCode);
    }

    [Fact]
    public async Task What_is_not_there_is_answered_in_JSON_too()
    {
        foreach (var address in new[] { "/api/v1/nothing", "/api/v1/documents/ffffffffffff", "/api/v1/passages/0", "/api/v1/collections/99", "/api/v1/jobs/99" })
        {
            var response = await Client.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.Equal("not-found", (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        }
    }

    [Fact]
    public async Task The_OpenAPI_document_is_the_committed_one()
    {
        var path = Path.Combine(Repository.Root, "docs", "openapi.json");
        var served = await Client.GetStringAsync("/api/v1/openapi.json");
        if (Environment.GetEnvironmentVariable("KB_REWRITE_GOLDENS") == "1")
        {
            await File.WriteAllTextAsync(path, served.ReplaceLineEndings("\n") + "\n");
            Assert.Fail("docs/openapi.json was rewritten. Read the difference, commit it, and run without KB_REWRITE_GOLDENS.");
        }

        Assert.Equal((await File.ReadAllTextAsync(path)).TrimEnd(), served.ReplaceLineEndings("\n"));
    }

    private string PdfId() => Site.Store.Documents.Find(SampleStore.PublicFile).Id.Value;

    private async Task<JsonElement> Json(string address)
    {
        var response = await Client.GetAsync(address);
        Assert.True(response.IsSuccessStatusCode, $"{address}: {response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static IEnumerable<string?> Kinds(JsonElement passage) => passage.GetProperty("kinds").EnumerateArray().Select(k => k.GetProperty("tag").GetString());
}
