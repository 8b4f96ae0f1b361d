using KnowledgeBase.Extraction.Images;

namespace KnowledgeBase.Extraction.Ocr;

/// <summary>Measures lines on the page's ink: baseline, heights of letters, strength and slant of strokes.</summary>
/// <param name="image">The straightened page.</param>
/// <param name="threshold">Darker values are ink.</param>
/// <param name="glyphs">The page's pieces of ink.</param>
internal sealed class LineMeasuring(GrayImage image, byte threshold, IReadOnlyList<Glyph> glyphs)
{
    private const string LowLetters = "aceimnorsuvwxzgpqyjı";
    private const string HighLetters = "bdfhkl0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>A height is only measured where this many letters show it.</summary>
    private const int LeastLetters = 2;

    private readonly StrokeWidth strokes = new(image, threshold);

    private readonly ILookup<int, Glyph> bands = glyphs.ToLookup(glyph => (int)glyph.CenterY / BandRows);

    private const int BandRows = 32;

    /// <summary>The pieces of ink with their centre in an area.</summary>
    public IEnumerable<Glyph> Within(PixelBox area)
    {
        for (var band = Math.Max(0, area.Top) / BandRows; band <= area.Bottom / BandRows; band++)
        {
            foreach (var glyph in bands[band])
            {
                if (glyph.CenterX >= area.Left && glyph.CenterX < area.Right && glyph.CenterY >= area.Top && glyph.CenterY < area.Bottom)
                {
                    yield return glyph;
                }
            }
        }
    }

    /// <summary>Measures a line and its words.</summary>
    public RecognisedLine Measure(RecognisedLine line)
    {
        var letters = line.Words.SelectMany(word => Within(word.Box)).Where(glyph => glyph.Area >= 6 && glyph.Width < 6 * line.Box.Height).ToList();
        if (letters.Count == 0)
        {
            return line;
        }

        var usual = Median(letters.Select(glyph => (double)glyph.Height));
        letters = letters.Where(glyph => glyph.Height > 0.55 * usual && glyph.Height < 3 * usual).ToList();
        if (letters.Count == 0)
        {
            return line;
        }

        var baseline = Median(letters.Select(glyph => (double)glyph.Bottom));
        var standing = letters.Where(glyph => Math.Abs(glyph.Bottom - baseline) < 0.25 * usual).ToList();
        if (standing.Count == 0)
        {
            return line;
        }

        var (middle, slope) = FitBaseline(standing);
        var centre = (line.Box.Left + line.Box.Right) / 2.0;
        double BaselineAt(double x) => middle + (slope * (x - centre));
        middle += slope * (centre - standing.Average(glyph => glyph.CenterX));

        var heights = letters.Where(glyph => glyph.Bottom > BaselineAt(glyph.CenterX) - (0.2 * usual))
            .Select(glyph => BaselineAt(glyph.CenterX) - glyph.Top).Where(height => height > 0.4 * usual).Order().ToList();
        var shape = ShapeOf(line.Text, heights, middle);
        return shape is null
            ? line
            : line with { Shape = shape, Words = line.Words.Select(word => MeasureInk(word, BaselineAt, shape)).ToList() };
    }

    private static LineShape? ShapeOf(string text, List<double> heights, double baseline)
    {
        if (heights.Count == 0)
        {
            return null;
        }

        int low = text.Count(LowLetters.Contains), high = text.Count(HighLetters.Contains);
        if (low + high == 0)
        {
            return new(baseline, null, Median(heights));
        }

        // How many letters are low is known from the words read, so the heights need no guess at what is what.
        var share = low / (double)(low + high);
        double? At(double position, int letters) =>
            letters >= LeastLetters || share is 0 or 1 ? heights[Math.Clamp((int)(position * heights.Count), 0, heights.Count - 1)] : null;
        return At(share / 2, low) is { } x && low > 0
            ? new(baseline, x, high > 0 ? At((1 + share) / 2, high) : null)
            : new(baseline, null, heights[Math.Clamp((int)((1 + share) / 2 * heights.Count), 0, heights.Count - 1)]);
    }

    private static (double Middle, double Slope) FitBaseline(List<Glyph> standing)
    {
        var x = standing.Average(glyph => glyph.CenterX);
        var y = standing.Average(glyph => glyph.Bottom);
        var spread = standing.Sum(glyph => (glyph.CenterX - x) * (glyph.CenterX - x));
        var wide = standing.Max(glyph => glyph.Right) - standing.Min(glyph => glyph.Left);
        if (standing.Count < 8 || wide < 10 * standing.Average(glyph => glyph.Height))
        {
            return (Median(standing.Select(glyph => (double)glyph.Bottom)), 0);
        }

        var slope = standing.Sum(glyph => (glyph.CenterX - x) * (glyph.Bottom - y)) / spread;
        // What is left after straightening is a curved page's bend, not a new turn.
        return Math.Abs(slope) > 0.02 ? (Median(standing.Select(glyph => (double)glyph.Bottom)), 0) : (y, slope);
    }

    private RecognisedWord MeasureInk(RecognisedWord word, Func<double, double> baselineAt, LineShape shape)
    {
        var bottom = (int)Math.Round(baselineAt((word.Box.Left + word.Box.Right) / 2.0));
        var x = (int)Math.Round(shape.SomeXHeight);
        var zone = new PixelBox(
            Math.Max(0, word.Box.Left), Math.Max(0, bottom - x), Math.Min(image.Width, word.Box.Right), Math.Min(image.Height, bottom));
        if (word.Text.Count(char.IsLetterOrDigit) < 2 || zone.Width < x || zone.Height < 4)
        {
            return word;
        }

        var tall = zone with { Top = Math.Max(0, bottom - (int)Math.Round(1.45 * x)) };
        return word with { Stroke = strokes.In(zone), Slant = SlantOf(tall) };
    }

    /// <summary>The shear that stands the strokes upright: column counts then differ most.</summary>
    private double? SlantOf(PixelBox zone)
    {
        var ink = new List<(int X, int Up)>();
        for (var y = zone.Top; y < zone.Bottom; y++)
        {
            ReadOnlySpan<byte> row = image.Row(y);
            for (var x = zone.Left; x < zone.Right; x++)
            {
                if (row[x] < threshold)
                {
                    ink.Add((x - zone.Left, zone.Bottom - y));
                }
            }
        }

        if (ink.Count < 60)
        {
            return null;
        }

        var best = 0.0;
        var bestScore = double.MinValue;
        var columns = new double[zone.Width + (int)Math.Ceiling(0.62 * zone.Height) + 2];
        for (var slant = -0.15; slant < 0.451; slant += 0.05)
        {
            Array.Clear(columns);
            foreach (var (x, up) in ink)
            {
                var at = x - (slant * up) + (0.46 * zone.Height);
                var column = (int)at;
                columns[column] += 1 - (at - column);
                columns[column + 1] += at - column;
            }

            var score = columns.Sum(count => count * count);
            if (score > bestScore)
            {
                (best, bestScore) = (slant, score);
            }
        }

        return best;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
