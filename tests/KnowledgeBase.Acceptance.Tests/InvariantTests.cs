using System.Globalization;
using System.Text.Json;
using KnowledgeBase.Acceptance.Tests.Running;

namespace KnowledgeBase.Acceptance.Tests;

/// <summary>What must hold for every query, tried with queries whose words are drawn from the papers themselves.</summary>
public sealed class InvariantTests(SamplePapers papers) : IClassFixture<SamplePapers>
{
    private const int Queries = 12;
    private static readonly string[] Facets = ["kind", "theme", "addressee", "role", "year", "document", "lang"];
    private readonly KbProgram kb = papers.Kb;

    [Fact]
    public async Task Every_hit_quotes_its_passage_with_the_passages_pages_and_headings()
    {
        var passages = await PassagesAsync();
        var seen = 0;
        foreach (var query in DrawQueries(passages.Values.Select(passage => passage.GetProperty("text").GetString()!)))
        {
            foreach (var hit in (await AskAsync(query, "--limit", "40")).GetProperty("hits").EnumerateArray())
            {
                seen++;
                var passage = passages[hit.GetProperty("passage_id").GetString()!];
                var text = passage.GetProperty("text").GetString()!;
                Assert.Equal(text, hit.GetProperty("text").GetString());
                var cut = hit.GetProperty("snippet").GetString()!.Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal);
                Assert.All(cut.Split('…', StringSplitOptions.RemoveEmptyEntries), part => Assert.Contains(part.Trim(), text, StringComparison.Ordinal));
                Assert.Equal(Value(passage, "page_first"), Value(hit, "page_first"));
                Assert.Equal(Value(passage, "page_last"), Value(hit, "page_last"));
                Assert.Equal(Value(passage, "page_label_first"), Value(hit, "page_label"));
                Assert.Equal(Value(passage, "heading_path"), Value(hit, "heading_path"));
                Assert.All(
                    hit.GetProperty("kinds").EnumerateArray().Concat(hit.GetProperty("themes").EnumerateArray()).Concat(hit.GetProperty("addressees").EnumerateArray()),
                    tag => Assert.InRange(tag.GetProperty("confidence").GetDouble(), 0, 1));
            }
        }

        Assert.True(seen > 4 * Queries, $"only {seen} hits were looked at");
    }

    [Fact]
    public async Task Every_facet_count_is_what_choosing_the_value_finds()
    {
        var passages = await PassagesAsync();
        var query = DrawQueries(passages.Values.Select(passage => passage.GetProperty("text").GetString()!)).First();
        var facets = (await AskAsync(query)).GetProperty("facets");
        foreach (var facet in Facets)
        {
            foreach (var value in facets.GetProperty(facet).EnumerateArray().Take(2))
            {
                var chosen = await AskAsync(query, "--" + facet, value.GetProperty("value").ToString());

                Assert.Equal((facet, value.GetProperty("count").GetInt32()), (facet, chosen.GetProperty("total").GetInt32()));
            }
        }
    }

    /// <summary>All passages of all papers.</summary>
    private async Task<Dictionary<string, JsonElement>> PassagesAsync()
    {
        var passages = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        var list = JsonDocument.Parse((await kb.DoAsync("list", "--json")).Out).RootElement;
        foreach (var listed in (list.ValueKind == JsonValueKind.Array ? list : list.GetProperty("documents")).EnumerateArray())
        {
            var document = JsonDocument.Parse((await kb.DoAsync("show", listed.GetProperty("id").GetString()!, "--json")).Out).RootElement;
            foreach (var passage in document.GetProperty("passages").EnumerateArray())
            {
                passages[passage.GetProperty("id").GetString()!] = passage;
            }
        }

        return passages;
    }

    /// <summary>Two long words of one passage each, from a fixed seed.</summary>
    private static IEnumerable<string> DrawQueries(IEnumerable<string> texts)
    {
        var random = new Random(20261122);
        var pool = texts.Order(StringComparer.Ordinal).ToList();
        for (var n = 0; n < Queries; n++)
        {
            var words = pool[random.Next(pool.Count)].Split(' ').Where(word => word.Length > 6 && word.All(char.IsLetter)).ToList();
            yield return words.Count < 2 ? "mediators trust role:paragraph" : string.Create(CultureInfo.InvariantCulture, $"{words[0]} {words[^1]} role:paragraph");
        }
    }

    private async Task<JsonElement> AskAsync(string query, params string[] more)
    {
        var result = await kb.RunAsync(["search", query, "--json", .. more]);
        Assert.True(result.ExitCode is 0, $"{query}: {result.Talk}");
        return JsonDocument.Parse(result.Out).RootElement;
    }

    private static string Value(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetRawText().Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal) : "";
}
