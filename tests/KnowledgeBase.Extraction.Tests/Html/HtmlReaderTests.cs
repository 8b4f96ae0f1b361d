using System.Text;
using KnowledgeBase.Documents;
using KnowledgeBase.Extraction.Html;

namespace KnowledgeBase.Extraction.Tests.Html;

public class HtmlReaderTests
{
    [Fact]
    public void Reads_headings_paragraphs_lists_and_tables()
    {
        var shown = Read("""
            <h2>Challenges</h2><p>Some <b>bold</b>
               words.</p>
            <ol start="3" type="a"><li>third<ul><li>inner</li></ul></li><li><p>fourth</p><p>more of it</p></li></ol>
            <table><caption>Who came</caption><tr><th>Name</th><th>Country</th></tr><tr><td>Amina</td><td>Kenya</td></tr></table>
            """).Shown();

        Assert.Equal(
            [
                "Heading2 | Challenges", "Paragraph | Some bold words.", "ListItem1 c. | third", "ListItem2 • | inner", "ListItem1 d. | fourth", "ListItem1 | more of it",
                "Caption | Who came", "TableRow | Name\tCountry", "TableRow | Amina\tKenya",
            ],
            shown);
    }

    [Fact]
    public void Leaves_navigation_scripts_and_site_furniture_out_of_the_text()
    {
        var shown = Read("""
            <body><header><a href="/">Site</a></header><nav><ul><li><a href="/a">A</a></li></ul></nav>
            <main><h1>Paper</h1><p>Text.</p><p hidden>No.</p><script>var x = 1;</script></main>
            <footer><p>Contact us</p></footer></body>
            """).Shown();

        Assert.Equal(["Heading1 | Paper", "Paragraph | Text."], shown.Where(l => !l.StartsWith("Boilerplate", StringComparison.Ordinal)));
    }

    [Fact]
    public void Reads_a_title_block_that_stands_before_the_main_element()
    {
        var shown = Read("""
            <body><header><p class="series">Papers No. 4</p><h1>Trust</h1><p class="byline">A. Sample</p></header><main><p>Text.</p></main></body>
            """).Shown();

        Assert.Equal(["Subtitle | Papers No. 4", "Heading1 | Trust", "Author | A. Sample", "Paragraph | Text."], shown);
    }

    [Theory]
    // Converters, word processors and hand-made pages each have their own way; what the links do is the same.
    [InlineData("""<p>Word<sup><a href="#fn1" id="r1">1</a></sup> on.</p><section class="footnotes"><h2>Notes</h2><ol><li id="fn1"><p>The note. <a href="#r1">↩</a></p></li></ol></section>""")]
    [InlineData("""<p>Word<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a> on.</p><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> The note.</p></div>""")]
    [InlineData("""<p>Word<a href="#n1" id="m1">1</a> on.</p><p><a id="n1"></a>1. The note. <a href="#m1">back</a></p>""")]
    public void Finds_footnotes_by_what_their_links_do(string body) =>
        Assert.Equal(["Paragraph | Word^{1} on.", "Footnote 1 | The note."], Read(body).Shown());

    [Fact]
    public void A_raised_number_that_links_nowhere_is_no_footnote() =>
        Assert.Equal(["Paragraph | an area of 5 km^{2}"], Read("<p>an area of 5 km<sup>2</sup></p>").Shown());

    [Fact]
    public void Knows_who_is_quoted()
    {
        var shown = Read("""<blockquote><p>“We waited.”</p><footer>— Delegate, <cite>Helsinki</cite></footer></blockquote>""").Shown();

        Assert.Equal(["Quote | “We waited.”", "Attribution | — Delegate, Helsinki"], shown);
    }

    [Fact]
    public void Two_line_breaks_part_paragraphs_and_one_does_not()
    {
        var lines = Read("<div>One<br>line.<br><br>Two.</div>").Pages[0].Lines;

        Assert.Equal(["One", "line.", "Two."], lines.Select(l => l.Text));
        Assert.Equal([0, 0, 1], lines.Select(l => l.Declared!.Block));
    }

    [Fact]
    public void Tables_that_lay_out_the_page_hold_running_text() =>
        Assert.Equal(["Heading2 | Left", "Paragraph | Text."], Read("<table><tr><td><h2>Left</h2></td><td><p>Text.</p></td></tr></table>").Shown());

    [Fact]
    public void Reads_the_head()
    {
        var metadata = Read("""
            <html lang="fr"><head><title>Titre</title><meta name="author" content="A. Un"><meta name="date" content="2021-03-04">
            <meta name="citation_doi" content="10.1234/abc"></head><body><p>Texte.</p></body></html>
            """).Metadata;

        Assert.Equal(("Titre", "A. Un", "fr", 2021, "10.1234/abc"), (metadata.Title, metadata.Author, metadata.Language, metadata.Created?.Year, metadata.More["doi"]));
    }

    [Fact]
    public void Reads_a_page_in_the_encoding_it_declares()
    {
        byte[] page = [.. Encoding.ASCII.GetBytes("<meta charset=\"windows-1251\"><p>"), 0xEC, 0xE8, 0xF0, .. Encoding.ASCII.GetBytes("</p>")];

        Assert.Equal(["Paragraph | мир"], HtmlReader.Read(page, Lines.Source(SourceFormat.Html), CancellationToken.None).Shown());
    }

    [Fact]
    public void Refuses_a_page_nested_too_deeply()
    {
        var page = string.Concat(Enumerable.Repeat("<div>", 200_000)) + "text";

        Assert.Equal("unsafe-file", Assert.Throws<RejectedInputException>(() => Read(page)).Problem.Code);
    }

    [Fact]
    public void Rejects_a_page_without_words() =>
        Assert.Equal("no-text", Assert.Throws<RejectedInputException>(() => Read("<html><body><script>render()</script></body></html>")).Problem.Code);

    private static ExtractedDocument Read(string page) => HtmlReader.Read(Encoding.UTF8.GetBytes(page), Lines.Source(SourceFormat.Html), CancellationToken.None);
}
