using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Query;

namespace KnowledgeBase.Search.Tests.Query;

public sealed class QueryParserTests
{
    [Theory]
    [InlineData("trust", "trust")]
    [InlineData("trust mediators", "any of trust, mediators")]
    [InlineData("the trust between mediators", "any of trust, mediators; left out as very common: the, between")]
    [InlineData("to be or not to be", "any of to, be, or, not, to, be")]
    [InlineData("trust AND mediators", "(trust and mediators)")]
    [InlineData("trust and mediators", "any of trust, mediators; left out as very common: and")]
    [InlineData("aid bread OR corn drink", "any of aid, (bread or corn), drink")]
    [InlineData("trust OR donors AND money", "(trust or (donors and money))")]
    [InlineData("(trust OR donors) AND money", "((trust or donors) and money)")]
    [InlineData("\"local ownership\"", "the words \"local ownership\"")]
    [InlineData("\u201Clocal ownership\u201D", "the words \"local ownership\"")]
    [InlineData("mediat*", "words beginning with mediat")]
    [InlineData("trust NEAR/5 donors", "trust and donors within 5 words of each other")]
    [InlineData("trust NEAR donors", "trust and donors within 10 words of each other")]
    [InlineData("trust -donors", "trust; without donors")]
    [InlineData("trust NOT NOT donors", "any of trust, donors")]
    [InlineData("+trust donors", "always trust; if possible donors")]
    [InlineData("kind:good-practice trust", "trust; kind is good_practice")]
    [InlineData("kind:recommendations", "kind is recommendation")]
    [InlineData("trust kind:challenge,lesson year:2015..2020", "trust; kind is challenge or lesson; year from 2015 to 2020")]
    [InlineData("-kind:challenge", "not kind is challenge")]
    [InlineData("donors in:heading", "donors in headings")]
    [InlineData("WHO said", "any of WHO, said")]
    [InlineData("", "everything")]
    [InlineData("   ", "everything")]
    [InlineData("&", "everything; without a word to look for: \"&\"")]
    public void Says_in_words_how_it_read_a_query(string query, string understood)
    {
        var parsed = QueryParser.Parse(query);

        Assert.Null(parsed.Error);
        Assert.Equal(understood, Compile(parsed.Query!).Understood);
    }

    [Theory]
    [InlineData("trust \"local", 6, 6, "never closed")]
    [InlineData("(trust", 0, 1, "never closed")]
    [InlineData("trust)", 5, 1, "no opening")]
    [InlineData("()trust)", 7, 1, "no opening")]
    [InlineData("trust AND", 9, 0, "missing at the end")]
    [InlineData("AND trust", 0, 3, "word is expected")]
    [InlineData("trust OR OR donors", 9, 2, "word is expected")]
    [InlineData("trust NEAR/x donors", 6, 6, "whole number")]
    [InlineData("trust NEAR/5 (a b)", 6, 6, "joins words")]
    [InlineData("colour:red", 0, 7, "no field 'colour'")]
    [InlineData("kind:chalenge", 5, 8, "no kind")]
    [InlineData("trust year:later", 11, 5, "no year")]
    [InlineData("year:2020..2015", 5, 10, "no year")]
    [InlineData("kind:(challenge)", 5, 1, "needs a value")]
    [InlineData("trust kind:", 11, 0, "needs a value")]
    [InlineData("in:nowhere", 3, 7, "no place")]
    public void Says_where_a_query_goes_wrong_and_what_to_write(string query, int position, int length, string message)
    {
        var error = QueryParser.Parse(query).Error!;

        Assert.Equal((position, length), (error.Position, error.Length));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.Hint);
    }

    [Theory]
    [InlineData("kind:chalenge", "challenge")]
    [InlineData("lang:english", "en")]
    [InlineData("addressee:governments", "states")]
    public void Offers_the_value_that_was_probably_meant(string query, string meant) =>
        Assert.Contains($"Did you mean {meant}?", QueryParser.Parse(query).Error!.Hint, StringComparison.Ordinal);

    [Theory]
    [InlineData("year:2015-2020")]
    [InlineData("year:2015\u20132020")]
    public void Reads_a_range_of_years_as_it_is_printed(string query) => Assert.Equal("year from 2015 to 2020", Compile(QueryParser.Parse(query).Query!).Understood);

    [Theory]
    [InlineData("https://example.org/paper")]
    [InlineData("Note: the parties")]
    [InlineData("12:30")]
    [InlineData("A/66/811")]
    [InlineData("two ways: 1) talks and 2) shuttle visits")]
    [InlineData("a) trust b) donors iv) rain")]
    [InlineData("well-being and 5*3 = 15 ~ fine!")]
    [InlineData("R&D; C#, .NET & \"C++\"")]
    public void Reads_pasted_text_as_words(string query) => Assert.Null(QueryParser.Parse(query).Error);

    [Theory]
    [InlineData("trust mediators")]
    [InlineData("trust AND (donors OR \"local ownership\") -rain")]
    [InlineData("med* fuzzi~1 a NEAR/3 b")]
    [InlineData("+trust kind:challenge,lesson year:2015.. document:\"Money, and trust\" in:heading")]
    [InlineData("-(a b) OR c")]
    public void Writes_a_query_that_reads_back_as_the_same(string query)
    {
        var tree = QueryParser.Parse(query).Query!;

        var again = QueryParser.Parse(QueryWriter.Write(tree));

        Assert.Null(again.Error);
        Assert.Equal(Compile(tree).Understood, Compile(again.Query!).Understood);
    }

    [Fact]
    public void Refuses_what_is_too_long_or_too_deep()
    {
        Assert.NotNull(QueryParser.Parse(new string('a', 5000)).Error);
        Assert.NotNull(QueryParser.Parse(new string('(', 100) + "a" + new string(')', 100)).Error);
    }

    [Fact]
    public void Says_how_it_was_read_in_the_words_that_it_is_given()
    {
        var query = QueryParser.Parse("+trust \"local ownership\" the -kind:lesson").Query!;
        var said = QueryCompiler.Compile(query, TextLanguages.English, () => [], Thesaurus.Empty, text => $"[{text.Code} {string.Join('|', text.Values)}]").Understood;
        Assert.Contains("[query-always trust]", said, StringComparison.Ordinal);
        Assert.Contains("[query-preferred [query-phrase local ownership]]", said, StringComparison.Ordinal);
        Assert.Contains("[query-not [query-filter [query-field kind]|[query-value kind|lesson]]]", said, StringComparison.Ordinal);
        Assert.Contains("|the]", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kind:chalenge", "query-no-value", "query-near-value-hint")]
    [InlineData("(trust", "query-open-unclosed", "query-open-unclosed-hint")]
    public void An_error_has_words_of_its_own_beside_the_English(string query, string wrong, string remedy)
    {
        var error = QueryParser.Parse(query).Error!;
        Assert.Equal((wrong, remedy), (error.Wrong.Code, error.Remedy.Code));
        Assert.Equal((error.Wrong.English, error.Remedy.English), (error.Message, error.Hint));
    }

    private static CompiledQuery Compile(QueryNode query) => QueryCompiler.Compile(query, TextLanguages.English, () => []);
}
