using System.Globalization;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>
/// Pages of the file that hold two facing pages of a book, told by their page numbers. Two numbers that follow each other are not enough, since
/// the years and columns at the head of a table do so too: they must stand as page numbers do and agree with the rest of the document.
/// </summary>
internal sealed class Spread
{
    /// <summary>A page so much wider than high may hold two.</summary>
    private const double LeastWidth = 1.15;

    /// <summary>Share of the height, from either edge, in which page numbers stand.</summary>
    private const double Edge = 0.14;

    /// <summary>The two numbers lie as far from the middle of the page, but for this share of its width.</summary>
    private const double Mirror = 0.03;

    /// <summary>What is so much larger than the page's usual type may be a heading across both pages.</summary>
    private const double HeadingSize = 1.15;

    /// <summary>Share of lines that may run across the middle where several spreads count on; a single one has none.</summary>
    private const double MostCrossing = 0.1;

    /// <summary>Numbers that read as years need so many spreads that count on.</summary>
    private const int SpreadsOfYears = 3;

    private const int FirstYear = 1900, LastYear = 2100;

    private readonly HashSet<int> spreads = [];
    private readonly IReadOnlyList<Page> pages;

    private Spread(IReadOnlyList<Page> pages) => this.pages = pages;

    /// <summary>Finds them.</summary>
    /// <param name="pages">All pages of the file.</param>
    /// <param name="lines">All lines of each page.</param>
    /// <param name="text">Those that are no running heads and page numbers.</param>
    /// <param name="labels">The printed number of each page, as far as one can be told.</param>
    public static Spread Find(
        IReadOnlyList<Page> pages, IReadOnlyList<IReadOnlyList<LayoutLine>> lines, IReadOnlyList<IReadOnlyList<LayoutLine>> text, IReadOnlyList<string?> labels)
    {
        var found = new Spread(pages);
        var pairs = Enumerable.Range(0, pages.Count).Where(i => pages[i].Width >= LeastWidth * pages[i].Height)
            .SelectMany(i => Pairs(pages[i], lines[i]).Select(pair => (Page: i, Pair: pair))).ToList();
        foreach (var (page, pair) in pairs)
        {
            var inSeries = pairs.Where(other => other.Pair.Number - pair.Number == 2 * (other.Page - page)).Select(other => other.Page).Distinct().Count();
            var crossing = text[page].Count(line => Crosses(line, pages[page]) && Math.Abs(line.Baseline - pair.Left.Baseline) > line.Size && !IsLarge(line, text[page]));
            var isSpread = inSeries >= (pair.Number is >= FirstYear and <= LastYear ? SpreadsOfYears : 2)
                ? crossing <= MostCrossing * text[page].Count
                : crossing == 0 && StandsAlone(pair, lines[page]) && Agrees(pair.Number, labels[page]);
            if (isSpread)
            {
                found.spreads.Add(page);
            }
        }

        return found;
    }

    /// <summary>The lines of each printed page, the left one first; all of them where the page is one.</summary>
    /// <param name="page">Its index, from 0.</param>
    /// <param name="lines">Lines of the page.</param>
    public IReadOnlyList<IReadOnlyList<LayoutLine>> Parts(int page, IReadOnlyList<LayoutLine> lines)
    {
        if (!spreads.Contains(page))
        {
            return [lines];
        }

        var left = new List<LayoutLine>();
        var right = new List<LayoutLine>();
        foreach (var line in lines)
        {
            // What runs across both pages begins on the left one.
            (Crosses(line, pages[page]) || Middle(line.Box) < pages[page].Width / 2 ? left : right).Add(line);
        }

        return [left, right];
    }

    /// <summary>Numbers that follow each other in one row, as far from the middle, with no further number between them.</summary>
    private static IEnumerable<(int Number, LayoutLine Left, LayoutLine Right)> Pairs(Page page, IReadOnlyList<LayoutLine> lines)
    {
        var numbers = lines.Where(line => line.Box.Bottom < Edge * page.Height || line.Box.Top > (1 - Edge) * page.Height)
            .Select(line => (Line: line, Value: int.TryParse(line.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0))
            .Where(number => number.Value > 0).ToList();
        return
            from left in numbers
            where Middle(left.Line.Box) < page.Width / 2
            let row = numbers.Where(other => Math.Abs(other.Line.Baseline - left.Line.Baseline) < 0.5 * left.Line.Size).ToList()
            where row.Count == 2
            let right = row.Find(other => other.Line != left.Line)
            where right.Value == left.Value + 1 && Math.Abs(Middle(left.Line.Box) + Middle(right.Line.Box) - page.Width) < Mirror * page.Width
            select (left.Value, left.Line, right.Line);
    }

    /// <summary>
    /// What a single pair must show: left pages of books have even numbers, nothing stands farther out, and nothing closes up to the numbers as the
    /// cells of a table do to their head.
    /// </summary>
    private static bool StandsAlone((int Number, LayoutLine Left, LayoutLine Right) pair, IReadOnlyList<LayoutLine> lines)
    {
        if (pair.Number % 2 != 0 || pair.Number is >= FirstYear and <= LastYear)
        {
            return false;
        }

        var others = lines.Where(line => Math.Abs(line.Baseline - pair.Left.Baseline) >= line.Size).ToList();
        return (others.TrueForAll(line => line.Baseline < pair.Left.Baseline) || others.TrueForAll(line => line.Baseline > pair.Left.Baseline))
            && !others.Exists(line => ClosesUp(line, pair.Left) || ClosesUp(line, pair.Right));
    }

    private static bool ClosesUp(LayoutLine line, LayoutLine number) =>
        line.Box.Left < number.Box.Right && line.Box.Right > number.Box.Left
        && Math.Max(line.Box.Top - number.Box.Bottom, number.Box.Top - line.Box.Bottom) < number.Size;

    /// <summary>Where the pages of the document are counted one by one, a single spread may carry no other number.</summary>
    private static bool Agrees(int number, string? label) =>
        !int.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out var known) || known == number || known == number + 1;

    private static bool IsLarge(LayoutLine line, IReadOnlyList<LayoutLine> text) =>
        line.Size > HeadingSize * text.GroupBy(other => other.Size).MaxBy(group => group.Sum(other => other.Text.Length))!.Key;

    private static bool Crosses(LayoutLine line, Page page) => line.Box.Left < (page.Width / 2) - line.Size && line.Box.Right > (page.Width / 2) + line.Size;

    private static double Middle(Box box) => (box.Left + box.Right) / 2;
}
