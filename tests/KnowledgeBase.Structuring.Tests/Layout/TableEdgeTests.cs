using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Tests.Layout;

/// <summary>Where tables begin and end, and what stands over them.</summary>
public sealed class TableEdgeTests
{
    private const double Left = 70;
    private const double Right = 525;

    [Fact]
    public void Two_rows_of_figures_are_a_table_and_no_heading()
    {
        var document = new PageSketch()
            .Line(Left, 60, "North-North", 12).Line(228, 60, "100  91", 12).Line(312, 60, "67  87", 12).Line(390, 60, "70  80", 12, right: 447)
            .Line(Left, 83, "North-East", 12).Line(210, 83, "100  54  34  29  39", 12, right: 405).Line(420, 83, "37", 12)
            .Text(Left, 160, Right, "What the harbours of the north sent to each other hardly changed in all the", "years of the truce, whatever was said of it.")
            .Structure();

        Assert.Equal([PassageRole.Table, PassageRole.Paragraph], document.Passages.Select(passage => passage.Role));
        Assert.Empty(document.Sections);
    }

    [Fact]
    public void An_indented_line_of_text_under_a_table_is_none_of_its_rows()
    {
        var document = new PageSketch()
            .Line(Left, 60, "East").Line(145, 60, "2.875").Line(215, 60, "3.226  (+.351)  2.692  (-.183)", right: 440)
            .Line(Left, 90, "West").Line(145, 90, "3.669").Line(215, 90, "3.849  (+.18)  3.165  (-.504)", right: 440)
            .Line(105, 120, "What the harbours of the east sent to the west lay above the mean in all", right: Right)
            .Line(Left, 132, "the years of the truce, and nobody has found out why it should have been so,", right: Right)
            .Line(Left, 144, "since the winds were the same.")
            .Structure();

        Assert.Equal([PassageRole.Table, PassageRole.Paragraph], document.Passages.Select(passage => passage.Role));
        Assert.StartsWith("What the harbours", document.Passages[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_wide_apart_between_a_tables_name_and_the_table_is_its_title()
    {
        var sketch = new PageSketch()
            .Text(Left, 60, Right, "What the harbours sent to each other was written down by the guards, and the", "books were kept in the old customs house.")
            .Line(Left, 120, "Table 4").Line(140, 150, "Ships that landed in the harbours of both towns");
        for (var row = 0; row < 4; row++)
        {
            sketch.Line(Left, 180 + (20 * row), $"Year {row}").Line(250, 180 + (20 * row), $"{row} ships").Line(420, 180 + (20 * row), $"{row} boats");
        }

        var document = sketch.Structure();

        Assert.Equal([PassageRole.Paragraph, PassageRole.Caption, PassageRole.Caption, PassageRole.Table], document.Passages.Select(passage => passage.Role));
    }

    [Fact]
    public void Heads_of_left_and_right_pages_that_turn_their_words_round_are_set_aside()
    {
        var sketch = new PageSketch();
        for (var page = 1; page <= 6; page++)
        {
            sketch.Line(Left, 40, page % 2 == 0 ? "H/79/PV.6    16/04/2031" : "16/04/2031    H/79/PV.6", 9, bold: true, right: Right)
                .Text(Left, 120, Right, $"In year {page} of the truce nobody wrote down which ship had landed in which of the", "harbours, since all who sailed knew each other.");
            sketch = page < 6 ? sketch.NewPage() : sketch;
        }

        var document = sketch.Structure();

        Assert.Equal(6, document.SetAside.Count(line => line.Reason == SetAsideReason.RunningHead));
        Assert.All(document.Passages, passage => Assert.Equal(PassageRole.Paragraph, passage.Role));
    }

    [Fact]
    public void The_note_under_a_table_begins_a_passage_of_its_own()
    {
        var document = new PageSketch()
            .Text(Left, 60, Right, "What the harbours sent to each other was written down by the guards, and the", "books were kept in the old customs house.")
            .Line(Left, 700, "Source: Books of the harbour of the north, found in the customs house after the flood.", 8)
            .Line(Left, 710, "Note: The years are those of the calendar that both towns used, so that a year begins in", 8)
            .Line(84, 720, "spring.", 8)
            .Structure();

        Assert.Equal(2, document.Passages.Count(passage => passage.Role == PassageRole.Caption));
    }

    [Fact]
    public void The_head_of_a_page_that_lies_on_its_side_is_set_aside_in_the_words_of_the_others()
    {
        var sketch = new PageSketch();
        for (var page = 1; page <= 4; page++)
        {
            sketch.Line(400, 40, "H/2031/60", 9, bold: true)
                .Text(Left, 120, Right, $"In year {page} of the truce nobody wrote down which ship had landed in which of the", "harbours, since all who sailed knew each other.")
                .NewPage();
        }

        var document = sketch.Rotated(575, "H/2031/60").Structure();

        Assert.Equal(5, document.SetAside.Count(line => line.Text == "H/2031/60"));
    }

    [Fact]
    public void Words_beside_the_signs_at_the_foot_of_a_page_are_no_text()
    {
        var document = new PageSketch()
            .Text(Left, 120, Right, "In the year of the truce nobody wrote down which ship had landed in which of the", "harbours, since all who sailed knew each other.")
            .Line(360, 790, "Accessible document", 7, bold: true).Line(470, 790, "Please recycle", 7, bold: true)
            .NewPage()
            .Text(Left, 120, Right, "In the next year both towns had books for it, and a guard to write in them what", "was to be written.")
            .Structure();

        Assert.Empty(document.Sections);
        Assert.All(document.Passages, passage => Assert.Equal(PassageRole.Paragraph, passage.Role));
    }

    [Fact]
    public void Bold_words_over_text_set_small_as_a_whole_are_headings_and_no_table()
    {
        var sketch = new PageSketch();
        for (var page = 1; page <= 3; page++)
        {
            sketch.Text(Left, 120, Right, $"In year {page} of the truce nobody wrote down which ship had landed in which of the", "harbours, since all who sailed knew each other and whoever did not was asked", "for his name by those who did.")
                .NewPage();
        }

        var document = sketch
            .Line(Left, 60, "About this book", 8.5, bold: true)
            .Line(Left, 78, "This book was written in the customs house, by those who kept the harbour and who had been there in all the years.", 8.5, right: Right)
            .Line(Left, 88, "They are thanked for it.", 8.5)
            .Line(Left, 112, "Copies", 8.5, bold: true)
            .Line(Left, 130, "Whoever wishes to have a copy may make one, as long as it says where it was made, by whom, and in what year.", 8.5, right: Right)
            .Structure();

        Assert.Equal(["About this book", "Copies"], document.Sections.Select(section => section.Title));
    }
}
