using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>Running heads and feet, page numbers and labels, told by what repeats at the edges of pages.</summary>
internal sealed partial class PageFurniture
{
    /// <summary>Share of the page height, from either edge, in which furniture is looked for.</summary>
    private const double Edge = 0.14;

    /// <summary>A line of a column of text has at least so many characters.</summary>
    private const int FewestOfText = 25;

    /// <summary>On so many pages the same words at the same height are no title of a box.</summary>
    private const int LeastAlike = 3;

    private readonly Dictionary<LayoutLine, SetAsideReason> aside = [];

    private PageFurniture(string?[] labels) => Labels = labels;

    /// <summary>Printed label by page, element 0 for page 1; null where none is printed or can be told.</summary>
    public IReadOnlyList<string?> Labels { get; private set; }

    /// <summary>Why a line is furniture, or null when it is not.</summary>
    public SetAsideReason? ReasonFor(LayoutLine line) => aside.TryGetValue(line, out var reason) ? reason : null;

    /// <summary>Finds the furniture of a document.</summary>
    public static PageFurniture Find(IReadOnlyList<Page> pages, IReadOnlyList<IReadOnlyList<LayoutLine>> lines)
    {
        var furniture = new PageFurniture(new string?[pages.Count]);
        var edges = new List<EdgeLine>();
        for (var i = 0; i < pages.Count; i++)
        {
            edges.AddRange(AtEdges(pages[i], lines[i]));
        }

        var shift = furniture.SetPageNumbers(edges, pages.Count);
        furniture.SetRepeated(edges, pages.Count, shift);
        furniture.KeepNotes(edges, lines, shift);
        furniture.SetNeighbours(edges);
        furniture.KeepNotes(edges, lines, shift);
        furniture.SetJobNumbers(edges);
        SidewaysFurniture.SetAside(pages, lines, furniture.aside);
        return furniture;
    }

    private static IEnumerable<EdgeLine> AtEdges(Page page, IReadOnlyList<LayoutLine> lines)
    {
        var byTop = lines.OrderBy(line => line.Box.Top).ToList();
        foreach (var line in byTop)
        {
            if (line.Box.Bottom < page.Height * Edge)
            {
                yield return new(line, page, true, byTop.Count(other => other.Box.Bottom < line.Box.Top + 1), IsBesideText(line, byTop));
            }
            else if (line.Box.Top > page.Height * (1 - Edge))
            {
                yield return new(line, page, false, byTop.Count(other => other.Box.Top > line.Box.Bottom - 1), IsBesideText(line, byTop));
            }
        }
    }

    /// <summary>
    /// Text of another column stands beside it, and more of that text close above or below: running heads have their row to themselves.
    /// </summary>
    private static bool IsBesideText(LayoutLine line, List<LayoutLine> lines) => lines.Exists(other =>
        other != line && Math.Abs(other.Baseline - line.Baseline) < 0.7 * line.Size && other.Text.Length >= FewestOfText
        && (other.Box.Left > line.Box.Right || other.Box.Right < line.Box.Left)
        && lines.Exists(next => next != other && Math.Abs(next.Size - other.Size) < 0.3 && Math.Abs(next.Box.Left - other.Box.Left) < 2
            && Math.Abs(next.Baseline - other.Baseline) is var distance && distance > 0.5 * other.Size && distance < 2 * other.Size && next.Text.Length >= FewestOfText));

    private void SetRepeated(List<EdgeLine> edges, int pageCount, int? shift)
    {
        foreach (var group in edges.GroupBy(edge => (edge.AtTop, edge.Key)))
        {
            // The same words at the same height on several pages; a short document needs them on two.
            var pages = group.Select(edge => edge.Page.Number).Distinct().Count();
            // Words that carry the page's number need no third page: heads of left and right pages differ.
            var needed = pageCount <= 3 || group.All(edge => CarriesNumber(edge, shift)) ? 2 : 3;
            if (pages < needed || group.Key.Key.Length == 0)
            {
                continue;
            }

            if (group.Count(edge => edge.IsBesideText) > 0.5 * group.Count())
            {
                // A heading that opens a column, page after page.
                continue;
            }

            var same = group.Select(edge => edge.Line.Text).Distinct(StringComparer.Ordinal).Count() == 1;
            foreach (var edge in group.Where(edge => !IsOriginal(edge, group)))
            {
                var near = group.Where(other => same || Math.Abs(other.Line.Box.Top - edge.Line.Box.Top) < 4).ToList();
                // Heads of left and right pages may hold the same words in another order.
                var alike = near.Where(other => other.Line.Text == edge.Line.Text).Select(other => other.Page.Number).Distinct().Count();
                if (near.Select(other => other.Page.Number).Distinct().Count() >= needed && (same || alike >= LeastAlike || CountsPages(near, shift)))
                {
                    aside[edge.Line] = edge.AtTop ? SetAsideReason.RunningHead : SetAsideReason.RunningFoot;
                }
            }
        }

    }

