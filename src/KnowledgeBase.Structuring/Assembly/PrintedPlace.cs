using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Assembly;

/// <summary>Printed lines to areas: one box per page and column.</summary>
internal static class PrintedPlace
{
    /// <summary>A line this far above the end of the one before (points) begins a new column.</summary>
    private const double ColumnJumpPoints = 4;

    public static IReadOnlyList<PageBox> Boxes(IReadOnlyList<PrintedLine> printed)
    {
        var boxes = new List<PageBox>();
        for (var i = 0; i < printed.Count; i++)
        {
            var line = printed[i];
            // On the same page a line that does not go on downwards stands in the next column.
            var continues = i > 0 && boxes[^1].Page == line.Page && line.Box.Top >= printed[i - 1].Box.Top - ColumnJumpPoints
                && (line.Box.Left < boxes[^1].Box.Right || line.Box.Top < printed[i - 1].Box.Bottom);
            if (continues)
            {
                boxes[^1] = boxes[^1] with { Box = boxes[^1].Box.Union(line.Box) };
            }
            else
            {
                boxes.Add(new(line.Page, line.Box));
            }
        }

        return boxes;
    }
}
