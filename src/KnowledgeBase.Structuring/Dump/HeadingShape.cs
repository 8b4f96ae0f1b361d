using System.Text.RegularExpressions;
using KnowledgeBase.Structuring.Assembly;
using KnowledgeBase.Structuring.Text;

namespace KnowledgeBase.Structuring.Dump;

/// <summary>Finds headings by their shape: short lines that stand apart, end no sentence, and have text below them.</summary>
internal static partial class HeadingShape
{
    private const int MostLines = 3;
    private const int MostWords = 22;

    /// <summary>Share of the measure that a heading's lines keep within; its letters are larger than the text's.</summary>
    private const double WidestLine = 0.88;
    private const double WidestInstance = 1.05;

    /// <summary>How many lines from <paramref name="start"/> on make a heading; 0 for none.</summary>
    /// <param name="lines">The dump.</param>
    /// <param name="start">Index of the first line.</param>
    /// <param name="limit">Index after the last line that may belong to it.</param>
    /// <param name="measure">The dump's measure.</param>
    /// <param name="previousEnded">True when nothing before is left open: a sentence ended, or there was a heading.</param>
    public static int LengthAt(IReadOnlyList<DumpLine> lines, int start, int limit, TextMeasure measure, bool previousEnded)
    {
        var first = lines[start];
        if ((!first.GapBefore && !previousEnded) || !LineShape.StartsUpper(first.Text) || !OpensLikeHeading(first.Text))
        {
            return 0;
        }

        var end = start + 1;
        while (end < limit && end - start < MostLines && !lines[end].GapBefore && GoesOn(lines, end, measure))
        {
            end++;
        }

        var text = string.Join(' ', lines.Skip(start).Take(end - start).Select(l => l.Text));
        // "Challenge 2: …" says itself that it is a heading, and may fill the line.
        var widest = measure.Width * (HeadingKind.OfInstance(first.Text).Kind is null ? WidestLine : WidestInstance);
        if (!IsHeadingText(text) || lines.Skip(start).Take(end - start).Any(l => !measure.Unwrapped && l.Text.Length > widest))
        {
            return 0;
        }

        return HasTextBelow(lines, start, end, limit, measure) ? end - start : 0;
    }

    /// <summary>A heading's next line is short as well; running text below it fills the measure.</summary>
    private static bool GoesOn(IReadOnlyList<DumpLine> lines, int index, TextMeasure measure)
    {
        var line = lines[index];
        var lastOfChunk = index + 1 >= lines.Count || lines[index + 1].GapBefore;
        return !measure.Unwrapped && line.Text.Length <= measure.Width * WidestLine
            && (lastOfChunk || !measure.IsFull(line)) && ListMarker.Split(line.Text).Marker is null && !LineShape.EndsSentence(lines[index - 1].Text)
            && (lastOfChunk || LineShape.StartsLower(line.Text) || OpenWord().IsMatch(lines[index - 1].Text));
    }

    private static bool HasTextBelow(IReadOnlyList<DumpLine> lines, int start, int end, int limit, TextMeasure measure)
    {
        if (end >= limit)
        {
            // What follows may be a footnote or the end; a heading needs a gap then.
            return end < lines.Count && lines[start].GapBefore;
        }

        var next = lines[end];
        if (LineShape.StartsLower(next.Text))
        {
            return false;
        }

        return next.GapBefore || measure.Unwrapped || measure.IsFull(next) || ListMarker.Split(next.Text).Marker is not null
            // "Name, organisation" above "Name, organisation" is an entry of a list.
            || (lines[end - 1].Text.Length < measure.Width * 0.6 && !(NameAndPlace().IsMatch(lines[end - 1].Text) && NameAndPlace().IsMatch(next.Text)));
    }

    private static bool OpensLikeHeading(string text)
    {
        var (marker, rest) = ListMarker.Split(text);
        return marker is null || (!ListMarker.IsBullet(marker) && LineShape.StartsUpper(rest));
    }

    /// <summary>The wording: not too long, no sentence, no address, mostly letters.</summary>
    public static bool IsHeadingText(string text)
    {
        var words = LineShape.Words(text);
        if (words > MostWords || text.Length < 3 || NeverHeading().IsMatch(text) || OpenWord().IsMatch(text.TrimEnd(':')))
        {
            return false;
        }

        if (text.EndsWith(':') && (words > 8 || !MostlyCapitalised(text)))
        {
            return false;
        }

        var letters = text.Count(char.IsLetter);
        return letters * 2 > text.Length && (!LineShape.EndsSentence(text) || text.EndsWith('?') || text.EndsWith(')') || ClosedQuote().IsMatch(text));
    }

    private static bool MostlyCapitalised(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 3).ToList();
        return words.Count(w => char.IsUpper(w[0])) * 2 >= words.Count || HeadingKind.IsFrame(text.TrimEnd(':'));
    }

    [GeneratedRegex(@"^\p{Lu}[^,]{2,40},\s\p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex NameAndPlace();

    [GeneratedRegex(@"[;,]$|https?:|www\.|\S@\S|^\d+$|^\W*$|\.{4,}|^(?:figure|table|fig\.|tableau|tabla|cuadro|gráfico|abbildung)\s*\d", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NeverHeading();

    [GeneratedRegex(@"[“‘""«][^“‘""«]*[”’""»]$", RegexOptions.CultureInvariant)]
    private static partial Regex ClosedQuote();

    [GeneratedRegex(@"(?:[,:–—&-]|\b(?:and|or|of|the|to|for|in|on|with|a|an|et|ou|de|du|des|la|le|les|y|o|del|los|las|und|der|die|das))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OpenWord();
}
