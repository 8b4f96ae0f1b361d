using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Tests.Dump;

public class DumpReaderTests
{
    // The shape of a dumped two-column paper: a page begins with one leading blank, notes and link lists stand in mid-text.
    private const string Paper = """
        1. Waiting for the right hour

        The envoys of the three towns met four times in the
        winter and parted without a paper that anyone would
        sign.1 What they had was time, and they spent it on
        walks along the river, which the host had put on the

        1 Ana Sample, “What Walks Are Good For”, Journal of
        Samples 11:2 (2006), 91–97, https://example.org/
        walks-and-talks.pdf

        https://example.org/walks-and-talks.pdf
        https://example.org/walks-and-talks.pdf
         agenda by mistake. In the end the mistake was worth
        more than the agenda, as one of them put it:

        “We would never have met without that slip. He
        told me about his mother, and I told him about
        the price of grain, and then we had a draft.”
         Delegate of the upper town

        2. Challenges
        Three things stood in the way of people who looked for
        an agreement of the towns, and all of them had to do with the river.

        Challenge 1: A long river and a short
        memory

        Nobody knew who had built the dam. The towns’ peo-
        ple2 said it was old; the engineers said it was not.

        2 Some of the engineers came from the lower town.

        • the upper town wanted water in May;
        • the lower town wanted none at all in May, since its
        fields were flooded then.
        """;

    [Fact]
    public void Joins_a_paragraph_that_a_note_a_link_list_and_a_page_cut_in_two()
    {
        var document = DumpDocument.Structure(Paper);

        Assert.Equal(
            "The envoys of the three towns met four times in the winter and parted without a paper that anyone would sign. What they had was time, and they "
            + "spent it on walks along the river, which the host had put on the agenda by mistake. In the end the mistake was worth more than the agenda, as one of them put it:",
            document.Passages[0].Text);
    }

