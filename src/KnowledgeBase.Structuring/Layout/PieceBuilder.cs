using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>
/// Parts the lines of a column into blocks: at wider gaps, changes of type, markers, first-line indents, and after a line that
/// ends a sentence although the next word would have fitted on it.
/// </summary>
internal sealed partial class PieceBuilder(Typography type, ParagraphSigns signs)
{
    /// <summary>Extra distance of baselines that parts paragraphs, in parts of the usual distance.</summary>
    private const double ParagraphGap = 0.17;

    /// <summary>The blocks of a column.</summary>
    public IReadOnlyList<Piece> Build(Region region, IReadOnlyList<LayoutLine> lines, int regionIndex)
    {
        var pieces = new List<Piece>();
        var current = new List<LayoutLine>();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (current.Count > 0 && Parts(region, current, line, lines.Skip(i + 1)))
            {
                pieces.Add(new(current, region, regionIndex));
                current = [];
            }

            current.Add(line);
        }

        if (current.Count > 0)
        {
            pieces.Add(new(current, region, regionIndex));
        }

        return pieces;
    }

    private bool Parts(Region region, List<LayoutLine> current, LayoutLine line, IEnumerable<LayoutLine> following)
    {
        var last = current[^1];
        var first = current[0];
        if (last.Page != line.Page)
        {
            return true;
        }

        var size = Math.Max(last.Size, line.Size);
        var distance = line.Baseline - last.Baseline;
        if (distance < 0.35 * size)
        {
            // Side by side: cells or fragments of one row.
            return Math.Max(line.Box.Left - last.Box.Right, last.Box.Left - line.Box.Right) > 1.5 * size;
        }

        if (Math.Abs(line.Size - last.Size) > Math.Max(0.6, 0.06 * size))
        {
            return true;
        }

        var wide = distance > type.LeadingFor(size) * (1 + ParagraphGap) + 0.6;
        if (IsDisplay(last) && IsDisplay(line) && last.Style.Equals(line.Style))
        {
            return ContinuesDisplay(current, line, distance);
        }

        if (wide)
        {
            return true;
        }

        if (ClosesHeading(current, line) || (last.EndsSentence && Legend().IsMatch(line.Text)))
        {
            return true;
        }

        var full = !WouldFit(region, current, line);
        if (ChangesStyle(last, line) && !(full && !last.EndsSentence) && !(full && last.Text.Length > 40 && SameFlow(last, line)))
        {
            return true;
        }

        if (line.Marker is not null && OpensItem(first, last, line) && !(full && RunInLists.Continues(current, line, following)))
        {
            return true;
        }

        return IndentParts(region, current, line, full)
            || (!full && last.EndsSentence && !StartsLower(line) && (last.EndsWithLeadIn || signs.EndsShort(last, region)));
    }

    /// <summary>
    /// Lines wholly in bold or italics above a line wholly in ordinary type that opens a sentence: a heading close above its text.
    /// Emphasis within a paragraph leaves mixed lines or ends with the sentence.
    /// </summary>
    private bool ClosesHeading(List<LayoutLine> current, LayoutLine line)
    {
        var last = current[^1];
        var emphasised = (last.Bold && !type.BodyIsBold && !line.Bold) || (last.Italic && !type.BodyIsItalic && !line.Italic);
        return emphasised && current.Count <= 3 && current.TrueForAll(item => item.Bold == last.Bold && item.Italic == last.Italic)
            && !last.EndsSentence && line.Text.Length > 0 && char.IsUpper(line.Text[0])
            && !last.Text.EndsWith(',') && !last.Text.EndsWith('-') && (last.Bold || current.Count == 1);
    }

    /// <summary>Type that headings are set in: larger, coloured, or bold at a line of its own.</summary>
    private bool IsDisplay(LayoutLine line) =>
        line.Size > 1.07 * type.BodySize || (line.Bold && !type.BodyIsBold) || line.Caps || line.Color != type.BodyColor;

    /// <summary>Lines of one heading stand close; long bold text is parted like running text.</summary>
    private bool ContinuesDisplay(List<LayoutLine> current, LayoutLine line, double distance)
    {
        var last = current[^1];
        if (distance > Math.Max(1.5 * line.Size, type.LeadingFor(line.Size) * 1.2))
        {
            return true;
        }

        if (line.Marker is { Style: MarkerStyle.Bullet } || (line.Marker is not null && (last.EndsSentence || OpensItem(current[0], last, line))))
        {
            return true;
        }

        var indented = line.Box.Left > last.Box.Left + (0.8 * line.Size) && line.Size <= 1.07 * type.BodySize;
        return last.EndsSentence && (indented || (last.Box.Right < line.Box.Right - (4 * line.Size) && !last.Text.EndsWith(':')));
    }

    private static bool ChangesStyle(LayoutLine last, LayoutLine line) =>
        last.Bold != line.Bold || last.Italic != line.Italic || last.Color != line.Color || (last.Caps != line.Caps && last.Bold);

    /// <summary>Emphasis that begins or ends within a sentence leaves words of the other type on the same line's neighbour.</summary>
    private static bool SameFlow(LayoutLine last, LayoutLine line) =>
        last.Color == line.Color && (last.Line.Runs.Select(run => (run.Font.Bold, run.Font.Italic)).Distinct().Count() > 1
            || line.Line.Runs.Select(run => (run.Font.Bold, run.Font.Italic)).Distinct().Count() > 1
            || last.Bold != line.Bold || last.Italic != line.Italic);

    private static bool OpensItem(LayoutLine first, LayoutLine last, LayoutLine line)
    {
        var marker = line.Marker!;
        var outdented = line.Box.Left < last.Box.Left - (0.4 * line.Size) || first.Marker is not null;
        if (marker.Style == MarkerStyle.Bullet)
        {
            return marker.Text is not ("-" or "–" or "—") || last.EndsSentence || outdented;
        }

        var follows = first.Marker is { } before && before.Style == marker.Style && marker.Value == before.Value + 1;
        return follows || last.EndsSentence || (outdented && marker.Value <= 1);
    }

    /// <summary>True when the next line's first word would have fitted at the end of the last line.</summary>
    private static bool WouldFit(Region region, List<LayoutLine> current, LayoutLine line)
    {
        var last = current[^1];
        var word = line.Text.IndexOf(' ', StringComparison.Ordinal) is var blank and > 0 ? blank : line.Text.Length;
        var width = line.Box.Width * (word + 1) / Math.Max(1, line.Text.Length);
        // An indented block (a quote, an item) has its own right edge.
        var edge = current.Count > 2 ? Math.Max(current.Max(item => item.Box.Right), line.Box.Right) : region.Right;
        edge = Math.Max(edge, line.Box.Right);
        return last.Box.Right + width < edge - (0.3 * line.Size);
    }

    private static bool IndentParts(Region region, List<LayoutLine> current, LayoutLine line, bool full)
    {
        var last = current[^1];
        var em = line.Size;
        var shift = line.Box.Left - last.Box.Left;
        if (current[0].Marker is not null)
        {
            // Items hang: their further lines stand under the item's text; a line back at the margin is a new paragraph.
            var text = current[0].TextLeft;
            var outdent = line.Box.Left < Math.Min(text, current.Count > 1 ? last.Box.Left : text) - (0.6 * em);
            return outdent && current.Count > 1 && (last.EndsSentence || !full)
                || (outdent && current.Count == 1 && !full && last.EndsSentence);
        }

        if (shift > 0.7 * em && shift < 6 * em)
        {
            // First-line indent: the last line ended a paragraph at the margin.
            return last.EndsSentence || !full || current.Count > 1;
        }

        // The first line of a paragraph is indented and the others are not; two lines back out is the end of an indented block.
        return shift < -0.7 * em && current.Count > 1 && last.Box.Left > region.Left + (0.7 * em) && Math.Abs(current[^2].Box.Left - last.Box.Left) < 0.5 * em
            && (last.EndsSentence || !full);
    }

    private static bool StartsLower(LayoutLine line) => line.Text.Length > 0 && char.IsLower(line.Text[0]);

    /// <summary>What stands under tables and pictures: where they come from, and what is to be known of them.</summary>
    [GeneratedRegex(@"^(?:Sources?|Fuentes?|Notes?|Notas?)\s*:", RegexOptions.CultureInvariant)]
    private static partial Regex Legend();
}
