using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Tests.Layout;

/// <summary>What belongs to the notes at the foot of a page, and what only looks like them.</summary>
public sealed class NoteZoneTests
{
    private const double Left = 70;
    private const double Right = 525;

    [Theory]
    [InlineData("of the harbour office, kept in the town hall since the flood.")]
    [InlineData("Harbour Office, kept in the town hall since the flood.")]
    public void A_note_goes_on_at_the_head_of_the_next_pages_notes_a_blank_line_above_the_first(string rest)
    {
        var document = new PageSketch()
            .Text(Left, 100, Right, "The harbour was opened to both sides in the spring, and whoever wished to^4^", "land there could do so until the autumn.")
            .Line(Left, 740, "^4^ Whoever landed was written down in the book of the", 8, right: Right)
            .NewPage()
            .Text(Left, 100, Right, "No ship was turned away in the first of the two years, although the guards^5^", "had been told to look closely.")
            .Line(Left, 690, rest, 8)
            .Line(Left, 720, "^5^ The order to the guards was not found in either of the towns.", 8)
            .Structure();

        Assert.Equal(["4", "5"], document.Footnotes.Select(note => note.Number));
        Assert.EndsWith($"in the book of the {rest}", document.Footnotes[0].Text, StringComparison.Ordinal);
        Assert.All(document.Passages, passage => Assert.DoesNotContain("flood", passage.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Small_print_above_the_notes_is_no_rest_of_a_note_where_it_is_set_in()
    {
        var document = new PageSketch()
            .Text(Left, 100, Right, "The harbour was opened to both sides in the spring, and whoever wished to^4^", "land there could do so until the autumn.")
            .Line(Left, 740, "^4^ Whoever landed was written down in the book of the", 8, right: Right)
            .NewPage()
            .Text(Left, 100, Right, "No ship was turned away in the first of the two years, and the order to the^5^", "guards says:")
            .Line(110, 680, "that they look closely at whoever lands by night, and at what he brings;", 8)
            .Line(Left, 720, "^5^ The order to the guards was not found in either of the towns.", 8)
            .Structure();

        Assert.Contains(document.Passages, passage => passage.Text.Contains("that they look closely", StringComparison.Ordinal));
        Assert.EndsWith("in the book of the", document.Footnotes[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbered_items_of_a_quotation_in_small_type_at_the_foot_of_a_page_are_no_notes()
    {
        var document = FirstYear()
            .Text(Left, 400, Right, "The council of the harbour met in the autumn of the second year, in the old", "customs house, and it decided:")
            .Line(110, 640, "1. To keep the harbour open to both sides until the spring, and to have the guards", 8)
            .Line(110, 650, "write down whoever lands there.", 8)
            .Line(110, 680, "2. To ask both towns for the wood that the new bridge needs, and for the men.", 8)
            .Structure();

        Assert.Empty(document.Footnotes);
        Assert.Equal(["1.", "2."], document.Passages.Where(passage => passage.Role == PassageRole.ListItem).Select(passage => passage.Marker));
    }

    [Fact]
    public void Numbered_items_of_a_quotation_above_the_notes_are_no_notes_though_the_notes_count_alike()
    {
        var document = FirstYear()
            .Text(Left, 400, Right, "The council of the harbour met in the autumn of the second year^1^, in the old", "customs house^2^, and it decided:")
            .Line(110, 600, "1. To keep the harbour open to both sides until the spring, and to have the guards", 8)
            .Line(110, 610, "write down whoever lands there.", 8)
            .Line(110, 640, "2. To ask both towns for the wood that the new bridge needs, and for the men.", 8)
            .Line(Left, 720, "^1^ The year in which the bridge had been lost to the ice.", 8)
            .Line(Left, 730, "^2^ Both towns have used it as a school since then.", 8)
            .Structure();

        Assert.Equal(["The year in which the bridge had been lost to the ice.", "Both towns have used it as a school since then."], document.Footnotes.Select(note => note.Text));
    }

    private static PageSketch FirstYear() => new PageSketch()
            .Text(Left, 100, Right, "In the first year of the truce nobody had asked who should keep the harbour, since", "the winter had come early and no ship could leave the lake, and those who had", "stayed in the towns were busy with the wood that the ice had brought down from", "the hills, and with those whom it had left without a roof.");
}
