using System.Globalization;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>Headings that count on from each other are siblings, and annexes are chapters, whatever type a single one is set in.</summary>
internal static partial class HeadingSeries
{
    private const int FewestInSeries = 3;

    /// <summary>Mends the levels that type gave.</summary>
    /// <param name="headings">The headings in reading order.</param>
    /// <param name="levels">Their levels, changed in place.</param>
    public static void Mend(IReadOnlyList<Piece> headings, int[] levels)
    {
        var series = new List<(HeadingNumbering Numbering, int Last, List<int> Members)>();
        for (var i = 0; i < headings.Count; i++)
        {
            var numbering = HeadingStyle.Of(headings[i]).Numbering;
            if (Value(headings[i].Text, numbering) is not { } value)
            {
                continue;
            }

            var open = series.FindLastIndex(item => item.Numbering == numbering);
            if (open >= 0 && series[open].Last + 1 == value)
            {
                series[open].Members.Add(i);
                series[open] = (numbering, value, series[open].Members);
            }
            else
            {
                series.Add((numbering, value, [i]));
            }
        }

        foreach (var (_, _, members) in series.Where(item => item.Members.Count >= FewestInSeries))
        {
            var usual = members.GroupBy(i => levels[i]).OrderByDescending(group => group.Count()).First();
            if (2 * usual.Count() > members.Count)
            {
                members.ForEach(i => levels[i] = usual.Key);
            }
        }

        RaiseAnnexes(headings, levels, series.Where(item => (item.Numbering is HeadingNumbering.UpperRoman or HeadingNumbering.Number || Divisions.Divide(item.Numbering)) && item.Members.Count >= FewestInSeries)
            .SelectMany(item => item.Members).ToList());
    }

    private static void RaiseAnnexes(IReadOnlyList<Piece> headings, int[] levels, List<int> chapters)
    {
        if (chapters.Count == 0)
        {
            return;
        }

        var top = chapters.Min(i => levels[i]);
        if (headings[0].Page == 1 && chapters[0] > 0)
        {
            // The title of a letter or report that has no title page.
            levels[0] = Math.Min(levels[0], top);
        }

        for (var i = 0; i < headings.Count; i++)
        {
            if (levels[i] > top && Annex().IsMatch(headings[i].Text))
            {
                levels[i] = top;
            }
        }
    }

    private static int? Value(string text, HeadingNumbering numbering)
    {
        if (Divisions.Divide(numbering))
        {
            return Divisions.ValueOf(text);
        }

        var mark = Mark().Match(text).Groups[1].Value;
        return numbering switch
        {
            HeadingNumbering.UpperRoman => ListMarker.RomanValue(mark),
            HeadingNumbering.UpperLetter or HeadingNumbering.LowerLetter when mark.Length == 1 => char.ToUpperInvariant(mark[0]) - 'A' + 1,
            HeadingNumbering.Number when int.TryParse(mark, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
            _ => null,
        };
    }

    [GeneratedRegex(@"^\(?([\p{L}\d]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"^(?:ANNEX|APPENDIX|ANEXO|ANNEXE|AP[ÉE]NDICE|Annex|Appendix|Anexo|Annexe|Ap[ée]ndice)(?:\s+(?:[IVX]+|\d{1,2}|[A-Z])\b|\s*$|\s*[:.–—-])", RegexOptions.CultureInvariant)]
    private static partial Regex Annex();
}
