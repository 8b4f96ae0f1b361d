using System.Text;
using KnowledgeBase.Documents;
using KnowledgeBase.Extraction.PlainText;

namespace KnowledgeBase.Extraction.Tests.PlainText;

public class PlainTextReaderTests
{
    [Fact]
    public void A_form_feed_begins_a_page()
    {
        var document = Read("one\ntwo\f\nthree\n\f");

        Assert.Equal([1, 2], document.Pages.Select(p => p.Number));
        Assert.Equal(["one", "two"], document.Pages[0].Lines.Select(l => l.Text));
        Assert.Contains("three", document.Pages[1].Lines.Select(l => l.Text));
    }

    [Fact]
    public void Leading_blanks_and_empty_lines_stay_since_they_tell_paragraphs_apart() =>
        Assert.Equal(["  Indented", "", "next"], Read("  Indented  \r\n\r\nnext").Pages.Single().Lines.Select(l => l.Text));

    [Fact]
    public void Characters_that_cannot_be_read_are_a_problem() =>
        Assert.Equal("unreadable-characters", Assert.Single(Read("broken \uFFFD here").Problems).Code);

    private static ExtractedDocument Read(string text) => PlainTextReader.Read(Encoding.UTF8.GetBytes(text), Lines.Source(SourceFormat.Text));
}
