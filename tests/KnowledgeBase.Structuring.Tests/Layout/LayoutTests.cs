using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Tests.Layout;

public sealed class LayoutTests
{
    private const double Left = 70;
    private const double Right = 525;

    [Fact]
    public void Reads_the_left_column_before_the_right_one()
    {
        var sketch = new PageSketch()
            .Text(70, 100, 290, "The first column opens the paper and", "goes on for three lines until it", "ends here.")
            .Text(310, 100, 525, "The second column stands beside the", "first and is read after it, which", "is what a reader does.");

        var document = sketch.Structure();

        Assert.Equal(
            ["The first column opens the paper and goes on for three lines until it ends here.",
             "The second column stands beside the first and is read after it, which is what a reader does."],
            Body(document));
    }

    [Fact]
    public void A_heading_across_the_page_parts_the_columns_above_from_those_below()
    {
        var sketch = new PageSketch()
            .Text(70, 100, 290, "Left above the heading runs on to", "its own end.")
            .Text(310, 100, 525, "Right above the heading runs on to", "its own end too.")
            .Line(70, 150, "A heading that is set across the whole width of page", 11, bold: true, right: 500)
            .Text(70, 190, 290, "Left below the heading runs on to", "its second end.")
            .Text(310, 190, 525, "Right below the heading runs on to", "the last end of all.");

        var document = sketch.Structure();

        Assert.Equal(
            ["Left above the heading runs on to its own end.", "Right above the heading runs on to its own end too.",
             "Left below the heading runs on to its second end.", "Right below the heading runs on to the last end of all."],
            Body(document));
    }

    [Fact]
    public void Joins_a_paragraph_over_a_page_end_and_undoes_the_line_end_hyphen()
    {
        var sketch = new PageSketch()
            .Line(Left, 100, "Mediation support is a craft.", right: 300)
            .Text(Left, 760, Right, "The envoy spoke of the many tracks and of the media-")
            .NewPage()
            .Text(Left, 100, Right, "tion that nobody had asked for, which the parties", "then refused.");

        var passage = Assert.Single(sketch.Structure().Passages, p => p.Text.StartsWith("The envoy", StringComparison.Ordinal));

        Assert.Equal("The envoy spoke of the many tracks and of the mediation that nobody had asked for, which the parties then refused.", passage.Text);
        Assert.Equal((1, 2), (passage.PageFirst, passage.PageLast));
    }

    [Fact]
    public void Sets_running_heads_and_page_numbers_aside_and_keeps_the_numbers_as_labels()
    {
        var sketch = new PageSketch();
        for (var page = 0; page < 4; page++)
        {
            if (page > 0)
            {
                sketch.NewPage();
            }

            sketch.Line(Left, 30, "Ceasefires and those who watch them", 8)
                .Text(Left, 100, Right, $"Paragraph number {(char)('A' + page)} stands on its page and is all that the", "page says to its reader.")
                .Line(290, 800, $"{page + 17}", 8);
        }

        var document = sketch.Structure();

        Assert.Equal(["17", "18", "19", "20"], document.PageLabels);
        Assert.Equal(4, document.Passages.Count);
        Assert.Equal(8, document.SetAside.Count);
        Assert.Equal("19", document.Passages[2].PageLabelFirst);
    }

    [Fact]
    public void A_numbered_box_title_at_the_head_of_pages_is_no_running_head()
    {
        var sketch = new PageSketch().Line(Left, 30, "A review of rules", 20, bold: true)
            .Text(Left, 100, Right, "The review asks who may speak before the council and who is heard by", "it in the end.")
            .Line(290, 800, "1", 8);
        for (var page = 0; page < 4; page++)
        {
            sketch.NewPage();

            // The numbers grow, but not with the pages: 1, 3, 4, 6.
            sketch.Line(Left, 60, $"Recommendation {new[] { 1, 3, 4, 6 }[page]}", 12, bold: true)
                .Text(Left, 100, Right, "The council should hear those who speak for the towns before it", "decides anything.")
                .Line(290, 800, $"{page + 2}", 8);
        }

        var document = sketch.Structure();

        Assert.Equal(["Recommendation 1", "Recommendation 3", "Recommendation 4", "Recommendation 6"], document.Sections.Select(Title));

        static string Title(Section section) => section.Title;
    }

