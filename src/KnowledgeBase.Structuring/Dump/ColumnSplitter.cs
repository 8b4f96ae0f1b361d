using System.Text.RegularExpressions;

namespace KnowledgeBase.Structuring.Dump;

/// <summary>
/// Takes pages apart that a converter printed as they look, two columns side by side: where nearly all lines leave the same place
/// blank, the part left of it is read before the part right of it. A line across both ends the columns above it.
/// </summary>
internal static partial class ColumnSplitter
{
    private const int NarrowestColumn = 20;
    private const int FewestLines = 8;

    /// <summary>Share of the lines with text on both sides that must leave the gutter blank.</summary>
    private const double BlankShare = 0.85;

    /// <summary>The lines of one page in reading order.</summary>
    /// <param name="lines">As in the dump, blanks kept.</param>
    public static IReadOnlyList<string> Split(IReadOnlyList<string> lines)
    {
        // Columns' lines seldom stand level, so that many lines hold only the right column's text.
        var gapped = lines.Count(l => InnerGap().IsMatch(l) || l.Length - l.TrimStart().Length > NarrowestColumn);
        if (gapped < FewestLines || gapped * 4 < lines.Count(l => l.Trim().Length > 0) || Gutter(lines) is not { } gutter)
        {
            return lines;
        }

        var result = new List<string>();
        var band = new List<string>();
        foreach (var line in lines)
        {
            if (Crosses(line, gutter))
            {
                Flush();
                result.Add(line);
            }
            else
            {
                band.Add(line);
            }
        }

        Flush();
        return result;

        void Flush()
        {
            var left = band.Select(l => l.Length <= gutter ? l : l[..gutter]).ToList();
            var right = band.Select(l => l.Length <= gutter ? "" : l[gutter..]).ToList();
            result.AddRange(WithoutFalseGaps(left, right));
            if (right.Exists(r => r.Trim().Length > 0))
            {
                result.AddRange(WithoutFalseGaps(right, left).Select(r => Unindent(r, right)));
            }

            band.Clear();
        }
    }

    private static int? Gutter(IReadOnlyList<string> lines)
    {
        var longest = lines.Max(l => l.TrimEnd().Length);
        (int Column, int Score)? best = null;
        for (var c = NarrowestColumn; c < longest - NarrowestColumn; c++)
        {
            int both = 0, blank = 0;
            foreach (var line in lines)
            {
                if (line.TrimEnd().Length > c + 1 && line.AsSpan(0, c).Trim().Length > 0)
                {
                    both++;
                    blank += IsBlankAt(line, c) ? 1 : 0;
                }
            }

            if (both >= FewestLines && blank >= both * BlankShare && (best is null || blank > best.Value.Score))
            {
                best = (c, blank);
            }
        }

        // The place just before the right column begins: the last blank of the gap.
        if (best is not { } found)
        {
            return null;
        }

        var column = found.Column;
        while (column + 1 < longest && lines.Count(l => l.TrimEnd().Length > column + 1 && !IsBlankAt(l, column + 1)) <= lines.Count(l => l.TrimEnd().Length > column && !IsBlankAt(l, column)))
        {
            column++;
        }

        return column;
    }

    private static bool IsBlankAt(string line, int column) =>
        column >= line.Length || (line[column] == ' ' && (column == 0 || column - 1 >= line.Length || line[column - 1] == ' '));

    private static bool Crosses(string line, int gutter) =>
        line.TrimEnd().Length > gutter + 1 && line.AsSpan(0, gutter).Trim().Length > 0 && !(line[gutter - 1] == ' ' || line[gutter] == ' ');

    /// <summary>
    /// The columns' lines seldom stand level, so that each has blank rows where the other has text; only two in a row, or a row blank in
    /// both, are a gap.
    /// </summary>
    private static IEnumerable<string> WithoutFalseGaps(List<string> own, List<string> other)
    {
        var level = !SinglesCutSentences(own);
        for (var i = 0; i < own.Count; i++)
        {
            var blank = own[i].Trim().Length == 0;
            var levelWithText = blank && other[i].Trim().Length > 0;
            var alone = (i == 0 || own[i - 1].Trim().Length > 0) && (i + 1 == own.Count || own[i + 1].Trim().Length > 0);
            if (level || !(levelWithText && alone))
            {
                yield return own[i].TrimEnd();
            }
        }
    }

    /// <summary>True when single blank rows stand in mid-sentence so often that they mean nothing.</summary>
    private static bool SinglesCutSentences(List<string> rows)
    {
        var around = Enumerable.Range(1, Math.Max(0, rows.Count - 2))
            .Where(i => rows[i].Trim().Length == 0 && rows[i - 1].Trim().Length > 0 && rows[i + 1].Trim().Length > 0)
            .Select(i => !LineShape.EndsSentence(rows[i - 1].Trim()) && LineShape.StartsLower(rows[i + 1])).ToList();
        return around.Count(cut => cut) * 5 > around.Count;
    }

    private static string Unindent(string line, List<string> column)
    {
        var margin = column.Where(l => l.Trim().Length > 0).Min(l => l.Length - l.TrimStart().Length);
        return line.Length >= margin ? line[margin..] : line.TrimStart();
    }

    [GeneratedRegex(@"\S {3,}\S", RegexOptions.CultureInvariant)]
    private static partial Regex InnerGap();
}
