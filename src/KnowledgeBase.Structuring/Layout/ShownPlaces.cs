using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>
/// Layout is read on pages turned straight, where lines of a column share their edges; print is pointed at on the page as shown.
/// This leads the one back to the other.
/// </summary>
internal static class ShownPlaces
{
    /// <summary>Gives every printed line its place on the page as shown.</summary>
    public static IReadOnlyList<Block> Of(IReadOnlyList<Block> blocks, IReadOnlyList<Page> pages)
    {
        var turned = pages.Where(page => page.StraightenedDegrees != 0).ToDictionary(page => page.Number);
        return turned.Count == 0 ? blocks : blocks.Select(block => block with { Printed = block.Printed.Select(Shown).ToList() }).ToList();

        PrintedLine Shown(PrintedLine line) =>
            turned.TryGetValue(line.Page, out var page) ? line with { Box = page.AsShown(line.Box) } : line;
    }
}
