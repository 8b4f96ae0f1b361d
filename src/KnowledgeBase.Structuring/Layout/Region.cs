namespace KnowledgeBase.Structuring.Layout;

/// <summary>Lines of one column in reading order.</summary>
/// <param name="Lines">From top to bottom.</param>
/// <param name="Left">Left edge of the column, in points.</param>
/// <param name="Right">Right edge of the column, in points.</param>
/// <param name="IsTable">True when the lines are rows of cells.</param>
internal sealed record Region(IReadOnlyList<LayoutLine> Lines, double Left, double Right, bool IsTable)
{
    /// <summary>A region with its edges taken from its lines.</summary>
    public static Region Of(IReadOnlyList<LayoutLine> lines, bool isTable = false)
    {
        var rights = lines.Select(line => line.Box.Right).Order().ToList();
        // One line that sticks out (an overlong address) does not move the edge.
        var right = rights[(int)((rights.Count - 1) * 0.95)];
        return new(lines, lines.Min(line => line.Box.Left), right, isTable);
    }
}
