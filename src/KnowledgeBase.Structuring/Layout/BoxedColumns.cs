namespace KnowledgeBase.Structuring.Layout;

/// <summary>
/// Tells columns of a box from the columns of the text above or under it, where the same gutter runs through both: white across the page between
/// them, and the box's columns are all set in from the text's.
/// </summary>
internal static class BoxedColumns
{
    /// <summary>Least height of the white between them, in parts of the body size.</summary>
    private const double LeastWhite = 1.5;

    /// <summary>Least difference of the columns' left edges, in parts of the body size.</summary>
    private const double LeastShift = 0.8;

    /// <summary>Fewer lines in a column show no edge.</summary>
    private const int FewestLines = 3;

    /// <summary>Shorter lines may be centred or items.</summary>
    private const int TextLength = 15;

    /// <summary>The bands from the top, one where nothing parts them.</summary>
    /// <param name="lines">Lines that the gutters part into columns.</param>
    /// <param name="gutters">From the left.</param>
    /// <param name="bodySize">Size of the running text, in points.</param>
    public static IReadOnlyList<IReadOnlyList<LayoutLine>> Part(
        IReadOnlyList<LayoutLine> lines, IReadOnlyList<(double Left, double Right)> gutters, double bodySize)
    {
        if (lines.Count < 4 * FewestLines)
        {
            return [lines];
        }

        var sorted = lines.ToList();
        sorted.Sort((a, b) => a.Box.Top.CompareTo(b.Box.Top));
        var bottom = sorted[0].Box.Bottom;
        for (var i = 1; i < sorted.Count; i++)
        {
            if (sorted[i].Box.Top - bottom > LeastWhite * bodySize && AreShifted(Edges(sorted, 0, i, gutters), Edges(sorted, i, sorted.Count, gutters), LeastShift * bodySize))
            {
                return [sorted.GetRange(0, i), .. Part(sorted.GetRange(i, sorted.Count - i), gutters, bodySize)];
            }

            bottom = Math.Max(bottom, sorted[i].Box.Bottom);
        }

        return [lines];
    }

    /// <summary>All columns are shifted to the same side.</summary>
    private static bool AreShifted(double?[] above, double?[] below, double least)
    {
        int right = 0, left = 0;
        for (var i = 0; i < above.Length; i++)
        {
            if (above[i] is not { } upper || below[i] is not { } lower)
            {
                return false;
            }

            right += lower - upper > least ? 1 : 0;
            left += upper - lower > least ? 1 : 0;
        }

        return right == above.Length || left == above.Length;
    }

    /// <summary>Left edge of the text in each column, null where there is too little to tell.</summary>
    private static double?[] Edges(List<LayoutLine> lines, int start, int end, IReadOnlyList<(double Left, double Right)> gutters)
    {
        var edges = new double?[gutters.Count + 1];
        var counts = new int[gutters.Count + 1];
        for (var i = start; i < end; i++)
        {
            if (lines[i].Text.Length < TextLength)
            {
                continue;
            }

            var column = 0;
            while (column < gutters.Count && lines[i].Box.Left >= gutters[column].Right - 0.01)
            {
                column++;
            }

            counts[column]++;
            edges[column] = Math.Min(edges[column] ?? double.MaxValue, lines[i].Box.Left);
        }

        for (var i = 0; i < edges.Length; i++)
        {
            edges[i] = counts[i] < FewestLines ? null : edges[i];
        }

        return edges;
    }
}
