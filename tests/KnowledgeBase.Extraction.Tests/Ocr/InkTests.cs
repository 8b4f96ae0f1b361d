using KnowledgeBase.Extraction.Images;
using KnowledgeBase.Extraction.Ocr;

namespace KnowledgeBase.Extraction.Tests.Ocr;

public sealed class InkTests
{
    [Fact]
    public void Joins_ink_that_touches_at_corners_and_parts_what_does_not()
    {
        var image = Drawn(
            "#..#",
            ".##.",
            "....",
            "#..#");

        var glyphs = GlyphFinder.Find(image, 128).OrderBy(glyph => glyph.Top).ThenBy(glyph => glyph.Left).ToList();

        Assert.Equal([new Glyph(0, 0, 4, 2, 4), new Glyph(0, 3, 1, 4, 1), new Glyph(3, 3, 4, 4, 1)], glyphs);
    }

    [Fact]
    public void Joins_arms_that_meet_only_further_down()
    {
        var glyph = Assert.Single(GlyphFinder.Find(Drawn("#.#.#", "#.#.#", "#####"), 128));

        Assert.Equal(new(0, 0, 5, 3, 11), glyph);
    }

    [Fact]
    public void Whitens_shaded_paper_and_keeps_the_ink()
    {
        // Paper darkens from 250 at the left to 150 at the right; ink has a fifth of the paper's light.
        var image = GrayImage.White(960, 400);
        for (var y = 0; y < image.Height; y++)
        {
            for (var x = 0; x < image.Width; x++)
            {
                var paper = 250 - (100 * x / image.Width);
                image.Row(y)[x] = (byte)(x % 40 < 4 ? paper / 5 : paper);
            }
        }

        var even = Cleaning.Flatten(image);

        Assert.All(new[] { 20, 500, 940 }, x => Assert.InRange(even.Row(200)[x], 245, 255));
        Assert.All(new[] { 1, 481, 921 }, x => Assert.InRange(even.Row(200)[x], 40, 62));
        Assert.InRange(Cleaning.Threshold(even), 90, 200);
    }

    [Theory]
    [InlineData(3, 0.8)]
    [InlineData(3, 1.4)]
    [InlineData(5, 0.8)]
    [InlineData(5, 1.4)]
    public void Measures_strokes_free_of_the_scans_blur(int width, double blur)
    {
        // Fine strokes as the type, and some broad ones that reach full ink, as headings have.
        var strokes = new StrokeWidth(Strokes(width, blur), 128);

        var measured = strokes.In(new(0, 20, 400, 60));

        Assert.NotNull(measured);
        Assert.Equal(width, measured.Value, 0.45);
    }

    /// <summary>Upright strokes every 20 columns in the upper rows, 10 wide every 40 columns in the lower ones, blurred along the rows.</summary>
    private static GrayImage Strokes(int width, double blur)
    {
        var image = GrayImage.White(400, 200);
        for (var y = 10; y < 190; y++)
        {
            var stroke = y < 100 ? width : 10;
            var every = y < 100 ? 20 : 40;
            for (var x = 0; x < image.Width; x++)
            {
                double weight = 0, dark = 0;
                for (var i = -6; i <= 6; i++)
                {
                    var bell = Math.Exp(-i * i / (2 * blur * blur));
                    weight += bell;
                    dark += (x + i + every) % every is var at && at >= 5 && at < 5 + stroke ? bell : 0;
                }

                image.Row(y)[x] = (byte)Math.Round(255 * (1 - (dark / weight)));
            }
        }

        return image;
    }

    private static GrayImage Drawn(params string[] rows) =>
        new(rows[0].Length, rows.Length, rows.SelectMany(row => row.Select(c => c == '#' ? (byte)0 : (byte)255)).ToArray());
}
