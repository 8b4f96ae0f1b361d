using KnowledgeBase.Documents;
using KnowledgeBase.Structuring.Assembly;

namespace KnowledgeBase.Structuring.Tests.Assembly;

public class AssemblerTests
{
    private static readonly DocumentId Id = new("0123456789ab");

    [Fact]
    public void Sections_know_their_parents_and_passages_their_path()
    {
        var document = Assemble([Heading(1, "1. One"), Text("a"), Heading(2, "1.1 Deep"), Text("b"), Heading(1, "2. Two"), Text("c")]);

        Assert.Equal(["1 1 One", "2 1.1 Deep", "1 2 Two"], document.Outline());
        Assert.Equal([null, 0, null], document.Sections.Select(s => s.Parent));
        Assert.Equal(["One", "One > Deep", "Two"], document.Passages.Select(p => string.Join(" > ", p.HeadingPath)));
        Assert.Equal([1, 1, 1], document.Passages.Select(p => p.ParagraphInSection));
    }

    [Fact]
    public void Levels_have_no_gaps_and_unknown_ones_follow_the_number()
    {
        var document = Assemble([Heading(2, "Top"), Heading(4, "Below"), Heading(0, "3.1 Numbered")]);

        Assert.Equal(["1 Top", "2 Below", "1 3.1 Numbered"], document.Outline());
    }

    [Fact]
    public void Instances_get_kind_and_printed_ordinal_from_their_heading_or_kind_from_their_chapter()
    {
        var document = Assemble(
        [
            Heading(1, "Challenges"), Heading(2, "Challenge 1: Trust"), Heading(2, "Challenge 2: Money"),
            Heading(1, "Examples of good practices"), Heading(2, "Introduction"), Heading(2, "Mali"), Heading(2, "Myanmar"),
            Heading(1, "Lessons learned"), Heading(1, "Opportunities"),
        ]);

        Assert.Equal(
            [null, "Challenge 1", "Challenge 2", null, null, "GoodPractice ", "GoodPractice ", "Lesson ", "Opportunity "],
            document.Sections.Select(s => s.Kind is { } kind ? $"{kind} {s.Ordinal}" : null));
    }

    [Fact]
    public void Passages_with_the_same_words_have_different_ids_and_keep_them()
    {
        var first = Assemble([Text("Same words."), Text("Same words!"), Text("Others.")]);
        var again = Assemble([Text("Others."), Text("Same words."), Text("Same words!")]);

        Assert.Equal(3, first.Passages.Select(p => p.Id).Distinct().Count());
        Assert.Equal(first.Passages.Select(p => p.Id).ToHashSet(), again.Passages.Select(p => p.Id).ToHashSet());
    }

    [Fact]
    public void Footnotes_know_the_passage_that_cites_them_even_where_numbering_starts_again()
    {
        var document = Assemble(
        [
            Text("First.", "1"), Note("1", "Note A."), Text("Second.", "2"), Note("2", "Note B."), Text("Third.", "1"), Note("1", "Note C."), Note("9", "Loose."),
        ]);

        var byId = document.Passages.ToDictionary(p => p.Id, p => p.Text);
        Assert.Equal(["First.", "Second.", "Third.", null], document.Footnotes.Select(f => f.CitedBy is { } id ? byId[id] : null));
        Assert.Contains("1 of 4 footnotes have no mark in the text", document.Grade!.Reasons);
    }

