using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Tests.Layout;

/// <summary>Faults that a reader met in real reports, each on a page drawn by hand.</summary>
public sealed class ReportFaultTests
{
    private const double Left = 70;
    private const double Right = 525;
    [Fact]
    public void A_name_under_by_is_an_author_and_a_slogan_is_none()
    {
        var document = new PageSketch()
            .Line(Left, 60, "OPEN DATA", 14, bold: true)
            .Line(Left, 120, "Water and Weapons in the Valley", 26, bold: true)
            .Line(Left, 170, "by Ana Muster and Ben Prov", 12)
            .Line(Left, 700, "New York", 12)
            .NewPage()
            .Line(Left, 60, "Introduction", 14, bold: true)
            .Text(Left, 90, Right, "The parties keep their data open to each other, and nobody has asked", "them to do so since the new round of talks began in the old town.")
            .Structure();

        Assert.Equal("Water and Weapons in the Valley", document.Front.Title);
        Assert.Equal(["Ana Muster", "Ben Prov"], document.Front.Authors);
    }

    [Fact]
    public void What_follows_the_contents_page_is_no_part_of_it()
    {
        var document = new PageSketch()
            .Line(Left, 40, "Contents", 16, bold: true)
            .Line(Left, 80, "Background .................. 2", 10)
            .Line(Left, 95, "Findings .................... 3", 10)
            .NewPage()
            .Line(Left, 40, "Background", 13, bold: true)
            .Text(Left, 70, Right, "Talks began in the spring and went on until the harvest called all", "delegates home.")
            .Line(Left, 140, "Findings", 13, bold: true)
            .Text(Left, 170, Right, "What the rounds have in common is that nobody wrote down who had said", "what to whom.")
            .Structure();

        Assert.Equal([["Background"], ["Findings"]], document.Passages.Where(p => p.Role == PassageRole.Paragraph).Select(p => p.HeadingPath));
    }

