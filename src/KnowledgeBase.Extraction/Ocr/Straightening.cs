using KnowledgeBase.Extraction.Images;

namespace KnowledgeBase.Extraction.Ocr;

/// <summary>
/// Measures how far a scanned page is turned, and turns it back. The measure is Postl's projection profile: sheared by the right
/// angle, rows of text and the white between them differ most, so the summed squared difference of neighbouring row counts peaks
/// (W. Postl, "Detection of linear oblique structures and skew scan in digitized documents", ICPR 1986; search from coarse to
/// fine as in D. Bloomberg, G. Kopec, L. Dasari, "Measuring document image skew and orientation", SPIE 2422, 1995).
/// </summary>
internal static class Straightening
{
    /// <summary>Turns beyond this many degrees are not looked for: no scanner feeds paper so.</summary>
    public const double MostDegrees = 3;

    private const double CoarseStepDegrees = 0.25;

    private const double FineStepDegrees = 0.05;

    /// <summary>The profile needs no more detail than this many columns.</summary>
    private const int WorkingWidth = 900;

    /// <summary>The best angle must stand out from no turn at all by this factor, or the page is taken as straight.</summary>
    private const double LeastGain = 1.02;

    /// <summary>Measures the turn.</summary>
    /// <param name="image">The page.</param>
    /// <param name="threshold">Darker values are ink.</param>
    /// <returns>Degrees by which lines of text fall towards the right (negative when they rise); within ±<see cref="MostDegrees"/>.</returns>
    public static double Measure(GrayImage image, byte threshold)
    {
        var (ink, width, height) = InkPoints(image, threshold);
        if (ink.Count < 500)
        {
            return 0;
        }

        var best = Best(ink, width, height, 0, MostDegrees, CoarseStepDegrees);
        best = Best(ink, width, height, best, CoarseStepDegrees, FineStepDegrees);
        return Score(ink, width, height, best) < LeastGain * Score(ink, width, height, 0) ? 0 : best;
    }

    /// <summary>Turns the page back by bilinear interpolation about its centre; the size stays, what comes in is white.</summary>
    /// <param name="image">The page.</param>
    /// <param name="degrees">As measured.</param>
    public static GrayImage Straighten(GrayImage image, double degrees)
    {
        if (Math.Abs(degrees) < FineStepDegrees / 2)
        {
            return image;
        }

        var result = GrayImage.White(image.Width, image.Height);
        double sin = Math.Sin(degrees * Math.PI / 180), cos = Math.Cos(degrees * Math.PI / 180);
        double cx = (image.Width - 1) / 2.0, cy = (image.Height - 1) / 2.0;
        for (var y = 0; y < image.Height; y++)
        {
            var row = result.Row(y);
            double sx = cx - (cx * cos) - ((y - cy) * sin), sy = cy - (cx * sin) + ((y - cy) * cos);
            for (var x = 0; x < row.Length; x++, sx += cos, sy += sin)
            {
                row[x] = Sample(image, sx, sy);
            }
        }

        return result;
    }

    private static byte Sample(GrayImage image, double x, double y)
    {
        int left = (int)Math.Floor(x), top = (int)Math.Floor(y);
        if (left < 0 || top < 0 || left >= image.Width - 1 || top >= image.Height - 1)
        {
            return 255;
        }

        double fx = x - left, fy = y - top;
        var at = (top * image.Width) + left;
        var pixels = image.Pixels;
        var upper = pixels[at] + (fx * (pixels[at + 1] - pixels[at]));
        var lower = pixels[at + image.Width] + (fx * (pixels[at + image.Width + 1] - pixels[at + image.Width]));
        return (byte)(upper + (fy * (lower - upper)) + 0.5);
    }

    private static (List<(float X, float Y)> Ink, double Width, int Height) InkPoints(GrayImage image, byte threshold)
    {
        var step = Math.Max(1, image.Width / WorkingWidth);
        var points = new List<(float X, float Y)>();
        // Margins hold shadows of the paper's edge, which have an angle of their own.
        int marginX = image.Width / 25, marginY = image.Height / 25;
        for (var y = marginY; y < image.Height - marginY; y += step)
        {
            var row = image.Row(y);
            for (var x = marginX; x < image.Width - marginX; x += step)
            {
                if (row[x] < threshold)
                {
                    points.Add(((x - (image.Width / 2f)) / step, (float)y / step));
                }
            }
        }

        return (points, (double)image.Width / step, (image.Height / step) + 1);
    }

    private static double Best(List<(float X, float Y)> ink, double width, int height, double around, double reach, double step)
    {
        var best = around;
        var bestScore = double.MinValue;
        for (var i = (int)Math.Round(-reach / step); i <= (int)Math.Round(reach / step); i++)
        {
            var degrees = around + (i * step);
            var score = Math.Abs(degrees) <= MostDegrees + 1e-9 ? Score(ink, width, height, degrees) : double.MinValue;
            if (score > bestScore)
            {
                (best, bestScore) = (degrees, score);
            }
        }

        return best;
    }

    private static double Score(List<(float X, float Y)> ink, double width, int height, double degrees)
    {
        var slope = (float)Math.Tan(degrees * Math.PI / 180);
        var spare = (int)Math.Ceiling(Math.Abs(slope) * width / 2) + 1;
        var rows = new double[height + (2 * spare) + 1];
        foreach (var (x, y) in ink)
        {
            // Shared between the two nearest rows, or whole-pixel steps would favour angle 0.
            var at = y - (x * slope) + spare;
            var row = (int)at;
            var part = at - row;
            rows[row] += 1 - part;
            rows[row + 1] += part;
        }

        var sum = 0.0;
        for (var i = 1; i < rows.Length; i++)
        {
            sum += (rows[i] - rows[i - 1]) * (rows[i] - rows[i - 1]);
        }

        return sum;
    }
}
