using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>Running heads and feet, page numbers and labels, told by what repeats at the edges of pages.</summary>
internal sealed partial class PageFurniture
{
    /// <summary>Share of the page height, from either edge, in which furniture is looked for.</summary>
    private const double Edge = 0.14;

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

        furniture.SetRepeated(edges, pages.Count);
        furniture.SetPageNumbers(edges, pages.Count);
        return furniture;
    }

    private static IEnumerable<EdgeLine> AtEdges(Page page, IReadOnlyList<LayoutLine> lines)
    {
        var byTop = lines.OrderBy(line => line.Box.Top).ToList();
        foreach (var line in byTop)
        {
            if (line.Box.Bottom < page.Height * Edge)
            {
                yield return new(line, page, true, byTop.Count(other => other.Box.Bottom < line.Box.Top + 1));
            }
            else if (line.Box.Top > page.Height * (1 - Edge))
            {
                yield return new(line, page, false, byTop.Count(other => other.Box.Top > line.Box.Bottom - 1));
            }
        }
    }

    private void SetRepeated(List<EdgeLine> edges, int pageCount)
    {
        foreach (var group in edges.GroupBy(edge => (edge.AtTop, edge.Key)))
        {
            // The same words at the same height on several pages; a short document needs them on two.
            var pages = group.Select(edge => edge.Page.Number).Distinct().Count();
            var needed = pageCount <= 3 ? 2 : 3;
            if (pages < needed || group.Key.Key.Length == 0)
            {
                continue;
            }

            foreach (var place in group.GroupBy(edge => Math.Round(edge.Line.Box.Top / 12)))
            {
                var near = group.Where(edge => Math.Abs(edge.Line.Box.Top - place.First().Line.Box.Top) < 14).ToList();
                if (near.Select(edge => edge.Page.Number).Distinct().Count() < needed)
                {
                    continue;
                }

                foreach (var edge in place)
                {
                    aside[edge.Line] = edge.AtTop ? SetAsideReason.RunningHead : SetAsideReason.RunningFoot;
                }
            }
        }

        SetNeighbours(edges);
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

    private void SetPageNumbers(List<EdgeLine> edges, int pageCount)
    {
        var numbers = edges.Select(edge => (Edge: edge, Number: ReadNumber(edge.Line.Text))).Where(item => item.Number is not null).ToList();
        // Page numbers run with the pages: number minus page index is the same on most pages.
        var series = numbers.GroupBy(item => (item.Number!.Roman, Shift: item.Number.Value - item.Edge.Page.Number))
            .Select(group => (group.Key, Pages: group.Select(item => item.Edge.Page.Number).Distinct().ToList(), Items: group.ToList()))
            .Where(item => item.Pages.Count >= 2 || (pageCount <= 2 && item.Key.Shift == 0))
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

        Fill(labels, series.Select(run => (run.Key.Roman, run.Key.Shift, run.Pages)).ToList());
        Labels = labels;
    }

    /// <summary>Pages without a printed number between numbered ones, and before the first, count along.</summary>
    private static void Fill(string?[] labels, List<(bool Roman, int Shift, List<int> Pages)> series)
    {
        foreach (var (roman, shift, pages) in series.Where(run => run.Pages.Count >= 3))
        {
            for (var page = pages.Min(); page <= pages.Max(); page++)
            {
                labels[page - 1] ??= Label(page + shift, roman);
            }
        }

        if (series.Count > 0 && series[0].Pages.Count >= Math.Min(3, labels.Length))
        {
            var (roman, shift, pages) = series[0];
            for (var page = pages.Min() - 1; page >= 1 && page + shift >= 1 && labels[page - 1] is null; page--)
            {
                labels[page - 1] = Label(page + shift, roman);
            }

            for (var page = pages.Max() + 1; page <= labels.Length && labels[page - 1] is null; page++)
            {
                labels[page - 1] = Label(page + shift, roman);
            }
        }
    }

    private static string Label(int value, bool roman) => roman ? ToRoman(value) : value.ToString(CultureInfo.InvariantCulture);

    private static string ToRoman(int value)
    {
        (int, string)[] parts = [(100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];
        var text = "";
        foreach (var (worth, sign) in parts)
        {
            for (; value >= worth; value -= worth)
            {
                text += sign;
            }
        }

        return text;
    }

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
        return part.Success && text.Length < 160
            ? new(int.Parse(part.Groups[1].Success ? part.Groups[1].Value : part.Groups[2].Value, CultureInfo.InvariantCulture),
                part.Groups[1].Success ? part.Groups[1].Value : part.Groups[2].Value, false, false)
            : null;
    }

    [GeneratedRegex(@"^(?:p(?:age|\.|ág\.|ágina)?\s*)?[-–—|•\[(]*\s*(\d{1,4}|[ivxlIVXL]{1,7})\s*[-–—|•\])]*(?:\s*(?:/|of|de|sur)\s*\d{1,4})?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"(?:^(\d{1,4})\s*(?:[|•–—]|\s{2,}|(?=\p{Lu})).*|(?:[|•–—]|\s|\bpage\s)(\d{1,4})(?:\s*(?:of|/|de|sur)\s*\d{1,4})?)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NumberAtEnd();

    [GeneratedRegex(@"\d+|\b[ivxl]+\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Digits();

    private sealed record PrintedNumber(int Value, string Label, bool Roman, bool Whole);

    /// <summary>A line near the top or foot of its page.</summary>
    /// <param name="Outside">How many lines stand farther out.</param>
    private sealed record EdgeLine(LayoutLine Line, Page Page, bool AtTop, int Outside)
    {
        /// <summary>The words with numbers masked, so that "Page 3" and "Page 4" are the same; empty for a bare number.</summary>
        public string Key { get; } = PassageId.Normalise(Digits().Replace(Line.Text, " "));
    }
}
