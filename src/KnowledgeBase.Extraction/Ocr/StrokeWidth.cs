using KnowledgeBase.Extraction.Images;

namespace KnowledgeBase.Extraction.Ocr;

/// <summary>
/// Measures how wide the strokes of letters are, freed of the scan's blur. A stroke of width w under a Gaussian blur of standard
/// deviation s keeps its mass but loses darkness at its middle, which falls to erf(w / (2√2 s)); mass by darkness is therefore
/// w / erf(w / (2√2 s)), never less than 2.5 s however thin the stroke, and is turned back into w here.
/// </summary>
internal sealed class StrokeWidth
{
    private const double UsualBlur = 0.9;

    /// <summary>From 20% to 80% of an edge blurred by s it is 1.683 s.</summary>
    private const double EdgePerBlur = 1.683;

    private const int LeastEdges = 60;

    private readonly GrayImage image;
    private readonly byte threshold;
    private readonly double blur;

    /// <summary>Measures the page's blur.</summary>
    /// <param name="image">The page, paper white.</param>
    /// <param name="threshold">Darker values are ink.</param>
    public StrokeWidth(GrayImage image, byte threshold)
    {
        this.image = image;
        this.threshold = threshold;
        blur = MeasureBlur();
    }

    /// <summary>The usual width of upright strokes in an area, in pixels; null when there is too little ink to tell.</summary>
    public double? In(PixelBox zone)
    {
        var darkest = DarkestIn(zone);
        var widths = new List<double>();
        for (var y = zone.Top; y < zone.Bottom; y++)
        {
            ReadOnlySpan<byte> row = image.Row(y);
            for (var x = zone.Left; x < zone.Right;)
            {
                if (row[x] >= threshold)
                {
                    x++;
                    continue;
                }

                var mass = Edge(row, x, -1, darkest);
                while (x < zone.Right && row[x] < threshold)
                {
                    mass += Darkness(row[x++], darkest);
                }

                widths.Add(mass + Edge(row, x - 1, 1, darkest));
            }
        }

        if (widths.Count < 8)
        {
            return null;
        }

        // Upright strokes are the narrow part; bars and bowls cut along their length are the rest.
        widths.Sort();
        return Unblurred(widths[(int)(0.4 * widths.Count)]);
    }

    private double Unblurred(double measured)
    {
        double low = 0, high = measured;
        for (var i = 0; i < 30; i++)
        {
            var middle = (low + high) / 2;
            if (middle / Math.Max(1e-9, Erf(middle / (2 * Math.Sqrt(2) * blur))) < measured)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return high;
    }

    private double MeasureBlur()
    {
        var edges = new List<double>();
        for (var y = 0; y < image.Height; y += 2)
        {
            ReadOnlySpan<byte> row = image.Row(y);
            for (var x = 4; x < row.Length - 4; x++)
            {
                if (row[x] >= threshold || row[x - 1] < threshold)
                {
                    continue;
                }

                var end = x;
                byte darkest = 255;
                while (end < row.Length && row[end] < threshold)
                {
                    darkest = Math.Min(darkest, row[end++]);
                }

                // Wide enough to reach full ink, narrow enough to be a letter's.
                if (end - x is >= 5 and <= 40 && darkest < 90 && row[x - 3] > 235)
                {
                    edges.Add(EdgeWidth(row, x, darkest));
                }

                x = end;
            }
        }

        edges.Sort();
        return edges.Count < LeastEdges ? UsualBlur : Math.Clamp(edges[edges.Count / 2] / EdgePerBlur, 0.2, 3);
    }

    /// <summary>Columns, with fractions, from 20% to 80% darkness at the left edge of a dark stretch.</summary>
    private static double EdgeWidth(ReadOnlySpan<byte> row, int x, byte darkest)
    {
        double Crossing(ReadOnlySpan<byte> values, double level)
        {
            var at = x + 3;
            while (at > x - 4 && at > 0 && Darkness(values[at], darkest) > level)
            {
                at--;
            }

            double before = Darkness(values[at], darkest), after = Darkness(values[at + 1], darkest);
            return at + (after > before ? (level - before) / (after - before) : 0);
        }

        return Math.Max(0, Crossing(row, 0.8) - Crossing(row, 0.2));
    }

    private static double Edge(ReadOnlySpan<byte> row, int x, int step, int darkest)
    {
        var mass = 0.0;
        for (int i = 1, at = x + step; i <= 3 && at >= 0 && at < row.Length && row[at] >= row[at - step]; i++, at += step)
        {
            mass += Darkness(row[at], darkest);
        }

        return mass;
    }

    private static double Darkness(byte value, int darkest) => Math.Min(1, (255.0 - value) / Math.Max(1, 255 - darkest));

    private int DarkestIn(PixelBox zone)
    {
        var counts = new int[256];
        for (var y = zone.Top; y < zone.Bottom; y++)
        {
            foreach (var value in image.Row(y)[zone.Left..zone.Right])
            {
                counts[value]++;
            }
        }

        var rest = zone.Width * zone.Height / 50;
        var darkest = 0;
        while (darkest < 255 && rest >= counts[darkest])
        {
            rest -= counts[darkest++];
        }

        return darkest;
    }

    /// <summary>The error function to 5e-4 (Abramowitz and Stegun, 7.1.27).</summary>
    private static double Erf(double x)
    {
        var d = 1 + (x * (0.278393 + (x * (0.230389 + (x * (0.000972 + (x * 0.078108)))))));
        d *= d;
        return 1 - (1 / (d * d));
    }
}