    [Fact]
    public void Keeps_a_footnote_out_of_the_body_and_links_it_to_its_mark()
    {
        var sketch = new PageSketch()
            .Text(Left, 100, Right, "Envoys met four times in the year^1^ and parted without a paper that", "anyone would sign.")
            .Line(Left, 760, "^1^ Interview with a former envoy, who asked for no name to be printed.", 8);

        var document = sketch.Structure();

        var passage = Assert.Single(document.Passages);
        Assert.Equal("Envoys met four times in the year and parted without a paper that anyone would sign.", passage.Text);
        var mark = Assert.Single(passage.FootnoteRefs);
        Assert.Equal(("1", "Envoys met four times in the year".Length), (mark.Number, mark.Offset));
        var note = Assert.Single(document.Footnotes);
        Assert.Equal(("1", "Interview with a former envoy, who asked for no name to be printed."), (note.Number, note.Text));
        Assert.Equal(passage.Id, note.CitedBy);
    }

    [Fact]
    public void A_quantity_at_a_line_start_is_no_footnote()
    {
        var sketch = new PageSketch()
            .Text(Left, 100, Right, "Monitors stayed in the valley for long^1^ and left it only when the", "snow came, which was later than the", "elders of both valleys had said when", "they were asked in the autumn before it.")
            .Line(Left, 740, "^1^ The mission was set up in spring and was to stay in the valley for", 8)
            .Line(Left, 750, "18 months of patrols on foot.", 8);

        var note = Assert.Single(sketch.Structure().Footnotes);

        Assert.Equal("The mission was set up in spring and was to stay in the valley for 18 months of patrols on foot.", note.Text);
    }

    [Fact]
    public void A_raised_figure_after_a_unit_stays_text()
    {
        var sketch = new PageSketch().Text(Left, 100, Right, "The camp covers 12 km^2^ of dry land and holds more people than", "the town.");

        var passage = Assert.Single(sketch.Structure().Passages);

        Assert.Equal("The camp covers 12 km2 of dry land and holds more people than the town.", passage.Text);
        Assert.Empty(passage.FootnoteRefs);
    }

    [Fact]
    public void A_block_quote_has_the_flush_right_line_under_it_as_attribution()
    {
        var sketch = new PageSketch()
            .Text(Left, 100, Right, "Those who took part remember it differently from those who wrote", "of it later.")
            .Line(110, 140, "“We sat in two rooms and they carried the", 10, italic: true, right: 480)
            .Line(110, 152, "paper back and forth all night.”", 10, italic: true)
            .Line(330, 170, "Member of a delegation", 10, right: 480)
            .Text(Left, 200, Right, "After that night the two rooms became one, and the talks went on for", "a week.");

        var quote = Assert.Single(sketch.Structure().Passages, p => p.Role == PassageRole.Quote);

        Assert.Equal("“We sat in two rooms and they carried the paper back and forth all night.”", quote.Text);
        Assert.Equal("Member of a delegation", quote.Attribution);
    }

    [Fact]
    public void A_pull_quote_that_repeats_the_text_is_set_aside()
    {
        var sketch = new PageSketch()
            .Text(Left, 100, Right, "Nobody asked the women who kept the market open, though they knew", "every road block.")
            .Line(150, 180, "“the women who kept the market open,", 14, italic: true, color: "#aa0000")
            .Line(150, 198, "though they knew every road block”", 14, italic: true, color: "#aa0000")
            .Text(Left, 260, Right, "The next round of talks had them in the room from its first day to", "its last.");

        var document = sketch.Structure();

        Assert.Equal(2, document.Passages.Count);
        Assert.Equal([SetAsideReason.PullQuote, SetAsideReason.PullQuote], document.SetAside.Select(line => line.Reason));
    }

    [Fact]
    public void Text_up_the_margin_and_contents_entries_are_no_passages()
    {
        var sketch = new PageSketch()
            .Rotated(20, "OPEN DATA’S IMPACT")
            .Line(Left, 60, "Contents", 14, bold: true)
            .Line(Left, 100, "Introduction .................................... 3")
            .Line(Left, 120, "What was tried .................................. 7")
            .NewPage()
            .Line(Left, 60, "Introduction", 14, bold: true)
            .Text(Left, 100, Right, "The report begins here and says what it is about in one short", "paragraph.");

        var document = sketch.Structure();

        Assert.Equal(["The report begins here and says what it is about in one short paragraph."], Body(document));
        Assert.Contains(document.SetAside, line => line.Reason == SetAsideReason.Marginal);
        Assert.Equal(["Introduction"], document.Passages.Single(p => p.Role == PassageRole.Paragraph).HeadingPath);
    }

    [Fact]
    public void A_large_initial_belongs_to_its_word()
    {
        var sketch = new PageSketch()
            .Line(70, 98, "P", 30)
            .Line(88, 100, "ublic talks were held in the square of the town and lasted", right: Right)
            .Line(88, 112, "for three days, to which people came from all the villages", right: Right)
            .Line(70, 124, "around it.");

        Assert.Equal(
            ["Public talks were held in the square of the town and lasted for three days, to which people came from all the villages around it."],
            Body(sketch.Structure()));
    }

