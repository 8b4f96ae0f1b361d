using KnowledgeBase.Search.Answers;
using KnowledgeBase.Search.Query;

namespace KnowledgeBase.Search.Tests.Answers;

/// <summary>Queries that people type and nobody plans for.</summary>
public sealed class AwkwardQueryTests : IDisposable
{
    private readonly SearchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Trust \"\"", false)]
    [InlineData("Trust \"\"", true)]
    [InlineData("\"\" Trust", true)]
    [InlineData("Trust ???", true)]
    [InlineData("Trust \uD83D\uDE42", true)]
    public void Passes_over_what_holds_no_word(string query, bool memory)
    {
        folder.Save(new("a.txt", "Trust grows.", "Rain fell."));
        using var open = new OpenService(folder, memory, meaning: true);

        var answer = open.Search(query);

        Assert.Equal((1, "Trust grows."), (answer.Total, answer.Hits[0].Text));
        Assert.StartsWith("Trust; without a word to look for: \"", answer.Understood, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("???")]
    [InlineData("\uD83D\uDE42")]
    [InlineData("+??? -!?")]
    public void Says_that_there_is_nothing_to_look_for(string query)
    {
        folder.Save(new("a.txt", "Trust grows.", "Rain fell."));
        using var open = new OpenService(folder, meaning: true);

        var answer = open.Search(query);

        Assert.Equal((2, "keyword"), (answer.Total, answer.Mode));
        Assert.StartsWith($"everything; without a word to look for: \"{query.Trim('"').TrimStart('+').Split(' ')[0]}\"", answer.Understood, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\uFFFE")]
    [InlineData("\uD800")]
    [InlineData("\uDC00tru\uFFFEst\uD83D")]
    public void Takes_characters_that_Unicode_cannot_normalise(string odd)
    {
        folder.Save(new("a.txt", "The Grassroots Network (GRONET) met in Mali.") { Title = "A paper", Series = "Papers" });
        foreach (var memory in new[] { false, true })
        {
            using var open = new OpenService(folder, memory, meaning: true);
            foreach (var field in new[] { FilterField.Document, FilterField.Series, FilterField.Place, FilterField.Org, FilterField.Process, FilterField.Lang })
            {
                Assert.Equal(0, open.Search("met", new SearchFilter(field, [odd])).Total);
                Assert.Equal(0, open.Search($"met {FieldValues.NameOf(field)}:\"{odd}\"").Total);
            }

            foreach (var query in new[] { odd, $"\"{odd}\"", $"zzz{odd}", $"{odd}*", $"a{odd}a~2", $"met NEAR {odd}", $"-{odd}", $"zzz AND {odd}" })
            {
                Assert.InRange(open.Search(query).Total, 0, 1);
                Assert.InRange(open.Search(new SearchRequest(query) { Mode = SearchMode.Meaning }).Total, 0, 1);
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Reads_a_query_alike_with_a_language_chosen_beside_it_and_written_in_it(bool memory)
    {
        folder.Save(new("a.txt", "The trust.", "The other.", new Words("Le trust, dit-on.") { Language = "fr" }, new Words("On cita the report.") { Language = "fr" }));
        using var open = new OpenService(folder, memory);

        var beside = open.Search("the trust", new SearchFilter(FilterField.Lang, ["fr"]));
        var inside = open.Search("the trust lang:fr");

        Assert.Equal(1, inside.Total);
        Assert.Equal(inside.Total, beside.Total);
        Assert.Equal(inside.Hits.Select(hit => hit.PassageId), beside.Hits.Select(hit => hit.PassageId));
        Assert.Equal([("en", 1), ("fr", 1)], beside.Facets["lang"].Select(value => (value.Value, value.Count)));
        Assert.Equal(1, open.Search("the trust", new SearchFilter(FilterField.Lang, ["en"])).Total);
    }

    [Theory]
    [InlineData("+kind:recommendation funding", "any of")]
    [InlineData("funding +(kind:recommendation OR kind:lesson)", "always")]
    public void Requires_no_more_of_a_filter_with_a_plus_than_of_one_without(string query, string understood)
    {
        folder.Save(new("a.txt", new Words("Funding now.") { Kinds = ["recommendation"] }, new Words("Rain.") { Kinds = ["recommendation"] }, "Funding then."));
        using var open = new OpenService(folder);

        var answer = open.Search(query);

        Assert.Equal(["Funding now."], answer.Hits.Select(hit => hit.Text));
        Assert.DoesNotContain("if possible", answer.Understood, StringComparison.Ordinal);
        Assert.True(understood == "any of" ? answer.Understood.StartsWith("funding; kind is recommendation", StringComparison.Ordinal) : answer.Understood.Contains("always", StringComparison.Ordinal), answer.Understood);
    }

    [Theory]
    [InlineData("trust AND in:heading", 10, "cannot be joined")]
    [InlineData("NOT in:heading", 4, "cannot be joined")]
    [InlineData("trust -in:heading", 7, "cannot be joined")]
    [InlineData("trust in:heading donors in:text", 24, "in one place")]
    [InlineData("trust in:shoes", 9, "no place to look in")]
    public void Says_what_in_is_for(string query, int position, string message)
    {
        var error = QueryParser.Parse(query).Error!;

        Assert.Equal(position, error.Position);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.NotNull(QueryParser.Parse("(trust AND donors) in:heading in:heading (rain in:text)").Query);
    }

    [Fact]
    public void Refuses_what_would_go_through_all_words_or_places_of_the_store_again_and_again()
    {
        Assert.Null(QueryParser.Parse(string.Join(' ', Enumerable.Range(0, 16).Select(i => $"word{i}~"))).Error);
        Assert.Contains("near spellings", QueryParser.Parse(string.Join(' ', Enumerable.Range(0, 17).Select(i => $"word{i}~"))).Error!.Message, StringComparison.Ordinal);
        Assert.Null(QueryParser.Parse(string.Join(" NEAR ", Enumerable.Range(0, 8).Select(i => $"a{i}*"))).Error);
        Assert.Contains("8 parts at most", QueryParser.Parse(string.Join(" NEAR ", Enumerable.Range(0, 9).Select(i => $"a{i}*"))).Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_a_name_given_as_an_option_whole_with_its_commas()
    {
        Assert.Equal(["Trust, power and peace"], FieldValues.Parse(FilterField.Document, "Trust, power and peace", out _)!.Values);
        Assert.Equal(["challenge", "lesson"], FieldValues.Parse(FilterField.Kind, "challenge,lesson", out _)!.Values);
        Assert.Equal(["en", "fr"], FieldValues.Parse(FilterField.Lang, "en,fr", out _)!.Values);
        Assert.NotNull(Failure(FilterField.Series, "  "));
    }

    [Theory]
    [InlineData("PNUD", "Le Programme des Nations Unies pour le développement paya.")]
    [InlineData("pnud", "Le Programme des Nations Unies pour le développement paya.")]
    [InlineData("programme des nations unies pour le développement", "Le PNUD paya.")]
    public void Looks_for_what_a_French_paper_explains_in_French_passages(string query, string expected)
    {
        folder.Save(new("a.txt", "Le Programme des Nations Unies pour le développement (PNUD) arriva.") { Language = "fr" });
        folder.Save(new("b.txt", new Words(expected) { Language = "fr" }, new Words("Il plut.") { Language = "fr" }) { Language = "fr" });
        folder.Save(new("c.txt", "The Programme des Nations Unies pour le développement came too."));
        using var open = new OpenService(folder);

        var answer = open.Search(query);

        Assert.Contains(expected, answer.Hits.Select(hit => hit.Text));
        Assert.Contains("The Programme des Nations Unies pour le développement came too.", answer.Hits.Select(hit => hit.Text));
        Assert.DoesNotContain("Il plut.", answer.Hits.Select(hit => hit.Text));
    }

    private static QueryError? Failure(FilterField field, string text)
    {
        FieldValues.Parse(field, text, out var error);
        return error;
    }
}
