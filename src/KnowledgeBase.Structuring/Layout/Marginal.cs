using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>Sets aside text that runs up or down the page: told by the reader, or a pile of very short lines.</summary>
internal static class Marginal
{
    private const int SmallestPile = 6;

    /// <summary>The lines that are not part of such a pile.</summary>
    public static IReadOnlyList<LayoutLine> Remove(IReadOnlyList<LayoutLine> lines, List<SetAsideLine> aside)
    {
        var rotated = lines.Where(line => line.Line.IsRotated).ToList();
        if (rotated.Count > 0 && rotated.Sum(line => line.Text.Length) < 0.6 * lines.Sum(line => line.Text.Length))
        {
            // A page set sideways as a whole (a wide table) is kept.
            aside.AddRange(rotated.Select(line => new SetAsideLine(line.Text, line.Page, SetAsideReason.Marginal)));
            lines = lines.Where(line => !line.Line.IsRotated).ToList();
        }

        var piles = lines.Where(line => line.Text.Length <= 2)
            .GroupBy(line => Math.Round((line.Box.Left + line.Box.Right) / 2 / 3))
            .Where(group => group.Count() >= SmallestPile && IsPile(group.ToList()))
            .SelectMany(group => group).ToHashSet();
        if (piles.Count == 0)
        {
            return lines;
        }

        aside.AddRange(piles.Select(line => new SetAsideLine(line.Text, line.Page, SetAsideReason.Marginal)));
        return lines.Where(line => !piles.Contains(line)).ToList();
    }

    private static bool IsPile(List<LayoutLine> lines)
    {
        var span = lines.Max(line => line.Box.Bottom) - lines.Min(line => line.Box.Top);
        return span < 2.5 * lines.Sum(line => line.Box.Height) && lines.Count(line => line.Text.Any(char.IsLetter)) > 0.5 * lines.Count;
    }
}
