using KnowledgeBase.Export.Text;

namespace KnowledgeBase.Export.Tests.Text;

public sealed class MarkdownFormatTests
{
    private readonly string[] lines = Samples.Text(new MarkdownFormat(), Samples.Compilation()).Split('\n');

    [Fact]
    public void Has_title_headings_quotes_and_footnotes()
    {
        Assert.Equal("# Women at the table", lines[0]);
        Assert.Contains("## Good practices", lines);
        Assert.Contains("> One desk kept the calendar.[^1]", lines);
        Assert.Contains(lines, line => line.StartsWith("[^2]: A mediator, quoted in Zoë", StringComparison.Ordinal) && line.EndsWith("p. 8.", StringComparison.Ordinal));
    }

    [Fact]
    public void Sets_titles_of_works_in_italics() =>
        Assert.Contains(lines, line => line.StartsWith("- Lindqvist-Årud, Zoë, and Example Network. *Règles \\& Limits", StringComparison.Ordinal));

    [Fact]
    public void Shows_markup_from_documents_and_people_as_plain_characters()
    {
        Assert.Contains(lines, line => line.Contains(@"\<script\>alert(1)\</script\> \*#1\* \[a\](b)", StringComparison.Ordinal));
        Assert.Contains(@"**Note:** Use in chapter 2 \<b\>soon\</b\>.", lines);
    }

    [Theory]
    [InlineData("# not a heading", @"> \# not a heading[^1]")]
    [InlineData("- not an item", @"> \- not an item[^1]")]
    [InlineData("1. not a list", @"> 1\. not a list[^1]")]
    [InlineData("=== no rule", @"> \=== no rule[^1]")]
    public void Lets_no_line_of_text_begin_a_block(string text, string expected) =>
        Assert.Contains(expected, Samples.Text(new MarkdownFormat(), Samples.Of(Samples.Passage(Samples.Report, text, 1, "1"))).Split('\n'));
}
