using KnowledgeBase.Structuring.Layout;

namespace KnowledgeBase.Structuring.Tests.Layout;

/// <summary>Which pages of a file hold two facing pages of a book.</summary>
public sealed class SpreadTests
{
    private const double Left = 70;
    private const double Middle = PageSketch.Width;

    [Fact]
    public void Two_page_numbers_in_the_outer_corners_part_a_page() =>
        Assert.Equal([2], Parts(Numbers(Columns(Sketch()), 208)).Select(parts => parts.Count));

    [Fact]
    public void Two_page_numbers_under_the_middle_of_both_pages_part_it() =>
        Assert.Equal([2], Parts(Columns(Sketch()).Line((Middle / 2) - 8, 800, "208").Line((1.5 * Middle) - 8, 800, "209")).Select(parts => parts.Count));

    [Theory]
    [InlineData(2019)]
    [InlineData(2020)]
    [InlineData(2)]
    public void Numbers_at_the_head_of_a_table_are_no_page_numbers(int first)
    {
        var sketch = Sketch().Line(300, 60, $"{first}").Line(870, 60, $"{first + 1}");
        for (var row = 0; row < 6; row++)
        {
            sketch.Line(Left, 76 + (16 * row), $"Wells of kind {row}").Line(300, 76 + (16 * row), $"{10 + row}").Line(870, 76 + (16 * row), $"{30 + row}");
        }

        Assert.Single(Assert.Single(Parts(sketch)));
    }

    [Fact]
    public void A_table_under_two_numbers_on_a_page_that_carries_another_is_none()
    {
        var sketch = new PageSketch(2 * PageSketch.Width);
        for (var page = 0; page < 4; page++)
        {
            sketch = Columns(page == 0 ? sketch : sketch.NewPage()).Line(Left, 790, $"Report of the commission | {page + 30}");
        }

        Assert.Equal([1, 1, 1, 1, 1], Parts(Columns(sketch.NewPage()).Line(300, 30, "8").Line(875, 30, "9").Line(Left, 790, "Report of the commission | 34")).Select(parts => parts.Count));
    }

    [Fact]
    public void A_page_with_text_across_its_middle_is_one() =>
        Assert.Single(Assert.Single(Parts(Numbers(Columns(Sketch()).Line(Left, 300, "The commission wrote down on one sheet who had counted the wells.", right: 1120), 208))));

    [Fact]
    public void Numbers_that_are_not_as_far_from_the_middle_are_no_page_numbers() =>
        Assert.Single(Assert.Single(Parts(Columns(Sketch()).Line(Left, 800, "208").Line(700, 800, "209"))));

    [Fact]
    public void Numbers_on_two_heights_are_no_page_numbers() =>
        Assert.Single(Assert.Single(Parts(Columns(Sketch()).Line(Left, 780, "208").Line(1105, 800, "209"))));

    [Fact]
    public void Spreads_that_count_on_bear_each_other_out()
    {
        // Left pages with odd numbers, as in a file that begins with the cover, and one line across the middle among many.
        var sketch = Numbers(Columns(Sketch()), 5);
        sketch = Numbers(Columns(sketch.NewPage()).Line(Left, 300, "A line that runs on to the right page.", right: 700), 7);

        Assert.Equal([2, 2], Parts(sketch).Select(parts => parts.Count));
        Assert.Single(Assert.Single(Parts(Numbers(Columns(Sketch()), 5))));
    }

    [Fact]
    public void A_heading_across_both_pages_begins_on_the_left_one()
    {
        var sketch = Numbers(Columns(Sketch()).Line(Middle - 195, 30, "The wells of both towns and who counts them", 20, bold: true, right: Middle + 205), 208);

        var parts = Assert.Single(Parts(sketch));

        Assert.Equal(2, parts.Count);
        Assert.Contains(parts[0], line => line.StartsWith("The wells of both towns", StringComparison.Ordinal));
    }

    private static PageSketch Sketch() => new(2 * PageSketch.Width);

    private static PageSketch Numbers(PageSketch sketch, int left) => sketch.Line(Left, 800, $"{left}").Line((2 * Middle) - Left - (5 * $"{left + 1}".Length), 800, $"{left + 1}");

    private static PageSketch Columns(PageSketch sketch)
    {
        for (var i = 0; i < 4; i++)
        {
            sketch.Text(Left, 80 + (40 * i), 500, $"Left column {i} says that the wells were counted before the autumn and that", "all who were there agreed.")
                .Text(Left + Middle, 86 + (40 * i), 1100, $"Right column {i} says that nobody had brought the ropes which both of the", "towns had promised.");
        }

        return sketch;
    }

    /// <summary>The words of the lines of each part of each page.</summary>
    private static List<List<List<string>>> Parts(PageSketch sketch)
    {
        var pages = sketch.Document().Pages;
        var lines = pages.Select(page => page.Lines.Select((line, order) => new LayoutLine(page.Number, line, order)).ToList()).ToList();
        var furniture = PageFurniture.Find(pages, lines);
        var text = lines.Select(page => page.Where(line => furniture.ReasonFor(line) is null).ToList()).ToList();
        var spreads = Spread.Find(pages, lines, text, furniture.Labels);
        return [.. text.Select((page, i) => spreads.Parts(i, page).Select(part => part.Select(line => line.Text).ToList()).ToList())];
    }
}
