namespace KnowledgeBase.Structuring.Layout;

/// <summary>Tells the last lines of a page's notes from running feet: they stand as close under the note as its other lines.</summary>
internal static class NoteFoot
{
    /// <summary>Lines of one note stand no farther apart than this, in parts of their size.</summary>
    private const double LargestLeading = 1.35;

    /// <summary>Further lines of a note are indented by no more than this, in parts of their size.</summary>
    private const double LargestIndent = 3;

    /// <summary>True when the line goes on with notes of the page, or is the next of them.</summary>
    /// <param name="line">The line.</param>
    /// <param name="page">All lines of its page.</param>
    /// <param name="isAside">Whether another line of the page is no text.</param>
    public static bool GoesOn(LayoutLine line, IReadOnlyList<LayoutLine> page, Func<LayoutLine, bool> isAside)
    {
        var lower = line;
        while (Above(lower, page) is { } upper && !isAside(upper))
        {
            if (NoteCollector.OpensWithMark(upper))
            {
                return true;
            }

            lower = upper;
        }

        return false;
    }

    private static LayoutLine? Above(LayoutLine line, IReadOnlyList<LayoutLine> page)
    {
        LayoutLine? nearest = null;
        foreach (var other in page)
        {
            var distance = line.Baseline - other.Baseline;
            if (distance > 0.5 * line.Size && distance < LargestLeading * line.Size && Math.Abs(other.Size - line.Size) < 0.3
                && Math.Abs(other.Box.Left - line.Box.Left) < LargestIndent * line.Size && (nearest is null || other.Baseline > nearest.Baseline))
            {
                nearest = other;
            }
        }

        return nearest;
    }
}
