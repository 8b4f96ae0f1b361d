namespace KnowledgeBase.Structuring.Tests.Layout;

/// <summary>Which numbers are printed page numbers.</summary>
public sealed class PageNumberTests
{
    [Fact]
    public void Takes_no_page_number_from_lines_of_the_text_that_happen_to_count_along()
    {
        var sketch = new PageSketch();
        for (var page = 1; page <= 8; page++)
        {
            if (page > 1)
            {
                sketch.NewPage();
            }

            sketch.Text(60, 100, 535, $"Paragraph {(char)('A' + page)} stands on its own page and is all that the", "page has to say to its reader.");
            if (page is 2 or 3 or 5)
            {
                sketch.Line(60, 780, page switch { 2 => "monitors came to the town in year 3", 3 => "delegates signed in room 4", _ => "the guarantors met on day 6" });
            }
        }

        Assert.All(sketch.Structure().PageLabels, Assert.Null);
    }

    [Fact]
    public void Takes_no_page_number_from_the_number_of_a_supplement()
    {
        var sketch = new PageSketch();
        for (var page = 1; page <= 9; page++)
        {
            if (page > 1)
            {
                sketch.NewPage();
            }

            sketch.Text(60, 300, 535, $"Paragraph {(char)('A' + page)} stands on its own page and is all that the", "page has to say to its reader.");
            if (page < 3)
            {
                sketch.Line(60, 40, page == 1 ? "Records of the lake, Supplement No. 8" : "Records of the lake, Supplement No. 9", 14);
            }
            else
            {
                sketch.Line(290, 800, (page - 2).ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        Assert.Equal([null, null, "1", "2", "3", "4", "5", "6", "7"], sketch.Structure().PageLabels);
    }
}
