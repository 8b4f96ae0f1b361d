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
        Assert.Contains("1 to 1 of 1", result.Talk, StringComparison.Ordinal);
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

    private static int Number(JsonElement hit, string name) => hit.TryGetProperty(name, out var value) ? value.GetInt32() : 0;

    private async Task<JsonElement> AskAsync(string query, params string[] options) =>
        JsonDocument.Parse((await kb.DoAsync(["search", .. query.Length > 0 ? [query] : Array.Empty<string>(), .. options, "--json"])).Out).RootElement;
}