    private static bool CarriesNumber(EdgeLine edge, int? shift) =>
        shift is { } known && ReadNumber(edge.Line.Text) is { Whole: false } number && number.Value - edge.Page.Number == known;

    private void SetJobNumbers(List<EdgeLine> edges)
    {
        // Addresses and signs may stand farther out, in a row of their own; text does not.
        bool IsOutermost(EdgeLine edge) => !edges.Exists(other =>
            other.Page == edge.Page && !other.AtTop && other.Line.Box.Top > edge.Line.Box.Bottom - 1 && other.Line.Text.Length >= FewestOfText);
        foreach (var edge in edges.Where(edge => !edge.AtTop && (PrintersMarks.Are(edge.Line.Text)) && IsOutermost(edge)))
        {
            aside[edge.Line] = SetAsideReason.RunningFoot;
        }
    }

    /// <summary>
    /// Notes that cite the same source page after page end in the same words at the same height; they are no running feet. A foot that counts the
    /// pages is one, and so is one that stands as often where no note is above it.
    /// </summary>
    private void KeepNotes(List<EdgeLine> edges, IReadOnlyList<IReadOnlyList<LayoutLine>> pages, int? shift)
    {
        var feet = edges.Where(edge => !edge.AtTop && ReasonFor(edge.Line) == SetAsideReason.RunningFoot).OrderBy(edge => edge.Line.Baseline).ToList();
        var kept = new HashSet<LayoutLine>();
        foreach (var foot in feet.Where(foot => !CarriesNumber(foot, shift)))
        {
            if (NoteFoot.GoesOn(foot.Line, pages[foot.Page.Number - 1], other => aside.ContainsKey(other) && !kept.Contains(other)))
            {
                kept.Add(foot.Line);
            }
        }

        foreach (var line in feet.GroupBy(foot => foot.Key).Where(same => 2 * same.Count(foot => kept.Contains(foot.Line)) > same.Count()).SelectMany(same => same))
        {
            if (kept.Contains(line.Line))
            {
                aside.Remove(line.Line);
            }
        }
    }

    /// <summary>The title that running heads repeat in smaller type; a document's number is none.</summary>
    private static bool IsOriginal(EdgeLine edge, IEnumerable<EdgeLine> group) =>
        TwoWords().IsMatch(edge.Line.Text) && group.All(other => other == edge || (edge.Line.Size > 1.25 * other.Line.Size && edge.Page.Number < other.Page.Number));

