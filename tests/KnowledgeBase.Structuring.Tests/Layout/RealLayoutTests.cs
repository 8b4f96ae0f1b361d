using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Tests.Layout;

/// <summary>Layouts met in real reports that were once read wrongly, each drawn by hand.</summary>
public sealed class RealLayoutTests
{
    private const double Left = 70;
    private const double Right = 525;

    [Fact]
    public void The_title_that_running_heads_repeat_is_no_running_head_and_heads_the_text_under_it()
    {
        var document = new PageSketch()
            .Line(Left, 40, "Brief on Water Talks", 22, bold: true)
            .Text(Left, 90, Right, "This brief sums up what was said in the talks on water, and by whom it", "was said in the end.")
            .NewPage()
            .Line(Left, 40, "Brief on Water Talks", 9, bold: true)
            .Text(Left, 90, Right, "The second round began late, since one delegation had missed its boat", "over the lake.")
            .Structure();

        Assert.Equal("Brief on Water Talks", document.Front.Title);
        Assert.Equal(1, Assert.Single(document.Sections).Page);
        Assert.All(document.Passages, passage => Assert.Equal(["Brief on Water Talks"], passage.HeadingPath));
        Assert.Equal(2, Assert.Single(document.SetAside, line => line.Reason == SetAsideReason.RunningHead).Page);
    }

