namespace KnowledgeBase.Structuring.Tests.Layout;

public sealed class HeadingPartsTests
{
    [Fact]
    public void A_small_name_over_a_title_of_its_colour_is_part_of_the_heading()
    {
        var document = new PageSketch()
            .Line(70, 100, "Money that arrives by telephone", 24, bold: true)
            .Text(70, 150, 525, "This paper looks at three places where money came by telephone", "and at what those who were to be paid made of it.")
            .NewPage()
            .Line(70, 100, "CASE STUDY 1:", 8.5, bold: true, color: "#ffffff")
            .Line(70, 108, "CASH TRANSFERS IN THE NORTH", 13, bold: true, color: "#ffffff")
            .Text(70, 150, 525, "Transfers were paid by telephone, which nobody had tried there", "before, and people came to trust them in the second year.")
            .Text(70, 190, 525, "The lists of those who were paid were kept by two offices that", "did not speak to each other until the audit came.")
            .Structure();

        Assert.Equal(["Money that arrives by telephone", "CASE STUDY 1: CASH TRANSFERS IN THE NORTH"], document.Sections.Select(section => section.Title));
        Assert.DoesNotContain(document.Passages, passage => passage.Text.StartsWith("CASE STUDY", StringComparison.Ordinal));
    }

    [Fact]
    public void The_label_of_a_picture_beside_a_heading_is_not()
    {
        var document = new PageSketch()
            .Line(300, 100, "Zone 2", 8.5, color: "#cc0000")
            .Line(70, 108, "CASH TRANSFERS IN THE NORTH", 13, bold: true)
            .Text(70, 150, 525, "Transfers were paid by telephone, which nobody had tried there", "before, and people came to trust them in the second year.")
            .Structure();

        Assert.DoesNotContain(document.Sections, section => section.Title.Contains("Zone", StringComparison.Ordinal));
    }
}
