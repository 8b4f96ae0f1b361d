using System.Globalization;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>
/// Tells the last lines of a page's notes from running feet. They stand as close under the note as its other lines, but a foot may do so by
/// chance: it must also read as the rest of what stands above it.
/// </summary>
internal static partial class NoteFoot
{
    /// <summary>Lines of one note stand no farther apart than this, in parts of their size.</summary>
    private const double LargestLeading = 1.35;

    /// <summary>Further lines of a note are indented by no more than this, in parts of their size.</summary>
    private const double LargestIndent = 3;

    /// <summary>Width of a character, in parts of the size: what a line leaves free must be too little for the next word.</summary>
    private const double Character = 0.5;

    /// <summary>True when the line goes on with notes of the page, or is the next of them.</summary>
    /// <param name="line">The line.</param>
    /// <param name="page">All lines of its page.</param>
    /// <param name="isAside">Whether another line of the page is no text.</param>
    public static bool GoesOn(LayoutLine line, IReadOnlyList<LayoutLine> page, Func<LayoutLine, bool> isAside)
    {
        var first = Above(line, page);
        var opening = first;
        while (opening is not null && !isAside(opening) && !NoteCollector.OpensWithMark(opening))
        {
            opening = Above(opening, page);
        }

        return opening is not null && !isAside(opening) && (IsNext(line, opening) || ReadsOn(first!, line, page));
    }

    /// <summary>The next note opens with the next mark; a number before other words may be a page's.</summary>
    private static bool IsNext(LayoutLine line, LayoutLine above) =>
        NoteCollector.MarkOf(line) is { } mark && (line.OpensRaised || (int.TryParse(mark, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && int.TryParse(NoteCollector.MarkOf(above), NumberStyles.None, CultureInfo.InvariantCulture, out var last) && number == last + 1));

    /// <summary>
    /// The sentence above is open, its line has no room for the next word, and what follows is no lone date.
    /// </summary>
    private static bool ReadsOn(LayoutLine upper, LayoutLine line, IReadOnlyList<LayoutLine> page)
    {
        if (upper.EndsSentence || LoneDate().IsMatch(line.Text))
        {
            return false;
        }

        var word = line.Text.IndexOf(' ', StringComparison.Ordinal) is var blank and > 0 ? blank : line.Text.Length;
        var edge = page.Where(other => Math.Abs(other.Size - line.Size) < 0.3 && Math.Abs(other.Box.Left - upper.Box.Left) < LargestIndent * line.Size).Max(other => other.Box.Right);
        return upper.Box.Right + ((word + 1) * Character * line.Size) > edge;
    }

    private static LayoutLine? Above(LayoutLine line, IReadOnlyList<LayoutLine> page)
    {
        LayoutLine? nearest = null;
        foreach (var other in page)
        {
            var distance = line.Baseline - other.Baseline;
            if (distance > 0.5 * line.Size && distance < LargestLeading * line.Size && Math.Abs(other.Size - line.Size) < 0.3
                && Math.Abs(other.Box.Left - line.Box.Left) < LargestIndent * line.Size && (nearest is null || other.Baseline > nearest.Baseline))
            {
                nearest = other;
            }
        }

        return nearest;
    }

    /// <summary>A day, month or year by itself; a note that ends in one ends in a stop.</summary>
    [GeneratedRegex(@"^(?:\d{1,2}(?:er|st|nd|rd|th|\.)?\s+)?(?:de\s+)?\p{L}{3,10}\.?\s+(?:de\s+|\d{1,2},\s+)?(?:19|20)\d\d$|^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$|^(?:19|20)\d\d$", RegexOptions.CultureInvariant)]
    private static partial Regex LoneDate();
}