    [Theory]
    [InlineData("27 February 2024")]
    [InlineData("(16–19 June 2025)")]
    [InlineData("Mars 2025")]
    [InlineData("ISBN 978-1-0000-0000-1")]
    [InlineData("[English only]")]
    [InlineData("talks@example.org")]
    public void Dates_numbers_and_notes_in_brackets_head_nothing(string words)
    {
        var document = new PageSketch()
            .Line(Left, 60, "Talks on Water", 14, bold: true)
            .Text(Left, 90, Right, "The talks were held in the old customs house, which both sides could", "reach on foot.")
            .Line(Left, 140, words, bold: true)
            .Text(Left, 170, Right, "The delegations then met by themselves, and what they said to each other", "was not written down.")
            .Structure();

        Assert.Equal(["Talks on Water"], document.Sections.Select(section => section.Title));
        Assert.Contains(document.Passages, passage => passage.Text.Contains(words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Annex to the letter dated 2 May 2030", PassageRole.Boilerplate)]
    [InlineData("Water and borders", PassageRole.Paragraph)]
    public void A_letter_is_boilerplate_when_it_only_sends_an_annex(string next, PassageRole role)
    {
        var document = new PageSketch()
            .Line(Left, 60, "Letter dated 2 May 2030 from the Permanent Representative", 14, bold: true)
            .Text(Left, 100, Right, "I have the honour to send you a summary of the meeting that was held in", "the spring on water and borders.")
            .Line(Left, 150, "(Signed) Ana Muster")
            .NewPage()
            .Line(Left, 60, next, 14, bold: true)
            .Text(Left, 100, Right, "Members asked how the water was shared in dry years, and who had seen to", "it that the shares were kept.")
            .Structure();

        Assert.Equal(role, document.Passages[0].Role);
        Assert.Equal(PassageRole.Boilerplate, document.Passages[1].Role);
        Assert.Equal(PassageRole.Paragraph, document.Passages[2].Role);
    }

    [Fact]
    public void Text_set_beside_a_box_goes_on_under_the_box()
    {
        var document = new PageSketch()
            .Text(Left, 60, Right, "The reports of the commission were read aloud in both towns, and whoever", "wished to speak could do so.")
            .Text(Left, 96, 290, "The commission then asked each of the", "towns to name three people who knew", "the wells, and it gave them the means", "to see to the")
            .Line(330, 90, "Spotlight: wells", bold: true)
            .Line(330, 106, "- Nine wells mended")
            .Line(330, 122, "- Two wells dug")
            .Text(Left, 150, Right, "wells by themselves for a year, which none of the towns had thought could", "be done without a quarrel.")
            .Structure();

        Assert.Contains(document.Passages, passage => passage.Text.EndsWith("see to the wells by themselves for a year, which none of the towns had thought could be done without a quarrel.", StringComparison.Ordinal));
        Assert.Contains(document.Passages, passage => passage.Text == "Two wells dug");
    }

    [Fact]
    public void Numbered_headings_in_bold_stay_headings_among_numbered_paragraphs()
    {
        var sketch = new PageSketch().Line(Left, 40, "1. What the towns on both shores of the lake agreed on in spring", bold: true);
        for (var i = 0; i < 6; i++)
        {
            sketch.Text(Left, 70 + (40 * i), Right, $"{i + 1}. The delegations met in the old customs house and said what they had to", "say about it, one by one.");
        }

        var document = sketch.Structure();

        Assert.Equal("What the towns on both shores of the lake agreed on in spring", Assert.Single(document.Sections).Title);
    }

    [Fact]
    public void The_title_under_the_name_of_a_figure_is_a_caption()
    {
        var document = new PageSketch()
            .Line(Left, 40, "Wells", 14, bold: true)
            .Text(Left, 70, Right, "The wells were counted in the spring, and again when the rains had come to", "the valley.")
            .Line(Left, 120, "Figure II")
            .Line(Left, 133, "Number of wells in use, by town and by year", bold: true)
            .Text(Left, 400, Right, "More wells were in use than had been thought, since those that were dug by", "hand had not been counted.")
            .Structure();

        Assert.Equal(["Wells"], document.Sections.Select(section => section.Title));
        Assert.Equal(["Figure II", "Number of wells in use, by town and by year"], document.Passages.Where(p => p.Role == PassageRole.Caption).Select(p => p.Text));
    }

    [Fact]
    public void A_heading_that_opens_a_column_on_several_pages_is_no_running_head()
    {
        var sketch = new PageSketch();
        string[] seasons = ["spring", "summer", "autumn", "winter"];
        for (var page = 0; page < 4; page++)
        {
            sketch.Text(Left, 60, 280, $"Talks of the {seasons[page]} began late in the", $"day, since the {seasons[page]} sun had to reach", $"the carts of the {seasons[page]} delegation so", "that all could meet in the middle.")
                .Line(320, 60, "WHY DO IT", bold: true)
                .Text(320, 76, Right, $"The {seasons[page]} belongs to nobody, and", $"who speaks in {seasons[page]} is heard by both", "of the shores at once.");
            if (page < 3)
            {
                sketch.NewPage();
            }
        }

        Assert.Equal(4, sketch.Structure().Sections.Count(section => section.Title == "WHY DO IT"));
    }

    [Fact]
    public void A_pull_quote_that_changes_a_word_of_the_text_is_set_aside()
    {
        var document = new PageSketch()
            .Text(Left, 60, Right, "In contrast to the first round, there were also voices that asked to open", "the books of the commission to everyone in both towns before the end.")
            .Line(Left, 120, "There were voices that asked to open the books", 14, italic: true, color: "#008899")
            .Line(Left, 138, "of the commission to everyone in both towns.", 14, italic: true, color: "#008899")
            .Text(Left, 180, Right, "The commission did so in the autumn, and few came to read them in the hall", "where they lay.")
            .Structure();

        Assert.Empty(document.Sections);
        Assert.Equal(2, document.Passages.Count);
        Assert.Equal(2, document.SetAside.Count(line => line.Reason == SetAsideReason.PullQuote));
    }

    [Fact]
    public void What_stands_on_a_title_page_before_the_contents_heads_nothing()
    {
        var sketch = new PageSketch()
            .Line(Left, 100, "The Lake and the Towns around It", 26, bold: true)
            .NewPage()
            .Line(Left, 100, "Presented to the Assembly of Both Towns", 14, bold: true)
            .Line(Left, 140, "by Command of the Harbour Master", 14, bold: true);
        sketch = Report(sketch.NewPage()
            .Line(Left, 40, "Contents", 16, bold: true)
            .Line(Left, 80, "Beginnings ..................... 4")
            .Line(Left, 95, "Borders ........................ 5"));
        var document = sketch.NewPage().Line(Left, 60, "Ends.").Structure();

        Assert.Equal(["Contents", "Beginnings", "The first round", "Borders", "The second round"], document.Sections.Select(section => section.Title));
    }

    [Fact]
    public void Short_paragraphs_are_no_headings_though_tables_in_smaller_type_outweigh_the_text()
    {
        var sketch = new PageSketch()
            .Line(Left, 40, "Wells", 14, bold: true)
            .Line(Left, 70, "The wells were counted in the spring, and then again when the rains had", 11, right: Right)
            .Line(Left, 84, "come to the valley.", 11)
            .Line(Left, 110, "The towns are named below with what was found", 11);
        for (var line = 0; line < 16; line++)
        {
            sketch.Line(Left, 140 + (14 * line), $"What was found in year {line} was told to the towns, and each of them kept", 11, right: Right);
        }

        sketch.Line(Left, 140 + (14 * 16), "it in mind.", 11).NewPage();
        for (var row = 0; row < 30; row++)
        {
            sketch.Line(Left, 60 + (20 * row), $"Town number {row}", 9).Line(250, 60 + (20 * row), $"{row} wells in use", 9).Line(420, 60 + (20 * row), $"{row} wells closed", 9);
        }

        Assert.Equal(["Wells"], sketch.Structure().Sections.Select(section => section.Title));
    }

    [Fact]
    public void What_is_named_and_counted_on_lines_of_its_own_is_a_heading_in_whatever_type()
    {
        var sketch = new PageSketch();
        for (var i = 1; i <= 3; i++)
        {
            sketch.Line(Left, 60 + (110 * i), $"Recommendation {i}: See to the wells of the lake towns")
                .Text(Left, 84 + (110 * i), Right, "The towns should name three people who know the wells, and they should pay", "them for their work.");
        }

        Assert.Equal(["Recommendation 1", "Recommendation 2", "Recommendation 3"], sketch.Structure().Sections.Select(section => section.Title[..16]));
    }

    [Fact]
    public void What_the_contents_page_names_is_a_heading_in_whatever_type()
    {
        var document = Report(new PageSketch()
            .Line(Left, 40, "Contents", 16, bold: true)
            .Line(Left, 80, "Beginnings ..................... 2")
            .Line(Left + 40, 95, "The first round ............... 2")
            .Line(Left, 110, "Borders ........................ 3")
            .Line(Left + 40, 125, "What nobody wrote down ........ 3"))
            .Line(Left, 240, "What nobody wrote down")
            .Text(Left, 270, Right, "What was said of the border stones was kept in mind by the oldest of the", "delegates alone.")
            .Structure();

        Assert.Contains(document.Sections, section => section is { Title: "What nobody wrote down", Level: 2 });
    }

    [Fact]
    public void Numbered_entries_of_a_contents_page_in_small_type_are_no_footnotes()
    {
        var sketch = Report(new PageSketch()
            .Line(Left, 40, "Contents", 16, bold: true)
            .Line(Left, 200, "1. Beginnings ..................... 2", 8)
            .Line(Left, 215, "1.1. The first round .............. 2", 8)
            .Line(Left, 230, "2. Borders ........................ 3", 8)
            .Line(Left, 245, "2.1. The second round ............. 3", 8));

        var document = sketch.Structure();

        Assert.Empty(document.Footnotes);
        Assert.Equal([1, 1, 2, 1, 2], document.Sections.Select(section => section.Level));
    }

    [Fact]
    public void An_enumeration_within_a_sentence_is_not_cut_where_a_marker_opens_a_line()
    {
        var document = new PageSketch()
            .Text(Left, 60, Right, "The towns asked the commission for three things that it had not done before:", "(i) to count the wells; (ii) to mend those that had fallen in; and", "(iii) to say in each town who was to see to them.")
            .Line(Left, 120, "The commission agreed to:")
            .Line(Left, 140, "(i) count the wells;")
            .Line(Left, 156, "(ii) mend those that had fallen in.")
            .Structure();

        Assert.Equal([null, null, "(i)", "(ii)"], document.Passages.Select(passage => passage.Marker));
    }

    [Fact]
    public void What_stands_between_a_tables_name_and_its_source_is_the_table()
    {
        var document = new PageSketch()
            .Text(Left, 60, Right, "The wells are shown below with what the towns had said of them in the spring", "and in the autumn.")
            .Line(Left, 110, "Table 2", bold: true)
            .Line(Left, 123, "Wells and those who see to them", bold: true)
            .Text(Left, 160, 240, "The well at the old customs house", "and the one beside it")
            .Text(300, 160, Right, "The harbour master should see to both of", "them, and report to the towns.")
            .Line(Left, 220, "Source: compiled by the commission.", 9)
            .Text(Left, 250, Right, "The towns took note of the table, and asked that it be drawn up again in", "a year.")
            .Structure();

        Assert.Equal(2, document.Passages.Count(passage => passage.Role == PassageRole.Paragraph));
        Assert.Contains("harbour master", Assert.Single(document.Passages, passage => passage.Role == PassageRole.Table).Text, StringComparison.Ordinal);
    }

    /// <summary>Two chapters with a section each, on pages of their own after what was drawn.</summary>
    internal static PageSketch Report(PageSketch sketch)
    {
        (string Chapter, string Part)[] chapters = [("Beginnings", "The first round"), ("Borders", "The second round")];
        foreach (var (chapter, part) in chapters)
        {
            // The part's type is the larger one: only the contents page knows better.
            sketch.NewPage()
                .Line(Left, 40, chapter, 13, bold: true)
                .Text(Left, 70, Right, "Talks began in the spring and went on until the harvest called all of the", "delegates home.")
                .Line(Left, 140, part, 15, bold: true)
                .Text(Left, 170, Right, "What the rounds have in common is that nobody wrote down who had said it", "and to whom.")
                .Line(290, 800, sketch.Document().Pages.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return sketch;
    }
}