    [Fact]
    public void Levels_follow_type_size_where_there_is_no_outline()
    {
        var sketch = Chapters();

        Assert.Equal([1, 2, 2, 1, 2], sketch.Structure().Sections.Select(section => section.Level));
    }

    [Fact]
    public void Levels_follow_the_outline_before_type_size()
    {
        var sketch = Chapters();

        var document = sketch.Structure(
            new("Background", 1, 1), new("The first round", 1, 1), new("The second round", 2, 1), new("Findings", 1, 1), new("On trust", 2, 1));

        Assert.Equal([1, 1, 2, 1, 2], document.Sections.Select(section => section.Level));
        Assert.All(document.Sections, section => Assert.True(section.LevelConfidence > 0.9));
    }

    [Fact]
    public void Numbered_paragraphs_keep_their_number_as_marker_and_leave_the_box_between_them()
    {
        var sketch = new PageSketch().Line(Left, 10, "A review of rules", 20, bold: true).Line(Left, 40, "Findings of the inspectors", 14, bold: true);
        var top = 70.0;
        for (var number = 1; number <= 6; number++)
        {
            if (number is 3 or 5)
            {
                sketch.Line(Left, top, $"Recommendation {number / 2}", 12, bold: true)
                    .Text(Left, top + 20, Right, "Heads of organizations should review their rules before the year ends", "and report on it.");
                top += 70;
            }

            sketch.Text(Left, top, Right, $"{number}. The inspectors found that rules differ from one organization to the next in", "ways that nobody can explain and that those who are meant to be kept safe by them do", "not know that they exist.");
            top += 60;
        }

        var document = sketch.Structure();

        var numbered = document.Passages.Where(p => p.Marker is not null).ToList();
        Assert.Equal(["1.", "2.", "3.", "4.", "5.", "6."], numbered.Select(p => p.Marker));
        Assert.All(numbered, p => Assert.Equal(PassageRole.Paragraph, p.Role));
        Assert.All(numbered, p => Assert.Equal("Findings of the inspectors", p.HeadingPath[^1]));
        Assert.Equal(["Recommendation 1", "Recommendation 2"], document.Passages.Where(p => p.Marker is null).Select(p => p.HeadingPath[^1]));
    }

    [Fact]
    public void A_numbered_list_under_one_heading_stays_a_list()
    {
        var sketch = new PageSketch().Line(Left, 20, "On leading and following", 20, bold: true).Line(Left, 60, "Recommendations", 14, bold: true);
        for (var number = 1; number <= 6; number++)
        {
            sketch.Text(Left, 60 + (number * 40), Right, $"{number}. Third parties should agree early on who leads and who follows in each of", "the tracks.");
        }

        var document = sketch.Structure();

        Assert.Equal(6, document.Passages.Count);
        Assert.All(document.Passages, p => Assert.Equal(PassageRole.ListItem, p.Role));
        Assert.Equal("Third parties should agree early on who leads and who follows in each of the tracks.", document.Passages[0].Text);
    }

    [Fact]
    public void Every_line_lands_in_exactly_one_place_and_spans_lie_inside_their_text()
    {
        var document = Chapters().Structure();
        var printed = document.Passages.SelectMany(p => p.Printed.Select(line => (p.Text, line))).ToList();

        Assert.All(printed, item => Assert.InRange(item.line.End, item.line.Start, item.Text.Length));
        Assert.Equal(5, document.Sections.Count);
        Assert.Equal(10, printed.Count);
        Assert.Equal(printed.Count, printed.Select(item => item.line.Box).Distinct().Count());
    }

    private static PageSketch Chapters() => new PageSketch()
        .Line(Left, 40, "Background", 16, bold: true)
        .Line(Left, 80, "The first round", 12, bold: true)
        .Text(Left, 110, Right, "Talks began in the spring and went on until the harvest called all", "delegates home.")
        .Text(Left, 150, Right, "They met again when the roads were dry, in another town and under a", "new chair.")
        .Line(Left, 200, "The second round", 12, bold: true)
        .Text(Left, 230, Right, "The second round was shorter, and it was better prepared by both of", "the teams.")
        .Line(Left, 300, "Findings", 16, bold: true)
        .Text(Left, 330, Right, "What the rounds have in common is that nobody wrote down who had said", "what to whom.")
        .Line(Left, 380, "On trust", 12, bold: true)
        .Text(Left, 410, Right, "Trust came late, and it came first between the drivers who waited in", "the yard.");

    private static List<string> Body(StructuredDocument document) => document.Passages
        .Where(p => p.Role is PassageRole.Paragraph or PassageRole.ListItem or PassageRole.Quote).Select(p => p.Text).ToList();
}