    [Fact]
    public void A_note_under_a_star_on_the_first_page_is_the_titles_and_no_fault()
    {
        var document = Assemble([Text("First.", "1"), Note("*", "Issued late."), Note("1", "Note A.")]);

        Assert.DoesNotContain(document.Grade!.Reasons, r => r.Contains("no mark", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Recommendations**", "Recommendations")]
    [InlineData("Report of the panel *", "Report of the panel")]
    public void Stars_after_a_heading_lead_to_a_note_and_are_no_part_of_it(string heading, string title)
    {
        var document = Assemble([Text("First."), Heading(1, heading), Text("Second."), Note(heading.Split(title)[1].Trim(), "Not edited.") with { Printed = [new(12, new(50, 700, 290, 712), 0, 3)] }]);

        Assert.Equal(title, Assert.Single(document.Sections).Title);
        Assert.DoesNotContain(document.Grade!.Reasons, r => r.Contains("no mark", StringComparison.Ordinal));
    }

    [Fact]
    public void A_garbled_page_that_was_recognised_has_reliable_text()
    {
        var words = string.Join(' ', Enumerable.Repeat("Long sound text of many words.", 40));
        Block OnPage(int page, double? confidence) => Text(words) with { OcrConfidence = confidence, Printed = [new(page, new(50, 700, 290, 712), 0, 3)] };
        IEnumerable<string> Reasons(double? confidence) => new Assembler().Assemble(
            new([OnPage(1, null), OnPage(2, confidence)], [], ["1", "2"], []),
            new(new("paper", new('a', 64), SourceFormat.Pdf, 1), [new(1, null, 0, 0, []), new(2, null, 0, 0, [])], [new("unreliable-text", "The text of page 2 is garbled.", 2)]), Id).Grade!.Reasons;

        Assert.Contains("1 of 2 pages have no reliable text", Reasons(null));
        Assert.DoesNotContain("1 of 2 pages have no reliable text", Reasons(0.9));
    }

    [Fact]
    public void A_garbled_page_is_mended_where_its_text_was_recognised_and_not_where_a_stamp_was()
    {
        var words = string.Join(' ', Enumerable.Repeat("Long sound text of many words.", 40));
        Block On(double? confidence, params PrintedLine[] lines) => Text(words) with { OcrConfidence = confidence, Printed = lines };
        PrintedLine Line(int page, int start, int end) => new(page, new(50, 700, 290, 712), start, end);
        IReadOnlyList<string> Reasons(params Block[] blocks) => new Assembler().Assemble(
            new(blocks, [], ["1", "2"], []),
            new(new("paper", new('a', 64), SourceFormat.Pdf, 1), [new(1, null, 0, 0, []), new(2, null, 0, 0, [])], [new("unreliable-text", "The text of page 2 is garbled.", 2)]), Id).Grade!.Reasons;

        // The page's text opens on the page before.
        var mended = Reasons(On(null, Line(1, 0, 900)), On(0.9, Line(1, 0, 100), Line(2, 100, 1000)));
        Assert.DoesNotContain("1 of 2 pages have no reliable text", mended);
        Assert.Contains(mended, reason => reason.EndsWith("on 2 of 2 pages", StringComparison.Ordinal));
        Assert.Contains("1 of 2 pages have no reliable text", Reasons(On(null, Line(1, 0, 900)), On(null, Line(2, 0, 900)), On(0.9, Line(2, 0, 20))));
    }

    [Fact]
    public void A_recognised_map_spoils_a_sound_text_less_than_a_scan()
    {
        var words = string.Join(' ', Enumerable.Repeat("Long sound text of many words.", 40));
        var map = Assemble([Text(words), Text("Scraps of a map.") with { OcrConfidence = 0.6 }]).Grade!;
        var scan = Assemble([Text(words) with { OcrConfidence = 0.6 }]).Grade!;

        Assert.Equal(("A", "D"), (map.Letter, scan.Letter));
        Assert.Contains(map.Reasons, r => r.StartsWith("text recognised from pictures", StringComparison.Ordinal));
    }

    [Fact]
    public void A_footnote_block_without_number_goes_on_with_the_note_before()
    {
        var document = Assemble([Text("Text.", "1"), Note("1", "Begins here"), Note("", "and ends here.")]);

        Assert.Equal("Begins here and ends here.", Assert.Single(document.Footnotes).Text);
    }

    [Fact]
    public void Pages_labels_and_one_box_per_column_come_from_the_printed_lines()
    {
        var block = Text("one two three") with
        {
            Printed = [new(2, new(50, 700, 290, 712), 0, 3), new(2, new(310, 80, 550, 92), 4, 7), new(3, new(50, 60, 290, 72), 8, 13)],
        };
        var document = Assemble([block], SourceFormat.Pdf, labels: ["i", "7", "8"], pages: 3);

        var passage = Assert.Single(document.Passages);
        Assert.Equal((2, 3, "7", "8"), (passage.PageFirst, passage.PageLast, passage.PageLabelFirst, passage.PageLabelLast));
        Assert.Equal([(2, 50.0), (2, 310.0), (3, 50.0)], passage.Boxes.Select(b => (b.Page, b.Box.Left)));
        Assert.Equal(3, document.PageCount);
    }

    [Fact]
    public void Formats_without_pages_have_no_page_fields()
    {
        var document = Assemble([Heading(1, "One"), Text("Text.")], SourceFormat.Docx, labels: [null]);

        Assert.Null(document.PageCount);
        Assert.Null(document.Passages[0].PageFirst);
        Assert.Null(document.Sections[0].Page);
    }

    [Fact]
    public void Lists_of_members_and_participants_are_boilerplate_and_become_members()
    {
        var document = Assemble(
        [
            Heading(1, "Participants"), Item("Amina Test, Peace Institute"), Item("Luis de la Prueba (Ministry of Samples)"), Item("Bo Prov – Trial University"),
            Heading(1, "Network members in 2021"), Item("Sample Centre for Peace (SCP) www.example.org"), Item("Trial Foundation https://example.net"),
        ]);

        Assert.All(document.Passages, p => Assert.Equal(PassageRole.Boilerplate, p.Role));
        Assert.Equal(5, document.Members.Count);
        Assert.Contains("Sample Centre for Peace (SCP)", document.Members.Select(m => m.Name));
    }

    [Fact]
    public void People_are_told_apart_from_their_organisations()
    {
        var document = Assemble([Heading(1, "Participants"), Item("Amina Test, Peace Institute"), Item("Luis de la Prueba (Ministry of Samples)"), Item("Bo Prov – Trial University")]);

        Assert.Equal(
            [new Member("Amina Test", "Peace Institute"), new("Luis de la Prueba", "Ministry of Samples"), new("Bo Prov", "Trial University")], document.Members);
    }

    [Fact]
    public void Prose_about_members_is_no_list_of_them()
    {
        const string Prose = "The members of the network met once a year. They agreed on little. Nobody minded much.";
        var document = Assemble([Heading(1, "Members"), Text(Prose), Text(Prose + " And so on.")]);

        Assert.Empty(document.Members);
        Assert.All(document.Passages, p => Assert.Equal(PassageRole.Paragraph, p.Role));
    }

    [Fact]
    public void Bibliographies_and_lists_of_earlier_papers_are_references()
    {
        var document = Assemble(
        [
            Heading(1, "Previous discussion papers"), Text("Sample Papers no. 3, Waiting, 2015"), Text("Sample Papers no. 2, Listening, 2014"),
            Heading(1, "Bibliographie"), Text("Dupont, A., La paix, Paris, 2011."),
            Heading(1, "Other approaches"), Text("In 2010 some tried another way. It did not work for a long time."),
        ]);

        Assert.Equal(
            [PassageRole.Reference, PassageRole.Reference, PassageRole.Reference, PassageRole.Paragraph], document.Passages.Select(p => p.Role));
    }

    [Theory]
    [InlineData("© 2021 Sample Institute")]
    [InlineData("The views expressed here are those of the author and do not necessarily reflect those of the institute.")]
    [InlineData("ISSN 1234-5678")]
    public void Imprint_lines_are_boilerplate(string text) =>
        Assert.Equal(PassageRole.Boilerplate, Assert.Single(Assemble([Text(text)]).Passages).Role);

    [Fact]
    public void A_document_without_text_gets_the_lowest_grade() => Assert.Equal("D", Assemble([]).Grade!.Letter);

    [Fact]
    public void A_gap_in_the_numbers_of_footnotes_is_a_reason()
    {
        var document = Assemble([Text("A.", "1"), Note("1", "One."), Text("B.", "3"), Note("3", "Three.")]);

        Assert.Contains("footnote numbers have 1 gap", document.Grade!.Reasons);
    }

    [Fact]
    public void A_mark_in_a_heading_calls_one_note_and_not_all_of_its_number()
    {
        Block OnPage(Block block, int page) => block with { Printed = [new(page, new(50, 700, 290, 712), 0, 3)] };
        var document = Assemble(
            [
                OnPage(Heading(1, "Wells") with { Refs = [new("1", 5)] }, 1), OnPage(Text("First."), 1), OnPage(Note("1", "Of the heading."), 1),
                OnPage(Text("Second."), 2), OnPage(Note("1", "Loose."), 2), OnPage(Text("Third."), 7), OnPage(Note("1", "Loose too."), 7),
            ],
            SourceFormat.Pdf,
            pages: 7);

        Assert.Contains("2 of 3 footnotes have no mark in the text", document.Grade!.Reasons);
    }

    private static StructuredDocument Assemble(IReadOnlyList<Block> blocks, SourceFormat format = SourceFormat.Text, IReadOnlyList<string?>? labels = null, int pages = 1) =>
        new Assembler().Assemble(
            new(blocks, [], labels ?? [], []),
            new(new("paper", new('a', 64), format, 1), [.. Enumerable.Range(1, pages).Select(n => new Page(n, null, 0, 0, []))], []), Id);

    private static Block Heading(int level, string text) => new(BlockKind.Heading, text) { Level = level };

    private static Block Text(string text, params string[] marks) =>
        new(BlockKind.Paragraph, text) { Refs = [.. marks.Select(m => new FootnoteRef(m, text.Length))] };

    private static Block Item(string text) => new(BlockKind.ListItem, text) { Marker = "•" };

    private static Block Note(string number, string text) => new(BlockKind.Footnote, text) { Marker = number };
}
