using System.Text.Json;
using KnowledgeBase.Acceptance.Tests.Running;

namespace KnowledgeBase.Acceptance.Tests;

/// <summary>
/// From a question to a cited answer. What is expected was read off the papers themselves: their sources, and the printed pages.
/// </summary>
public sealed class SearchTests(SamplePapers papers) : IClassFixture<SamplePapers>
{
    private readonly KbProgram kb = papers.Kb;

    /// <summary>Words of one passage of a paper, the file's page they stand on (0 where there are no pages), the number printed there, its last page.</summary>
    public static TheoryData<string, string, int, string?, int> Places { get; } = new()
    {
        { "\"removal of mines from main roads\"", "11-ceasefire-monitoring-sudan.pdf", 4, "18", 4 },
        { "\"guarded a market day\"", "11-ceasefire-monitoring-sudan.pdf", 4, "18", 4 },
        { "\"Use independent commissions\"", "12-from-agreement-to-implementation-northern-ireland.pdf", 5, "5", 5 },
        { "\"placed them at the disposal of the facilitators\"", "01-rivalry-between-mediators-great-lakes.pdf", 2, "2", 3 },
        { "\"titularidad nacional\" municipio role:footnote", "05-paz-territorial-colombia.pdf", 1, "1", 1 },
        { "\"traduit, enregistré et diffusé\"", "04-appropriation-locale-sahel.pdf", 4, "4", 4 },
        { "\"anonymised accounts as proof of expenditure\"", "06-confidentiality-do-no-harm-syria.pdf", 4, "4", 4 },
        { "\"small common set of descriptors\"", "13-knowledge-sharing-tunisia.md", 0, null, 0 },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Every_hit_names_its_paper_and_its_printed_page(string query, string file, int page, string? label, int lastPage)
    {
        var hit = (await AskAsync(query)).GetProperty("hits")[0];

        Assert.Equal(file, hit.GetProperty("document").GetProperty("file").GetString());
        Assert.Equal(page, Number(hit, "page_first"));
        Assert.Equal(lastPage, Number(hit, "page_last"));
        Assert.Equal(label, hit.TryGetProperty("page_label", out var printed) ? printed.GetString() : null);
    }

    [Fact]
    public async Task Cites_series_number_year_and_printed_page()
    {
        var hit = (await AskAsync("\"guarded a market day\"")).GetProperty("hits")[0];

        var citation = hit.GetProperty("citation").GetString()!;
        Assert.Contains("Eyes on the Line: Ceasefire Monitoring in Sudan, 2002 to 2023", citation, StringComparison.Ordinal);
        Assert.Contains("Mediation Knowledge Samples, no. 11 (2023), p. 18.", citation, StringComparison.Ordinal);
        Assert.Contains("Illustrative speaker, former member of a joint monitoring team", citation, StringComparison.Ordinal);
        Assert.Equal(["Good practices", "Opening roads first"], hit.GetProperty("heading_path").EnumerateArray().Select(title => title.GetString()));
    }

    [Fact]
    public async Task Where_there_are_no_pages_cites_section_and_paragraph()
    {
        var hit = (await AskAsync("\"small common set of descriptors\"")).GetProperty("hits")[0];

        Assert.EndsWith("sec. “Recommendations”, para. 2.", hit.GetProperty("citation").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_number_that_is_printed_before_a_recommendation_stands_before_the_hit()
    {
        var result = await kb.RunAsync("search", "\"Use independent commissions\"");

        Assert.Contains("4. Use independent commissions.", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_keeps_what_it_names_and_the_facet_foretold_how_much()
    {
        var all = await AskAsync("mediators");
        var foretold = all.GetProperty("facets").GetProperty("kind").EnumerateArray().Single(value => value.GetProperty("value").GetString() == "recommendation");

        var filtered = await AskAsync("mediators", "--kind", "recommendation");

        Assert.Equal(foretold.GetProperty("count").GetInt32(), filtered.GetProperty("total").GetInt32());
        Assert.All(filtered.GetProperty("hits").EnumerateArray(), hit => Assert.Contains(
            hit.GetProperty("kinds").EnumerateArray(), kind => kind.GetProperty("tag").GetString() == "recommendation"));
    }

    [Fact]
    public async Task Years_are_the_years_of_publication()
    {
        var years = (await AskAsync("", "--year", "2019..2020", "--limit", "200")).GetProperty("hits").EnumerateArray()
            .Select(hit => hit.GetProperty("document").GetProperty("year").GetInt32()).Distinct().Order();

        Assert.Equal([2019, 2020], years);
    }

    [Fact]
    public async Task Advice_to_donors_is_found_under_donors()
    {
        var answer = await AskAsync("\"anonymised accounts\"", "--addressee", "donors");

        Assert.Equal(1, answer.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Offset_goes_on_where_limit_stopped()
    {
        var whole = Ids(await AskAsync("trust", "--limit", "6"));

        var parts = Ids(await AskAsync("trust", "--limit", "3")).Concat(Ids(await AskAsync("trust", "--limit", "3", "--offset", "3")));

        Assert.Equal(6, whole.Count);
        Assert.Equal(whole, parts);
    }

    [Fact]
    public async Task For_people_prints_passage_citation_and_tags_without_colour_in_a_pipe()
    {
        var result = await kb.DoAsync("search", "\"guarded a market day\"");

        Assert.Contains("Good practices > Opening roads first", result.Out, StringComparison.Ordinal);
        Assert.Contains("We guarded a market day", result.Out, StringComparison.Ordinal);
        Assert.Contains("p. 18.", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', result.Out);
        Assert.Contains("1 found", result.Talk, StringComparison.Ordinal);
        Assert.Contains("1 to 1 shown", result.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whole_passages_are_printed_when_asked_for()
    {
        var text = (await AskAsync("ceasefire", "--limit", "50")).GetProperty("hits").EnumerateArray()
            .Select(hit => hit.GetProperty("text").GetString()!).First(passage => passage.Length > 500);

        Assert.DoesNotContain(text, Unbroken((await kb.DoAsync("search", "ceasefire", "--limit", "50")).Out), StringComparison.Ordinal);
        Assert.Contains(text, Unbroken((await kb.DoAsync("search", "ceasefire", "--limit", "50", "--full")).Out), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passage_is_shown_whole_with_heading_citation_and_what_stands_around_it()
    {
        var id = (await AskAsync("\"guarded a market day\"")).GetProperty("hits")[0].GetProperty("passage_id").GetString()!;

        var shown = Unbroken((await kb.DoAsync("show", id)).Out);
        var json = JsonDocument.Parse((await kb.DoAsync("show", id, "--json")).Out).RootElement;

        Assert.Contains("== Good practices > Opening roads first", shown, StringComparison.Ordinal);
        Assert.Contains("We guarded a market day, and the line guarded itself.", shown, StringComparison.Ordinal);
        Assert.Contains("no. 11 (2023), p. 18.", shown, StringComparison.Ordinal);
        Assert.Equal(id, json.GetProperty("passage").GetProperty("passage_id").GetString());
        Assert.Contains(Unbroken(json.GetProperty("before")[0].GetProperty("text").GetString()!), shown, StringComparison.Ordinal);
        Assert.Contains(Unbroken(json.GetProperty("after")[0].GetProperty("text").GetString()!), shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("11-ceasefire-monitoring-sudan.pdf")]
    [InlineData("eyes on the line")]
    public async Task A_document_is_shown_by_file_name_or_words_of_its_title(string name) =>
        Assert.StartsWith("Eyes on the Line", (await kb.DoAsync("show", name, "--outline")).Out, StringComparison.Ordinal);

    [Fact]
    public async Task A_document_that_does_not_exist_is_an_error_that_names_near_ones()
    {
        var result = await kb.RunAsync("search", "trust", "--document", "11-ceasefire-monitoring-sudn.pdf", "--json");

        Assert.Equal((2, ""), (result.ExitCode, result.Out));
        var error = JsonDocument.Parse(result.Talk).RootElement.GetProperty("error");
        Assert.Equal("document-not-found", error.GetProperty("code").GetString());
        Assert.Contains("Eyes on the Line", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_can_be_narrowed_and_ordered()
    {
        var lines = (await kb.DoAsync("list", "--year", "2020-2023", "--sort", "year")).Lines.Skip(1).ToList();

        Assert.Contains("11-ceasefire-monitoring-sudan.pdf", lines[0], StringComparison.Ordinal);
        Assert.Equal(lines.Select(line => line[14..18]).OrderDescending(StringComparer.Ordinal), lines.Select(line => line[14..18]));
        Assert.All(lines, line => Assert.InRange(int.Parse(line[14..18], System.Globalization.CultureInfo.InvariantCulture), 2020, 2023));
    }

    [Fact]
    public async Task Hits_within_one_document_are_exported_into_a_folder_that_is_made()
    {
        var result = await kb.DoAsync("export", "--search", "ceasefire", "--document", "eyes on the line", "--format", "csv", "-o", "new/folder/hits.csv");

        Assert.Contains("of 1 document written to", result.Talk, StringComparison.Ordinal);
        Assert.True(File.Exists(kb.PathOf("new/folder/hits.csv")));
    }

    [Fact]
    public async Task Nothing_found_says_what_to_try()
    {
        var result = await kb.RunAsync("search", "xylophone");

        Assert.Equal((1, ""), (result.ExitCode, result.Out));
        Assert.Contains("nothing found", result.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_that_cannot_be_read_is_shown_with_the_place()
    {
        var result = await kb.RunAsync("search", "trust AND (");

        Assert.Equal((2, ""), (result.ExitCode, result.Out));
        Assert.Contains("at character 11", result.Talk, StringComparison.Ordinal);
        Assert.Contains("\n    trust AND (\n              ^", result.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_with_a_slip_names_the_right_word()
    {
        var result = await kb.RunAsync("search", "--kind", "recomendation");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("Did you mean recommendation?", result.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reindexing_gives_the_same_answers()
    {
        var before = Ids(await AskAsync("ceasefire", "--limit", "20"));

        await kb.DoAsync("reindex");

        Assert.Equal(before, Ids(await AskAsync("ceasefire", "--limit", "20")));
    }

    private static List<string?> Ids(JsonElement answer) => [.. answer.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("passage_id").GetString())];

    private static string Unbroken(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static int Number(JsonElement hit, string name) => hit.TryGetProperty(name, out var value) ? value.GetInt32() : 0;

    private async Task<JsonElement> AskAsync(string query, params string[] options) =>
        JsonDocument.Parse((await kb.DoAsync(["search", .. query.Length > 0 ? [query] : Array.Empty<string>(), .. options, "--json"])).Out).RootElement;
}
