using KnowledgeBase.Documents;
using KnowledgeBase.Extraction.Images;
using KnowledgeBase.Extraction.Ocr;

namespace KnowledgeBase.Extraction.Tests.Ocr;

public sealed class StraighteningTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.35)]
    [InlineData(-0.9)]
    [InlineData(2.75)]
    [InlineData(-3)]
    public void Measures_by_how_much_lines_fall(double degrees) =>
        Assert.Equal(degrees, Straightening.Measure(Ruled(degrees), 128), 0.051);

    [Fact]
    public void Turns_a_page_straight()
    {
        var straight = Straightening.Straighten(Ruled(1.5), 1.5);

        Assert.Equal(0, Straightening.Measure(straight, 128), 0.051);
    }

    [Fact]
    public void Takes_a_blank_page_as_straight() => Assert.Equal(0, Straightening.Measure(GrayImage.White(600, 800), 128));

    [Fact]
    public void Leads_a_straightened_box_back_to_the_page_as_shown()
    {
        // A point 200 to the right of the centre falls by 200 sin 2° = 6.98 and comes in by 200 (1 - cos 2°) = 0.12.
        var page = new Page(1, null, 600, 800, []) { StraightenedDegrees = 2 };

        var shown = page.AsShown(new(500, 400, 500, 400));

        Assert.Equal(499.88, shown.Left, 0.01);
        Assert.Equal(406.98, shown.Top, 0.01);
    }

    [Fact]
    public void Encloses_a_turned_line_whole()
    {
        // 300 wide and 10 high, turned by 1°: 300 cos + 10 sin = 300.13 wide, 300 sin + 10 cos = 15.23 high.
        var shown = (new Page(1, null, 600, 800, []) { StraightenedDegrees = -1 }).AsShown(new(150, 395, 450, 405));

        Assert.Equal(300.13, shown.Width, 0.01);
        Assert.Equal(15.23, shown.Height, 0.01);
        Assert.Equal(300, (shown.Left + shown.Right) / 2, 0.01);
    }

    /// <summary>A page of bars 8 rows high every 30 rows, broken like words, falling by an angle about the centre.</summary>
    private static GrayImage Ruled(double degrees)
    {
        var image = GrayImage.White(1200, 1600);
        double sin = Math.Sin(degrees * Math.PI / 180), cos = Math.Cos(degrees * Math.PI / 180);
        for (var y = 0; y < image.Height; y++)
        {
            for (var x = 0; x < image.Width; x++)
            {
                double dx = x - 600, dy = y - 800;
                double u = (dx * cos) + (dy * sin) + 600, v = (dy * cos) - (dx * sin) + 800;
                if (u is > 150 and < 1050 && v is > 150 and < 1450 && v % 30 < 8 && u % 70 < 60)
                {
                    image.Row(y)[x] = 0;
                }
            }
        }

        return image;
    }
}
