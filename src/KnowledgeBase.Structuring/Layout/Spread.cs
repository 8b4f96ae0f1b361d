using System.Globalization;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>Two facing pages of a book on one page of the file: told by two page numbers that follow each other, one in each half.</summary>
internal static class Spread
{
    /// <summary>A page so much wider than high may hold two.</summary>
    private const double LeastWidth = 1.15;

    /// <summary>Share of the height, from either edge, in which page numbers stand.</summary>
    private const double Edge = 0.14;

    /// <summary>The lines of each printed page, the left one first; all of them where the page is one.</summary>
    public static IReadOnlyList<IReadOnlyList<LayoutLine>> Parts(Page page, IReadOnlyList<LayoutLine> lines)
    {
        if (page.Width < LeastWidth * page.Height || !HasTwoNumbers(page))
        {
            return [lines];
        }

        var left = new List<LayoutLine>();
        var right = new List<LayoutLine>();
        foreach (var line in lines)
        {
            (Middle(line.Box) < page.Width / 2 ? left : right).Add(line);
        }

        return [left, right];
    }

    private static bool HasTwoNumbers(Page page)
    {
        var left = new HashSet<int>();
        var right = new HashSet<int>();
        foreach (var line in page.Lines)
        {
            if ((line.Box.Bottom < Edge * page.Height || line.Box.Top > (1 - Edge) * page.Height)
                && int.TryParse(line.Text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
            {
                (Middle(line.Box) < page.Width / 2 ? left : right).Add(number);
            }
        }

        return left.Any(number => right.Contains(number + 1));
    }

    private static double Middle(Box box) => (box.Left + box.Right) / 2;
}