    [Fact]
    public void Numbers_with_a_point_and_no_stop_are_markers()
    {
        var document = new PageSketch()
            .Text(Left, 60, Right, "The recommendations below were examined by the country under review and", "enjoy its support.")
            .Line(Left, 100, "126.27 Adopt the law on inheritance and publish it in all languages;")
            .Line(Left, 130, "126.28 Strengthen the commission and give it what it needs to work;")
            .Structure();

        Assert.Equal([null, "126.27", "126.28"], document.Passages.Select(p => p.Marker));
        Assert.StartsWith("Adopt the law", document.Passages[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_cells_of_a_table_are_one_passage()
    {
        var sketch = new PageSketch().Text(Left, 60, Right, "The working group heard the delegation and took note of what it had to", "say about the courts and the prisons of the country.");
        for (var row = 0; row < 5; row++)
        {
            sketch.Line(Left, 200 + (20 * row), $"Year {row}").Line(250, 200 + (20 * row), $"{row} talks").Line(420, 200 + (20 * row), $"{row} pacts");
        }

        var table = Assert.Single(sketch.Structure().Passages, p => p.Role == PassageRole.Table);

        Assert.All(Enumerable.Range(0, 5), row => Assert.Contains($"{row} pacts", table.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Bold_text_cut_by_the_page_end_is_one_paragraph()
    {
        var document = new PageSketch()
            .Text(Left, 60, Right, "The working group heard the delegation and took note of what it had to", "say about the courts and the prisons of the country.")
            .Line(Left, 740, "Bring the law on courts into line with the treaty and with all the duties", bold: true, right: Right)
            .Line(Left, 752, "that the country took upon itself, and do so in the open, together with", bold: true, right: Right)
            .NewPage()
            .Line(Left, 60, "those who use the courts every day.", bold: true)
            .Text(Left, 90, Right, "The delegation thanked all who had spoken, and it promised to answer in", "writing before the summer.")
            .Structure();

        Assert.Empty(document.Sections);
        Assert.Contains(document.Passages, p => p.Text.StartsWith("Bring the law", StringComparison.Ordinal) && p.Text.EndsWith("every day.", StringComparison.Ordinal));
    }

    [Fact]
    public void Notes_that_end_pages_in_the_same_words_are_no_running_feet()
    {
        var sketch = new PageSketch();
        for (var page = 0; page < 4; page++)
        {
            sketch.Text(Left, 160, Right, $"Talk {page} of the commission was held in the old customs house, which both sides^{(2 * page) + 1}^", "could reach on foot, and whoever wished to speak there could do so until the sun had", "gone.")
                .Text(Left, 220, Right, $"In year {page} of the talks nobody wrote down who had said what to whom, since all who", "had come knew each other and trusted those who would have had to do the writing.")
                .Line(Left, 746, $"{(2 * page) + 1} Talk with Ana Muster, who heads the office of the commission in the town,", 8)
                .Line(Left + 12, 755.6, "at the lake, 2 May 2030.", 8)
                .Line(500, 800, $"{page + 1}", 8)
                .NewPage();
        }

        var document = sketch.Structure();

        Assert.Equal(["1", "3", "5", "7"], document.Footnotes.Select(note => note.Number));
        Assert.All(document.Footnotes, note => Assert.EndsWith("in the town, at the lake, 2 May 2030.", note.Text, StringComparison.Ordinal));
        Assert.All(document.SetAside, line => Assert.Equal(SetAsideReason.PageNumber, line.Reason));
    }

    [Fact]
    public void A_box_in_columns_under_text_in_columns_is_read_after_both()
    {
        var document = new PageSketch()
            .Text(40, 60, 280, "The reports of the commission were read", "aloud in both towns, and whoever wished", "to speak could do so from the steps of", "the customs house until the sun was")
            .Text(300, 60, 540, "gone. The second round began late, as", "one delegation had missed its boat over", "the lake, and the others did not wish to", "begin without those who had the maps.")
            .Line(56, 150, "Key points", 14, bold: true)
            .Text(56, 190, 280, "• Wells that were dug by hand had not", "been counted before the autumn. Both", "towns then agreed on who would count", "them and how, and the count of wells")
            .Text(316, 190, 540, "took three weeks in all, although the", "lists had been made over years by the", "people who drew their water there and", "kept the ropes.")
            .Structure();

        Assert.Contains(document.Passages, passage => passage.Text.Contains("until the sun was gone. The second round", StringComparison.Ordinal));
        Assert.Contains(document.Passages, passage => passage.Text.Contains("the count of wells took three weeks", StringComparison.Ordinal));
    }

    [Fact]
    public void The_chapter_line_of_a_law_is_a_heading_and_goes_on_with_no_article()
    {
        var document = new PageSketch()
            .Line(Left, 40, "LAW ON WELLS", 14, bold: true)
            .Text(Left, 70, Right, "ARTICLE 1. Wells. The wells of both towns are counted each year, and whoever", "digs one says so at the customs house.")
            .Text(Left, 100, Right, "ARTICLE 2. Counts. The count is read aloud on the steps of the customs house", "so that all can hear it.")
            .Line(250, 760, "Chapter 2. Of ropes")
            .NewPage()
            .Text(Left, 60, Right, "ARTICLE 3. Ropes. Whoever draws water brings a rope, and whoever brings no", "rope draws none.")
            .Structure();

        Assert.Equal(["LAW ON WELLS", "Chapter 2. Of ropes"], document.Sections.Select(section => section.Title));
        Assert.Contains(document.Passages, passage => passage.Text.StartsWith("ARTICLE 3.", StringComparison.Ordinal));
    }

    [Fact]
    public void Facing_pages_on_one_page_are_read_one_after_the_other()
    {
        var sketch = new PageSketch(2 * PageSketch.Width);
        string[] answers = ["In the old town", "In the new town", "On the lake", "Nowhere"];
        for (var i = 0; i < 4; i++)
        {
            sketch.Line(Left, 60 + (40 * i), $"{i + 1}. Where are the wells of kind {i} counted?", bold: true).Line(Left + 20, 76 + (40 * i), answers[i])
                .Line(Left + 600, 66 + (40 * i), $"{i + 5}. Who counts the wells of kind {i}?", bold: true).Line(Left + 620, 82 + (40 * i), answers[3 - i]);
        }

        var document = sketch.Line(Left, 800, "208").Line(1100, 800, "209").Structure();

        var all = string.Join(' ', document.Sections.Select(section => section.Title).Concat(document.Passages.Select(passage => passage.Text)).Where(text => text.Contains("well", StringComparison.Ordinal)));
        var order = Enumerable.Range(0, 4).Select(i => all.IndexOf($"Where are the wells of kind {i}", StringComparison.Ordinal)).Concat(Enumerable.Range(0, 4).Select(i => all.IndexOf($"Who counts the wells of kind {i}", StringComparison.Ordinal))).ToList();
        Assert.DoesNotContain(-1, order);
        Assert.Equal(order.Order(), order);
    }

    [Fact]
    public void Bullets_that_hang_into_a_narrow_gutter_do_not_mix_the_columns()
    {
        var document = new PageSketch()
            .Text(40, 64, 213, "Goal one of the plan is about", "wells and who counts them, in", "which town, and how often in", "a year they are to do it, and", "what is paid to those who do.")
            .Text(217, 60, 525, "• The towns met in spring and said how they would count", "the wells of the valley, one after the other, before", "the summer had dried them.", "• They met again in autumn, when rain had come to the", "valley, and they counted all the wells once more, and", "found nine more than before.")
            .Structure();

        Assert.Contains(document.Passages, passage => passage.Text.EndsWith("how often in a year they are to do it, and what is paid to those who do.", StringComparison.Ordinal));
        Assert.Contains(document.Passages, passage => passage.Text == "They met again in autumn, when rain had come to the valley, and they counted all the wells once more, and found nine more than before.");
    }

    [Fact]
    public void Heads_of_left_and_right_pages_that_carry_the_number_are_set_aside()
    {
        var sketch = new PageSketch();
        string[] seasons = ["spring", "summer", "autumn", "winter", "harvest"];
        for (var page = 1; page <= 5; page++)
        {
            if (page > 1)
            {
                sketch.NewPage().Line(250, 30, page % 2 == 0 ? $"COMMISSION OF THE TWO TOWNS ■ {page}" : $"REPORT ON WELLS ■ {page}", 9);
            }

            sketch.Text(Left, 150, Right, $"The {seasons[page - 1]} round began late, since one delegation had missed its boat over", "the lake and had to walk.");
        }

        var document = sketch.Structure();

        Assert.Equal(4, document.SetAside.Count(line => line.Reason == SetAsideReason.RunningHead));
        Assert.Equal(5, document.Passages.Count);
    }

    [Fact]
    public void A_date_that_begins_a_line_of_small_print_opens_no_note()
    {
        var document = new PageSketch()
            .Text(Left, 60, Right, "The reports of the commission were read aloud in both towns, and whoever^4^", "wished to speak could do so.")
            .Line(Left, 640, "4 Read by Ana Muster.", 8)
            .NewPage()
            .Text(Left, 60, Right, "The commission then asked each of the towns to name three people who knew", "the wells of the valley.")
            .Line(Left, 700, "Commission of the Two Towns, Report on Wells (released", 8)
            .Line(Left, 709.6, "06 December 2022). Customs house, old town, with", 8)
            .Line(Left, 719.2, "7 December as the day of the next count.", 8)
            .Structure();

        Assert.Equal("4", Assert.Single(document.Footnotes).Number);
    }

    [Fact]
    public void A_caption_beside_a_paragraph_does_not_cut_it()
    {
        var document = new PageSketch()
            .Line(Left, 40, "Wells", 14, bold: true)
            .Text(Left, 80, 250, "The rope of the well hung in a")
            .Line(270, 81, "Figure 2. The well by the lake (photo: the towns)", 9, bold: true)
            .Text(Left, 92, 250, "nearly straight line; the bucket and", "the wheel had been taken by those", "who came first, and the rim of the", "well was hardly worn by then.")
            .Text(Left, 140, Right, "There were marks of ropes along both rims, the most worn of which was on the", "side of the old town, where the path ends.")
            .Structure();

        Assert.Contains(document.Passages, passage => passage.Text.StartsWith("The rope of the well hung in a nearly straight line; the bucket", StringComparison.Ordinal));
        Assert.Single(document.Passages, passage => passage.Role == PassageRole.Caption);
    }

    [Fact]
    public void Authors_whose_marks_lead_to_affiliations_stand_under_the_title()
    {
        var document = new PageSketch()
            .Line(Left, 60, "Wells and Who Counts Them", 18, bold: true)
            .Line(Left, 100, "Ana Muster,1,* Ben B. Prov,^2^ Clara Ejemplo,^2^ Dora van Exempel,^1^ Emil", right: Right)
            .Line(Left, 112, "Esempio,^2^ and Femi Namuna^1^")
            .Line(Left, 136, "^1^ School of Wells, University of the Old Town, and the Institute for Ropes and Buckets", 9)
            .Text(Left, 170, Right, "The wells of both towns are counted each year, and whoever digs one says so at", "the customs house.")
            .Structure();

        Assert.Equal("Wells and Who Counts Them", document.Front.Title);
        Assert.Equal(["Ana Muster", "Ben B. Prov", "Clara Ejemplo", "Dora van Exempel", "Emil Esempio", "Femi Namuna"], document.Front.Authors);
    }

    [Fact]
    public void Bold_words_that_end_in_a_preposition_head_nothing()
    {
        var document = new PageSketch()
            .Line(Left, 40, "Wells", 14, bold: true)
            .Line(Left, 80, "Goal 2: See that the towns have all they need to", bold: true)
            .Text(Left, 110, Right, "The commission then asked each of the towns to name three people who knew", "the wells of the valley.")
            .Structure();

        Assert.Equal("Wells", Assert.Single(document.Sections).Title);
    }

    [Fact]
    public void The_bare_name_of_a_site_heads_nothing()
    {
        var document = new PageSketch()
            .Line(Left, 60, "Findings", 14, bold: true)
            .Text(Left, 90, Right, "The parties keep their data open to each other, and nobody has asked", "them to do so since the new round of talks began in the old town.")
            .Line(Left, 140, "lake-talks.org", 14, bold: true)
            .Text(Left, 170, Right, "What the rounds have in common is that nobody wrote down who had said it", "and to whom.")
            .Structure();

        Assert.Equal(["Findings"], document.Sections.Select(section => section.Title));
    }
}
