using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Tests.Layout;

/// <summary>Words, blanks and foot marks that look like bullets, gutters and text, on pages drawn by hand.</summary>
public sealed class RunningTextTests
{
    private const double Left = 70;
    private const double Right = 525;

    [Fact]
    public void A_word_that_looks_like_a_bullet_stays_in_its_sentence()
    {
        var document = new PageSketch()
            .Text(Left, 60, Right, "La comisión debe averiguar qué fue de los pozos del valle y determinar quién", "o quiénes cegaron el más antiguo de ellos, que estaba junto a la aduana vieja", "o muy cerca de ella.")
            .Structure();

        var passage = Assert.Single(document.Passages);
        Assert.Null(passage.Marker);
        Assert.EndsWith("determinar quién o quiénes cegaron el más antiguo de ellos, que estaba junto a la aduana vieja o muy cerca de ella.", passage.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_that_looks_like_a_bullet_goes_on_from_the_page_before()
    {
        var document = new PageSketch()
            .Text(Left, 700, Right, "La comisión debe averiguar qué fue de los pozos del valle, de cada uno de los", "cuales hay noticia en los libros de la aduana, y debe también determinar quién,")
            .NewPage()
            .Text(Left, 60, Right, "o quiénes, cegaron el más antiguo de ellos, que estaba junto a la aduana vieja", "donde nadie lo buscaba.")
            .Structure();

        Assert.Contains("determinar quién, o quiénes, cegaron", Assert.Single(document.Passages).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dash_at_the_start_of_a_line_stays_in_its_sentence()
    {
        var document = new PageSketch()
            .Text(Left, 60, Right, "(a) The wells are counted by the two towns of the valley (the old and the new)", "– or by others whom both of them trust – with the help of the commission.")
            .Structure();

        Assert.Equal("The wells are counted by the two towns of the valley (the old and the new) – or by others whom both of them trust – with the help of the commission.", Assert.Single(document.Passages).Text);
    }

    [Theory]
    [InlineData("o")]
    [InlineData("–")]
    public void Items_under_a_bullet_of_that_shape_stay_items(string bullet)
    {
        var document = new PageSketch()
            .Text(Left, 60, Right, "After a long summer without rain both of the towns agreed to share as follows:")
            .Line(Left, 72, bullet + " water for all who come to the wells in the dry months, whatever their town is", right: Right)
            .Line(Left, 84, bullet + " ropes and buckets for those who come from afar")
            .Structure();

        Assert.Equal([null, bullet, bullet], document.Passages.Select(passage => passage.Marker));
    }

    [Fact]
    public void Wide_blanks_under_each_other_in_a_few_lines_are_no_gutter()
    {
        var document = new PageSketch()
            .Line(Left, 60, "The commission heard of three wells that had been closed without any notice to", right: Right)
            .Line(Left, 72, "those who drew water there, and of one closed during the harvest feast.", right: 470).Line(484, 72, "One", right: 502)
            .Line(Left, 84, "woman lost her goats, as she said, for want of water in that summer.", right: 472).Line(486, 84, "Greater", right: 522)
            .Line(Left, 96, "care must be taken to tell the towns beforehand which of the wells will close,", right: Right)
            .Line(Left, 108, "and when they open again.")
            .Structure();

        Assert.Contains("harvest feast. One woman lost her goats, as she said, for want of water in that summer. Greater care must", Assert.Single(document.Passages).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/...")]
    [InlineData("97-12345 (E)   051297   /...")]
    public void The_mark_that_a_page_goes_on_overleaf_is_no_text(string mark)
    {
        var document = new PageSketch()
            .Text(Left, 730, Right, "The reports of the commission were read aloud in both of the towns, and who", "wished to speak could do so from the steps of the customs house, until the sun")
            .Line(480, 800, mark)
            .NewPage()
            .Text(Left, 60, Right, "was gone and nobody could see the other side of the lake, where the boats came", "in.")
            .Structure();

        Assert.Contains("until the sun was gone", Assert.Single(document.Passages).Text, StringComparison.Ordinal);
        Assert.Equal(SetAsideReason.RunningFoot, Assert.Single(document.SetAside).Reason);
    }

    [Fact]
    public void A_job_number_above_a_row_of_signs_is_no_text()
    {
        var document = new PageSketch()
            .Text(Left, 700, Right, "The reports of the commission were read aloud in both of the towns, and who", "wished to speak could do so from the steps of the customs house, until the sun")
            .Line(Left, 780, "25-12345 (E)").Line(Left, 800, "*2512345*", 14).Line(300, 804, "Open document", 8).Line(450, 804, "Pass it on", 8)
            .NewPage()
            .Text(Left, 60, Right, "was gone and nobody could see the other side of the lake, where the boats came", "in.")
            .Structure();

        Assert.Contains(document.SetAside, line => line.Text == "25-12345 (E)");
        Assert.DoesNotContain(document.Passages, passage => passage.Text.Contains("12345", StringComparison.Ordinal));
    }

    [Fact]
    public void A_note_that_opens_with_a_figure_is_a_note()
    {
        var document = new PageSketch()
            .Text(Left, 60, Right, "The reports^1^ of the commission^2^ were read aloud in two^3^ towns, and whoever^4^", "wished to speak could do so from the steps of the customs house until the sun", "was gone and nobody could see the other side of the lake, where the boats came", "in.")
            .Line(Left, 640, "1. Reports on wells, annex I.", 8)
            .Line(Left, 650, "2. Rules of the towns, § 12.", 8)
            .Line(Left, 660, "3. 2 out of 9 towns on the lake", 8)
            .Line(Left, 670, "to date.", 8)
            .Line(Left, 680, "4. Third round, in autumn.", 8)
            .Structure();

        Assert.Equal(["1", "2", "3", "4"], document.Footnotes.Select(note => note.Number));
        Assert.Equal("2 out of 9 towns on the lake to date.", document.Footnotes[2].Text);
    }

    [Fact]
    public void A_label_in_the_margin_does_not_make_a_column_of_the_page()
    {
        var document = new PageSketch()
            .Text(Left, 60, Right, "The reports of the commission were read aloud in both of the towns, and who", "wished to speak could do so.")
            .Line(20, 100, "Chair:").Line(Left, 100, "Ana Muster, of the old town")
            .Text(Left, 130, Right, "She opened the meeting and said that one delegation had missed its boat over", "the lake.")
            .Structure();

        var texts = document.Passages.Select(passage => passage.Text).Concat(document.Sections.Select(section => section.Title)).ToList();
        Assert.StartsWith("The reports", texts[0], StringComparison.Ordinal);
        Assert.Equal(texts.FindIndex(text => text.StartsWith("Ana", StringComparison.Ordinal)) - 1, texts.FindIndex(text => text.StartsWith("Chair:", StringComparison.Ordinal)));
    }

    [Fact]
    public void Paragraphs_of_a_preamble_are_parted_though_each_ends_with_a_comma()
    {
        var document = new PageSketch()
            .Text(Left, 60, Right, "Recalling what the parties wrote in the harbour in the spring of that", "year, and what the observers had said of it in their own first letter", "from the coast, in the autumn after it, to all the towns and villages which")
            .NewPage()
            .Text(Left, 60, Right, "nobody had answered when the second round of talks began in the hall of").Line(Left, 72, "the old customs house,")
            .Text(Left, 120, Right, "Noting that the fishermen of both banks have not taken part in any of the").Line(Left, 132, "rounds, nor been asked to,")
            .Text(Left, 180, Right, "Convinced that no agreement on the lake will last unless those who live", "by it have had their say, all of them, in the language that they speak at").Line(Left, 204, "home,")
            .NewPage()
            .Text(Left, 60, Right, "Considering how long the winter is in the upper valley and how few roads", "are open in it.")
            .Structure();

        Assert.Equal(["Recalling", "Noting", "Convinced", "Considering"], document.Passages.Select(p => p.Text.Split(' ')[0]));
        Assert.Contains("which nobody had answered", document.Passages[0].Text, StringComparison.Ordinal);
    }
}
