namespace KnowledgeBase.Extraction.Ocr;

/// <summary>
/// Gives lines of one type one size. Heights measured on a scan scatter by a few per cent, and the proportion of low to high
/// letters differs by typeface; so heights are brought to one scale and snapped to the sizes that the document uses.
/// </summary>
internal sealed class TypeSizes
{
    /// <summary>Height of capitals and ascenders in parts of the font size, as most text faces have it.</summary>
    private const double AscenderPerSize = 0.70;

    /// <summary>Height of x in parts of ascenders, where the document itself does not tell.</summary>
    private const double UsualProportion = 0.68;

    /// <summary>Width of the bell each line adds to the density of sizes, in parts of the size.</summary>
    private const double Bandwidth = 0.022;

    /// <summary>Sizes closer than this, in parts of the size, are one.</summary>
    private const double Apart = 0.055;

    /// <summary>Measured sizes are counted in bins of this width, on the scale of logarithms.</summary>
    private const double Bin = 0.004;

    private readonly double proportion;
    private readonly IReadOnlyList<double> sizes;

    /// <summary>Learns the sizes of a document.</summary>
    /// <param name="pages">Its recognised pages.</param>
    public TypeSizes(IReadOnlyList<RecognisedPage> pages)
    {
        var shapes = pages.SelectMany(page => page.Lines).Select(line => line.Shape).OfType<LineShape>();
        var proportions = shapes.Where(shape => shape is { XHeight: not null, Ascender: not null })
            .Select(shape => shape.XHeight!.Value / shape.Ascender!.Value).Where(value => value is > 0.5 and < 0.85).Order().ToList();
        proportion = proportions.Count >= 5 ? proportions[proportions.Count / 2] : UsualProportion;
        sizes = Peaks(pages.SelectMany(page => page.Lines.Where(line => line.Shape is not null)
            .Select(line => (Size: Measured(line.Shape!, page.PointsPerPixel), Weight: (double)line.Text.Length))).ToList());
    }

    /// <summary>The size of a line's type in points.</summary>
    /// <param name="shape">Its measures.</param>
    /// <param name="pointsPerPixel">Of its page.</param>
    public double SizeOf(LineShape shape, double pointsPerPixel)
    {
        var measured = Measured(shape, pointsPerPixel);
        var nearest = sizes.Count == 0 ? measured : sizes.MinBy(size => Math.Abs(Math.Log(size / measured)));
        return Math.Abs(Math.Log(nearest / measured)) <= 1.6 * Apart ? nearest : Math.Round(measured, 1);
    }

    private double Measured(LineShape shape, double pointsPerPixel)
    {
        var fromLow = shape.XHeight / proportion;
        var height = shape.Ascender is { } high && fromLow is { } low ? (high + low) / 2 : shape.Ascender ?? fromLow!.Value;
        return height * pointsPerPixel / AscenderPerSize;
    }

    /// <summary>The sizes where the density of measured sizes has a top, the heaviest first to claim its neighbourhood.</summary>
    private static List<double> Peaks(IReadOnlyList<(double Size, double Weight)> measured)
    {
        var peaks = new List<double>();
        var rest = measured.Where(item => item.Size > 0).GroupBy(item => Math.Round(Math.Log(item.Size) / Bin))
            .Select(group => (Log: group.Average(item => Math.Log(item.Size)), Weight: group.Sum(item => Math.Max(1, item.Weight)))).ToList();
        while (rest.Count > 0)
        {
            var top = rest.MaxBy(item => rest.Sum(other => other.Weight * Bell(other.Log - item.Log))).Log;
            var near = rest.Where(item => Math.Abs(item.Log - top) <= Apart).ToList();
            peaks.Add(Math.Round(Math.Exp(near.Sum(item => item.Log * item.Weight) / near.Sum(item => item.Weight)), 1));
            rest = rest.Where(item => Math.Abs(item.Log - top) > Apart).ToList();
        }

        return peaks;
    }

    private static double Bell(double difference) => Math.Exp(-difference * difference / (2 * Bandwidth * Bandwidth));
}