    [Fact]
    public void Keeps_notes_out_of_the_text_and_ties_them_to_their_marks()
    {
        var document = DumpDocument.Structure(Paper);

        Assert.Equal(
            ["1 Ana Sample, “What Walks Are Good For”, Journal of Samples 11:2 (2006), 91–97, https://example.org/walks-and-talks.pdf", "2 Some of the engineers came from the lower town."],
            document.Footnotes.Select(f => $"{f.Number} {f.Text}"));
        var first = document.Passages[0];
        Assert.Equal((first.Id, "would sign."), (document.Footnotes[0].CitedBy, first.Text[(first.FootnoteRefs[0].Offset - 11)..first.FootnoteRefs[0].Offset]));
        Assert.Contains("The towns’ people said", document.Passages.Single(p => p.FootnoteRefs.Any(r => r.Number == "2")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Sets_link_lists_aside() =>
        Assert.Equal(
            [SetAsideReason.LinkDump, SetAsideReason.LinkDump], DumpDocument.Structure(Paper).SetAside.Select(l => l.Reason));

    [Fact]
    public void Finds_headings_by_their_shape_even_without_a_gap_below()
    {
        var document = DumpDocument.Structure(Paper);

        Assert.Equal(["1 1 Waiting for the right hour", "1 2 Challenges", "2 Challenge 1: A long river and a short memory"], document.Outline());
        Assert.Equal((SectionKind.Challenge, 1), (document.Sections[2].Kind, document.Sections[2].Ordinal));
    }

    [Fact]
    public void Finds_block_quotes_with_their_speakers_and_lists()
    {
        var document = DumpDocument.Structure(Paper);

        var quote = Assert.Single(document.Passages, p => p.Role == PassageRole.Quote);
        Assert.Equal("Delegate of the upper town", quote.Attribution);
        Assert.StartsWith("“We would never have met", quote.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["ListItem •: the upper town wanted water in May;", "ListItem •: the lower town wanted none at all in May, since its fields were flooded then."],
            document.Passages().TakeLast(2));
    }

    [Fact]
    public void A_line_that_merely_begins_with_a_number_is_no_note()
    {
        var document = DumpDocument.Structure("The meeting brought together people from many places and\n17 Towns of the valley were represented by their mayors at\nthe table.\n");

        Assert.Empty(document.Footnotes);
        Assert.Single(document.Passages);
    }

    [Fact]
    public void Running_heads_feet_and_page_numbers_are_set_aside()
    {
        var pages = Enumerable.Range(1, 4).Select(n =>
            $"River Papers 2021\n\nThe text of page {Word(n)} begins here and runs on for a line or two, with enough words in it\nto look like running text of {Word(n)} page and not like anything else at all.\n\n{n}\n");
        var document = DumpDocument.Structure(string.Join('\f', pages));

        Assert.Equal(4, document.Passages.Count);
        Assert.Equal(4, document.SetAside.Count(l => l.Reason == SetAsideReason.RunningHead));
        Assert.Equal(4, document.SetAside.Count(l => l.Reason == SetAsideReason.PageNumber));

        static string Word(int number) => new[] { "", "one", "two", "three", "four" }[number];
    }

    [Fact]
    public void Without_blank_lines_a_short_last_line_ends_the_paragraph()
    {
        var document = DumpDocument.Structure("""
            The envoys of the three towns met four times in the
            winter and parted without a paper.
            Nobody had expected them to come back in the spring
            with a draft that all of the towns could live with,
            but they did.
            Lessons from the river
            Patience is cheap at first and becomes dearer as the
            year goes on, which the envoys learned to their cost
            when the snow melted.
            """);

        Assert.Equal(3, document.Passages.Count);
        Assert.Equal(["1 Lessons from the river"], document.Outline());
    }

    [Fact]
    public void A_line_that_is_a_paragraph_needs_no_joining()
    {
        var line = string.Join(' ', Enumerable.Repeat("The envoys met and talked and parted again without result.", 6));
        var document = DumpDocument.Structure($"Findings\n{line}\n{line} Then they slept.\n");

        Assert.Equal(["1 Findings"], document.Outline());
        Assert.Equal([line, line + " Then they slept."], document.Passages.Select(p => p.Text));
    }

    [Fact]
    public void Columns_printed_side_by_side_are_read_one_after_the_other()
    {
        string[] left = ["The left column tells how the", "envoys met in the winter and", "what they said to each other", "on their walks by the river,", "which were long, and how they", "came to like the food that", "was served in the old mill,", "where they stayed the night."];
        string[] right = ["On the right it is told what", "the towns made of it all when", "the envoys came home, tired,", "with a paper in their pockets", "that nobody could read since", "it had rained on the way back", "over the pass, and the ink", "had run into one blue stain."];
        var document = DumpDocument.Structure(string.Join('\n', left.Zip(right, (l, r) => l.PadRight(38) + r)) + "\n\n" + "Both columns end here.\n");

        Assert.StartsWith(string.Join(' ', left), document.Passages[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(document.Passages, p => p.Text.Contains("tells how the On the right", StringComparison.Ordinal));
    }

    [Fact]
    public void Marks_and_note_numbers_on_lines_of_their_own_find_each_other()
    {
        var document = DumpDocument.Structure("""
            The report was written by the joint office of the towns
            1
            and handed over in spring, when the roads were open and
            the messengers could ride again.
            ____________
            1
            The joint office was closed a year later by the mayors.
            """);

        Assert.Equal("The joint office was closed a year later by the mayors.", Assert.Single(document.Footnotes).Text);
        Assert.Equal(document.Passages[0].Id, document.Footnotes[0].CitedBy);
        Assert.StartsWith("The report was written by the joint office of the towns and handed over", document.Passages[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_lines_before_the_first_heading_are_the_title_block()
    {
        var document = DumpDocument.Structure("""
            River Papers No. 7

            Waiting for the Right Hour: Envoys on the River

            March 2021

            Introduction

            The envoys of the three towns met four times in the
            winter and parted without a paper.
            """);

        Assert.Equal(("Waiting for the Right Hour: Envoys on the River", "River Papers", "7", 2021), (document.Front.Title, document.Front.Series, document.Front.Number, document.Front.Year));
        Assert.Equal(["1 Introduction"], document.Outline());
    }

    [Fact]
    public void Names_one_a_line_are_no_headings()
    {
        var document = DumpDocument.Structure("""
            The envoys of the three towns met four times in the winter
            and parted without a paper that anyone of them would have
            signed in the year before. What they had was time, and the
            time was spent on walks along the river, which their host
            had put on the agenda by mistake. Nobody minded, since the
            food in the old mill was good and the evenings were long
            enough for more than one story.

            Participants

            Amina Test, Peace Institute
            Luis de la Prueba, Ministry of Samples
            Bo Prov, Trial University
            Cleo Essai, Network of Trials
            """);

        Assert.Equal(["1 Participants"], document.Outline());
        Assert.Equal(["Amina Test", "Luis de la Prueba", "Bo Prov", "Cleo Essai"], document.Members.Select(m => m.Name));
    }
}
