using KnowledgeBase.Structuring.Text;

namespace KnowledgeBase.Structuring.Tests.Text;

public class LineJoinerTests
{
    [Theory]
    [InlineData("the perpetrators are brough t to justice", "the perpetrators are brought to justice")]
    [InlineData("into peace agreeme nts to address", "into peace agreements to address")]
    [InlineData("on conflict - related violence", "on conflict-related violence")]
    [InlineData("on conflict -related violence", "on conflict-related violence")]
    [InlineData("a lake -based trade", "a lake-based trade")]
    [InlineData("those present -fishermen above all- went on", "those present -fishermen above all- went on")]
    [InlineData("they chose option b at last", "they chose option b at last")]
    [InlineData("the talks - long ones - went on", "the talks - long ones - went on")]
    [InlineData("they wrote a letter", "they wrote a letter")]
    public void Takes_out_blanks_within_words_that_the_document_writes_whole(string line, string expected)
    {
        var joiner = new LineJoiner(["Those who were brought here wrote peace agreements.", "Such agreements end conflict-related harm, and long talks."]);

        var mended = joiner.StrayBlanks(line).OrderDescending().Aggregate(line, (text, at) => text.Remove(at, 1));

        Assert.Equal(expected, mended);
    }

    [Theory]
    [InlineData("harm that is conflict -", "related and old", "harm that is conflict-related and old")]
    [InlineData("the talks -", "long ones - went on", "the talks - long ones - went on")]
    public void Takes_out_the_blank_before_a_hyphen_that_ends_the_line(string left, string right, string expected) =>
        Assert.Equal(expected, new LineJoiner(["Such agreements end conflict-related harm, and long talks."]).Join(left, right));

    [Theory]
    [InlineData("https://lake.org/old-agre", "ement-of-the-towns", "https://lake.org/old-agreement-of-the-towns")]
    [InlineData("https://lake.org/old", "agreement", "https://lake.org/old agreement")]
    [InlineData("https://lake.org/renewables", "-2022 and", "https://lake.org/renewables-2022 and")]
    public void Joins_an_address_that_the_line_end_broke_within_a_word(string left, string right, string expected) =>
        Assert.Equal(expected, new LineJoiner(["The agreement of the old towns holds."]).Join(left, right));

    [Theory]
    [InlineData("an awareness-", "raising campaign", "an awareness-raising campaign")]
    [InlineData("the facili-", "tators met", "the facilitators met")]
    public void Keeps_the_hyphen_of_two_words_that_are_never_written_as_one(string left, string right, string expected)
    {
        var joiner = new LineJoiner(["Public awareness is low, and raising it takes time, said the facilitators in the gov-", "ernment, and the government agreed."]);

        Assert.Equal(expected, joiner.Join(left, right));
    }

    [Theory]
    [InlineData("a fast-", "moving crisis", "a fast-moving crisis")]
    [InlineData("the well-", "intentioned envoy", "the well-intentioned envoy")]
    [InlineData("of high-", "dimensional maps", "of high-dimensional maps")]
    [InlineData("has been high-", "lighted since", "has been highlighted since")]
    [InlineData("the well-", "ness of both", "the wellness of both")]
    [InlineData("a long-", "term plan", "a long-term plan")]
    [InlineData("a long-", "itudinal study", "a longitudinal study")]
    [InlineData("kept bad-", "gering them", "kept badgering them")]
    [InlineData("an ill-", "uminating talk", "an illuminating talk")]
    [InlineData("a fast-", "idious clerk", "a fastidious clerk")]
    [InlineData("an ill-", "prepared talk", "an ill-prepared talk")]
    public void Keeps_the_hyphen_of_a_compound_that_occurs_only_at_the_line_end(string left, string right, string expected)
    {
        var joiner = new LineJoiner(["Those who met in the gov-", "ernment said that the government agreed."]);

        Assert.Equal(expected, joiner.Join(left, right));
    }

    [Theory]
    [InlineData("see https://example.org/a/Mobile%20", "Data%20for.pdf", "see https://example.org/a/Mobile%20Data%20for.pdf")]
    [InlineData("see https://example.org/a?t=2016%2", "C%20and", "see https://example.org/a?t=2016%2C%20and")]
    [InlineData("see https://doi.example.org/10.1/20.500.", "118/464", "see https://doi.example.org/10.1/20.500.118/464")]
    [InlineData("see https://example.org/files", "2008.nsf/abc", "see https://example.org/files2008.nsf/abc")]
    [InlineData("see example.org/early-", "warning for", "see example.org/early-warning for")]
    [InlineData("see https://example.org/a", "and the rest", "see https://example.org/a and the rest")]
    [InlineData("see https://example.org/a.", "Then the rest", "see https://example.org/a. Then the rest")]
    [InlineData("see https://example.", "org/reports/wells", "see https://example.org/reports/wells")]
    [InlineData("see https://example.org/A/RES/", "70/262 and", "see https://example.org/A/RES/70/262 and")]
    [InlineData("see https://example.org/", "Documents/wells.pdf and", "see https://example.org/Documents/wells.pdf and")]
    [InlineData("see https://example.org/", "en/wells and", "see https://example.org/en/wells and")]
    [InlineData("see https://example.org/count-of-both-tow", "ns-at-the-lake/wells and", "see https://example.org/count-of-both-towns-at-the-lake/wells and")]
    [InlineData("see https://example.org/Cou", "nt/OF-WELLS and", "see https://example.org/Count/OF-WELLS and")]
    [InlineData("see https://example.org/count-of\u2010", "wells/ and", "see https://example.org/count-of\u2010wells/ and")]
    [InlineData("see https://example.org/wells/", "ropes in both", "see https://example.org/wells/ropes in both")]
    public void Joins_addresses_as_they_are(string left, string right, string expected) => Assert.Equal(expected, Joined(left, right));

    [Theory]
    [InlineData("see www.example.org/budget.", "2015/16 was a dry year")]
    [InlineData("see www.example.org/budget/", "2015/16 was a dry year")]
    [InlineData("see www.example.org/budget", "2015/16 was a dry year")]
    [InlineData("see www.example.org/budget.", "and/or by letter")]
    [InlineData("see www.example.org/budget", "and/or by letter")]
    [InlineData("who reads www.example.org/budget", "today? Both towns do")]
    [InlineData("see example.org/", "The goals of both towns")]
    [InlineData("see https://example.org/wells/", "The goals of both towns")]
    [InlineData("see https://example.org/wells/", "for the count")]
    [InlineData("see example.org/", "goals that both towns share")]
    public void Leaves_the_sentence_that_goes_on_after_an_address_alone(string left, string right) => Assert.Equal($"{left} {right}", Joined(left, right));

    [Fact]
    public void Figures_of_other_scripts_after_an_address_are_no_fault() =>
        Assert.StartsWith("see https://example.org/", Joined("see https://example.org/", "\u0662\u0660\u0661\u0665/\u0661\u0666 was dry"), StringComparison.Ordinal);

    private static string Joined(string left, string right) => new LineJoiner(["Those who met in the gov-", "ernment said that the government agreed."]).Join(left, right);
}