    /// <summary>Numbers in running heads count the pages or stay the same; "Recommendation 3" at the head of a page does neither.</summary>
    private static bool CountsPages(List<EdgeLine> lines, int? shift)
    {
        var numbered = lines.Select(edge => (edge.Page.Number, Found: Digits().Matches(edge.Line.Text).Select(match => match.Value).ToList())).ToList();
        for (var place = 0; place < numbered.Max(item => item.Found.Count); place++)
        {
            var values = numbered.Where(item => item.Found.Count > place)
                .Select(item => (item.Number, Value: int.TryParse(item.Found[place], NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                    ? value
                    : ListMarker.RomanValue(item.Found[place]) ?? 0)).ToList();
            var fixedShare = values.GroupBy(item => item.Value).Max(group => group.Count());
            var countShare = shift is { } known
                ? values.Count(item => item.Value - item.Number == known)
                : values.GroupBy(item => item.Value - item.Number).Max(group => group.Count());
            if (Math.Max(fixedShare, countShare) < 0.6 * values.Count)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Heads that change with the chapter stand at the same height and in the same type as those that repeat.</summary>
    private void SetNeighbours(List<EdgeLine> edges)
    {
        var places = edges.Where(edge => aside.ContainsKey(edge.Line))
            .GroupBy(edge => (edge.AtTop, Top: Math.Round(edge.Line.Box.Top), edge.Line.Size))
            .Where(group => group.Count() >= 3).Select(group => group.Key).ToHashSet();
        foreach (var edge in edges.Where(edge => edge.Outside <= 1 && !aside.ContainsKey(edge.Line) && edge.Line.Text.Length < 120))
        {
            if (places.Contains((edge.AtTop, Math.Round(edge.Line.Box.Top), edge.Line.Size)))
            {
                aside[edge.Line] = edge.AtTop ? SetAsideReason.RunningHead : SetAsideReason.RunningFoot;
            }
        }
    }

    /// <summary>Sets page numbers aside and reads the labels.</summary>
    /// <returns>Printed number minus page index of the main run of numbers, or null when pages are not numbered.</returns>
    private int? SetPageNumbers(List<EdgeLine> edges, int pageCount)
    {
        var numbers = edges.Select(edge => (Edge: edge, Number: ReadNumber(edge.Line.Text))).Where(item => item.Number is not null).ToList();
        // Page numbers run with the pages: number minus page index is the same on most pages.
        var series = numbers.GroupBy(item => (item.Number!.Roman, Shift: item.Number.Value - item.Edge.Page.Number))
            .Select(group => (group.Key, Pages: group.Select(item => item.Edge.Page.Number).Distinct().ToList(), Items: group.ToList()))
            .Where(item => (item.Pages.Count >= 2 || (pageCount <= 2 && item.Key.Shift == 0)) && ArePageNumbers(item.Items, item.Pages.Count, pageCount))
            .OrderByDescending(item => item.Pages.Count).ToList();
        var labels = new string?[pageCount];
        foreach (var run in series)
        {
            foreach (var (edge, number) in run.Items.Where(item => labels[item.Edge.Page.Number - 1] is null || labels[item.Edge.Page.Number - 1] == item.Number!.Label))
            {
                labels[edge.Page.Number - 1] = number!.Label;
                if (number.Whole)
                {
                    aside[edge.Line] = SetAsideReason.PageNumber;
                }
            }
        }

        PageLabels.Fill(labels, series.Select(run => (run.Key.Roman, run.Key.Shift, run.Pages)).ToList());
        Labels = labels;
        return series.Count > 0 ? series[0].Key.Shift : null;
    }

    /// <summary>
    /// Numbers that open or end lines of other words on each page are the text's own, however well they happen to count along: page numbers stand
    /// alone, beside words that come again, or on most pages.
    /// </summary>
    private static bool ArePageNumbers(List<(EdgeLine Edge, PrintedNumber? Number)> items, int pages, int pageCount) =>
        2 * pages > pageCount || PagesOf(items.Where(item => item.Number!.Whole)) >= 2
        || items.GroupBy(item => Masked(item.Edge.Line.Text)).Any(group => PagesOf(group) >= 2);

    private static int PagesOf(IEnumerable<(EdgeLine Edge, PrintedNumber? Number)> items) => items.Select(item => item.Edge.Page.Number).Distinct().Count();

    private static PrintedNumber? ReadNumber(string text)
    {
        var whole = WholeNumber().Match(text);
        if (whole.Success)
        {
            var label = whole.Groups[1].Value;
            if (char.IsDigit(label[0]))
            {
                return new(int.Parse(label, CultureInfo.InvariantCulture), label.TrimStart('0') is { Length: > 0 } trimmed ? trimmed : label, false, true);
            }

            return ListMarker.RomanValue(label) is { } value and > 0 ? new(value, label.ToLowerInvariant(), true, true) : null;
        }

        var part = NumberAtEnd().Match(text);
        return part.Success && text.Length < 160 && !NumberOfName().IsMatch(text)
            ? new(int.Parse(part.Groups[1].Success ? part.Groups[1].Value : part.Groups[2].Value, CultureInfo.InvariantCulture),
                part.Groups[1].Success ? part.Groups[1].Value : part.Groups[2].Value, false, false)
            : null;
    }

    [GeneratedRegex(@"^(?:p(?:age|\.|ág\.|ágina)?\s*)?[-–—|•\[(]*\s*(\d{1,4}|[ivxlIVXL]{1,7})\s*[-–—|•\])]*(?:\s*(?:/|of|de|sur)\s*\d{1,4})?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"(?:^(\d{1,4})\s*(?:[|•–—]|\s{2,}|(?=\p{Lu})).*|(?:[|•–—]|\s|\bpage\s)(\d{1,4})(?:\s*(?:of|/|de|sur)\s*\d{1,4})?)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NumberAtEnd();

    /// <summary>The number of what is named before it is no page's: "Supplement No. 8", "Volume 2".</summary>
    [GeneratedRegex(@"(?:\b(?:No|Nos|Nr|N[uú]m|Supplement|Suppl[ée]ment|Suplemento|Vol|Volume|Tomo|Issue)\.?|\bN[°º])\s*\d{1,4}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NumberOfName();

    [GeneratedRegex(@"\p{L}{3,}\s+\p{L}{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex TwoWords();

    [GeneratedRegex(@"\d+|\b[ivxl]+\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Digits();

    /// <summary>The words with numbers masked; where there are no words, the text itself unless it may be a page number.</summary>
    private static string Masked(string text)
    {
        var words = PassageId.Normalise(Digits().Replace(text, " "));
        return words.Length > 0 || text.Length < 6 ? words : text;
    }

    private sealed record PrintedNumber(int Value, string Label, bool Roman, bool Whole);

    /// <summary>A line near the top or foot of its page.</summary>
    /// <param name="Outside">How many lines stand farther out.</param>
    /// <param name="IsBesideText">Whether it stands in the row of another column's text.</param>
    private sealed record EdgeLine(LayoutLine Line, Page Page, bool AtTop, int Outside, bool IsBesideText)
    {
        /// <summary>The words with numbers masked, so that "Page 3" and "Page 4" are the same; empty for a bare number.</summary>
        public string Key { get; } = Masked(Line.Text);
    }
}
