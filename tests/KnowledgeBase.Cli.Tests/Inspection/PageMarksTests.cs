using KnowledgeBase.Cli.Inspection;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Cli.Tests.Inspection;

public sealed class PageMarksTests
{
    private static readonly Font Type = new("Times", 10);

    [Fact]
    public void Every_line_of_the_page_is_marked_with_what_became_of_it()
    {
        Box running = new(100, 20, 300, 30), heading = new(100, 60, 200, 74), body = new(100, 100, 400, 112), note = new(100, 700, 400, 709), lost = new(100, 400, 300, 412);
        var page = PageOf([("Running head", running), ("2. Trust", heading), ("Trust grows slowly.", body), ("1 See above.", note), ("Nobody placed me", lost)]);
        var document = Document() with
        {
            Sections = [new("2", "Trust", 1, 3)],
            Passages = [Passage("Trust grows slowly.", PassageRole.Paragraph, body)],
            Footnotes = [new(new("b"), "1", "See above.", FootnoteType.Citation) { Page = 3, Boxes = [new(3, note)] }],
            SetAside = [new("Running head", 3, SetAsideReason.RunningHead)],
        };

        var marks = PageMarks.Of(page, document);

        Assert.Equal(
            [
                (MarkKind.Passage, "1", body), (MarkKind.Footnote, "FN 1", note), (MarkKind.SetAside, "running head", running),
                (MarkKind.Heading, "H1", heading), (MarkKind.Unplaced, "?", lost),
            ],
            marks.Select(mark => (mark.Kind, mark.Label, mark.Box)));
    }

    [Fact]
    public void Passages_keep_their_number_in_the_document()
    {
        Box first = new(100, 100, 400, 112), second = new(100, 130, 400, 142);
        var elsewhere = Passage("On another page.", PassageRole.Paragraph, first, pageNumber: 2);
        var document = Document() with { Passages = [elsewhere, Passage("Here.", PassageRole.ListItem, second)] };

        var mark = Assert.Single(PageMarks.Of(PageOf([("Here.", second)]), document));

        Assert.Equal(("2", PassageRole.ListItem), (mark.Label, mark.Role));
    }

    [Fact]
    public void The_name_under_a_quote_is_not_lost()
    {
        Box words = new(100, 100, 400, 112), name = new(250, 114, 400, 126);
        var quote = Passage("We came too late.", PassageRole.Quote, words) with { Attribution = "A mediator" };

        var marks = PageMarks.Of(PageOf([("We came too late.", words), ("– A mediator", name)]), Document() with { Passages = [quote] });

        Assert.Equal([MarkKind.Passage, MarkKind.SetAside], marks.Select(mark => mark.Kind));
        Assert.Equal("attribution", marks[1].Label);
    }

    [Fact]
    public void The_lines_of_the_title_are_not_lost()
    {
        Box first = new(100, 100, 400, 130), second = new(100, 132, 300, 162);

        var marks = PageMarks.Of(PageOf([("Too Many Hands", first), ("on the Tiller", second)]), Document() with { Front = new() { Title = "Too Many Hands on the Tiller" } });

        Assert.Equal(["title", "title"], marks.Select(mark => mark.Label));
    }

    private static Page PageOf(IEnumerable<(string Text, Box Box)> lines) =>
        new(3, null, 595, 842, [.. lines.Select(line => new Line(line.Text, line.Box, Type, [new(line.Text, line.Box, Type)]))]);

    private static Passage Passage(string text, PassageRole role, Box box, int pageNumber = 3) => new(new("a"), role, text)
    {
        PageFirst = pageNumber,
        PageLast = pageNumber,
        Boxes = [new(pageNumber, box)],
        Printed = [new(pageNumber, box, 0, text.Length)],
    };

    private static StructuredDocument Document() =>
        new(new("0123456789ab"), new("paper.pdf", new('0', 64), SourceFormat.Pdf, 1), 3, new(), [], [], [], [], [], []);
}
