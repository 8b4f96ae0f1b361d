using KnowledgeBase.Structuring.Text;

namespace KnowledgeBase.Structuring.Tests.Text;

public class LineJoinerTests
{
    [Theory]
    [InlineData("the perpetrators are brough t to justice", "the perpetrators are brought to justice")]
    [InlineData("into peace agreeme nts to address", "into peace agreements to address")]
    [InlineData("on conflict - related violence", "on conflict-related violence")]
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
    public void Joins_addresses_as_they_are(string left, string right, string expected)
    {
        var joiner = new LineJoiner(["Those who met in the gov-", "ernment said that the government agreed."]);

        Assert.Equal(expected, joiner.Join(left, right));
    }
}
