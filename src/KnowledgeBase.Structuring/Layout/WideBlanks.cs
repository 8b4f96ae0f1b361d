namespace KnowledgeBase.Structuring.Layout;

/// <summary>
/// Tells wide blanks between sentences, which stand under each other by chance in two or three lines of a paragraph, from a gutter. The lines
/// above or below, in the same type and at the same edge, run across a blank; they do not run across a gutter.
/// </summary>
internal static class WideBlanks
{
    /// <summary>More rows do not share a blank by chance.</summary>
    private const int MostRows = 3;

    /// <summary>Wider gaps are no blanks, in parts of the size.</summary>
    private const double Widest = 1.5;

    /// <summary>Lines of one paragraph stand no farther apart than this, in parts of the size.</summary>
    private const double LargestSpace = 0.9;

    /// <summary>True when the rows are lines of the text above or below them.</summary>
    /// <param name="rows">Lines that gutters seem to part.</param>
    /// <param name="gutters">What parts them.</param>
    /// <param name="others">The lines around them.</param>
    public static bool In(IReadOnlyList<LayoutLine> rows, IReadOnlyList<(double Left, double Right)> gutters, IReadOnlyList<LayoutLine> others)
    {
        if (gutters.Count != 1)
        {
            return false;
        }

        var left = rows.Where(line => line.Box.Right <= gutters[0].Left + 1).ToList();
        var right = rows.Except(left).ToList();
        return left.Count <= MostRows && right.TrueForAll(line => left.Exists(before => GoesOn(before, line)))
            && others.Any(other => RunsAcross(other, left, gutters[0]));
    }

    /// <summary>A sentence ends before the blank, and the next begins after it.</summary>
    private static bool GoesOn(LayoutLine before, LayoutLine line) =>
        Math.Abs(before.Baseline - line.Baseline) < 0.3 * line.Size && before.EndsSentence && line.Box.Left - before.Box.Right < Widest * line.Size;

    private static bool RunsAcross(LayoutLine other, List<LayoutLine> left, (double Left, double Right) gutter) =>
        other.Box.Left < gutter.Left - other.Size && other.Box.Right > gutter.Right + other.Size && left.Exists(line =>
            Math.Abs(line.Size - other.Size) < 0.3 && line.Bold == other.Bold && Math.Abs(line.Box.Left - other.Box.Left) < 0.5 * line.Size
            && Math.Max(line.Box.Top - other.Box.Bottom, other.Box.Top - line.Box.Bottom) is var space && space < LargestSpace * line.Size && space > -0.5 * line.Size);
}
