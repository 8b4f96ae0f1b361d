namespace KnowledgeBase.Structuring.Tests.Layout;

/// <summary>Lines that end a sentence with room for a word, in documents that set their paragraphs apart and in others.</summary>
public sealed class ParagraphSignTests
{
    private const double Left = 70;

    [Fact]
    public void A_line_that_ends_a_sentence_a_little_short_is_within_its_paragraph_where_space_parts_paragraphs() =>
        Assert.Single(Pages(14, 30, ragged: true, short2: 485).Passages, passage => passage.Text.Contains("In the second year", StringComparison.Ordinal)
            && passage.Text.Contains("He had", StringComparison.Ordinal));

    [Fact]
    public void It_ends_its_paragraph_where_it_is_much_shorter() => Assert.Contains(
        Pages(14, 30, ragged: true, short2: 300).Passages, passage => passage.Text.StartsWith("He had", StringComparison.Ordinal));

    [Fact]
    public void It_ends_its_paragraph_in_justified_text() => Assert.Contains(
        Pages(14, 30, ragged: false, short2: 485).Passages, passage => passage.Text.StartsWith("He had", StringComparison.Ordinal));

    [Fact]
    public void It_ends_its_paragraph_where_nothing_else_shows_paragraphs() => Assert.Contains(
        Pages(14, 12, ragged: true, short2: 485).Passages, passage => passage.Text.StartsWith("He had", StringComparison.Ordinal));

    /// <summary>Paragraphs of three lines, so many points apart, and one whose second line ends a sentence where the next word would have fitted.</summary>
    private static KnowledgeBase.Documents.StructuredDocument Pages(int paragraphs, double apart, bool ragged, double short2)
    {
        var sketch = new PageSketch();
        var top = 60.0;
        double[] rights = ragged ? [522, 509, 516] : [525, 525, 525];
        for (var i = 0; i < paragraphs; i++)
        {
            sketch.Line(Left, top, $"In year {i} of the truce the harbour was open to ships of either side, and those who", right: rights[i % 3])
                .Line(Left, top + 12, "landed there were asked for nothing but their names, which the guards wrote in", right: rights[(i + 1) % 3])
                .Line(Left, top + 24, "books that both towns kept.", right: 230);
            top += 24 + apart;
        }

        sketch.NewPage()
            .Line(Left, 60, "In the second year the captain of the guards had won the council of the town for", right: rights[0])
            .Line(Left, 72, "the bridge, and it was built before the winter came over the valley.", right: short2)
            .Line(Left, 84, "He had told them that without a bridge the harbour would be of no use to any but", right: rights[1])
            .Line(Left, 96, "those who had boats, and nobody could say that he was wrong in this.", right: 400);
        return sketch.Structure();
    }
}
