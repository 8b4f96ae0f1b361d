namespace KnowledgeBase.Structuring.Layout;

/// <summary>
/// Tells "o", dashes and section signs that happen to begin a line of running text from bullets that look the same. A bullet is set apart from
/// its item (in type of its own or by a wider gap), its item hangs, or it has siblings; a line that merely goes on with the sentence above has
/// none of these.
/// </summary>
internal static class WordBullets
{
    /// <summary>Lines of running text have at least so many characters.</summary>
    private const int FewestOfText = 25;

    /// <summary>Lines of one block stand no farther apart than this, in parts of their size.</summary>
    private const double LargestLeading = 1.8;

    /// <summary>Lines with one left edge differ by no more than this, in parts of their size.</summary>
    private const double SameEdge = 0.6;

    /// <summary>The first line of a paragraph is set in by no more than this, in parts of its size.</summary>
    private const double LargestIndent = 6;

    /// <summary>A gap wider than this after the sign, in parts of the size, is no blank between words.</summary>
    private const double WordGap = 0.6;

    /// <summary>Width of a character, in parts of the size.</summary>
    private const double Character = 0.5;

    /// <summary>Takes the marker off lines of running text.</summary>
    /// <param name="lines">All lines of a page.</param>
    public static void Clear(IReadOnlyList<LayoutLine> lines)
    {
        // From the top: what was found to be a word is no sibling of those below it.
        foreach (var line in lines.Where(MayBeWord).OrderBy(line => line.Baseline).ToList())
        {
            if (!IsSetApart(line) && !Hangs(line, lines) && !HasSibling(line, lines) && IsWithinText(line, lines))
            {
                line.DropMarker();
            }
        }
    }

    private static bool MayBeWord(LayoutLine line) => line.Marker is { Style: MarkerStyle.Bullet, Text: "o" or "-" or "–" or "—" or "§" };

    /// <summary>The sign is a run by itself, in another typeface than its item or followed by more than a blank.</summary>
    private static bool IsSetApart(LayoutLine line)
    {
        var runs = line.Line.Runs.Where(run => run.Text.Trim().Length > 0).ToList();
        return runs.Count > 1 && runs[0].Text.Trim() == line.Marker!.Text
            && (runs[0].Font.Name != runs[1].Font.Name || runs[1].Box.Left - runs[0].Box.Right > WordGap * line.Size);
    }

    /// <summary>The sentence goes on below, farther to the right than the sign.</summary>
    private static bool Hangs(LayoutLine line, IReadOnlyList<LayoutLine> lines) =>
        !line.EndsSentence && Neighbour(line, lines, 1) is { } below
        && below.Box.Left - line.Box.Left is var shift && shift > SameEdge * line.Size && shift < LargestIndent * line.Size;

    /// <summary>Another line with the same sign at the same edge that does not go on with a sentence.</summary>
    private static bool HasSibling(LayoutLine line, IReadOnlyList<LayoutLine> lines) => lines.Any(other =>
        other != line && other.Marker?.Text == line.Marker!.Text && Math.Abs(other.Box.Left - line.Box.Left) < SameEdge * line.Size && !IsWithinText(other, lines));

    /// <summary>The line above is full, its sentence is open, and the line stands at the edge of the text; or a lower-case line opens its column.</summary>
    private static bool IsWithinText(LayoutLine line, IReadOnlyList<LayoutLine> lines)
    {
        if (Neighbour(line, lines, -1) is not { } above)
        {
            return line.Marker is { Text: "o" } && line.Text.Length >= FewestOfText && char.IsLower(line.Text[line.Marker.Length]) && OpensColumn(line, lines);
        }

        var open = !above.EndsSentence || (line.Marker is { Text: "o" } && above.Text[^1] == ';');
        var indent = above.Box.Left - line.Box.Left;
        return open && above.Text.Length >= FewestOfText && indent > -SameEdge * line.Size && indent < LargestIndent * line.Size && IsFull(above, line, lines);
    }

    /// <summary>Nothing stands above it: the sentence may have begun in the column before.</summary>
    private static bool OpensColumn(LayoutLine line, IReadOnlyList<LayoutLine> lines) =>
        !lines.Any(other => other.Baseline < line.Baseline - (0.5 * line.Size) && other.Box.Left < line.Box.Right && other.Box.Right > line.Box.Left);

    /// <summary>The sign and the word after it would not have fitted on the line above.</summary>
    private static bool IsFull(LayoutLine above, LayoutLine line, IReadOnlyList<LayoutLine> lines)
    {
        var words = line.Text.Split(' ', 3);
        var length = words.Take(2).Sum(word => word.Length + 1);
        var edge = lines.Where(other => Math.Abs(other.Size - line.Size) < 0.3 && Math.Abs(other.Box.Left - line.Box.Left) < LargestIndent * line.Size)
            .Max(other => other.Box.Right);
        return above.Box.Right + (length * Character * line.Size) > edge;
    }

    /// <summary>The next line of the same block, up (-1) or down (1).</summary>
    private static LayoutLine? Neighbour(LayoutLine line, IReadOnlyList<LayoutLine> lines, int direction) => lines
        .Where(other => (other.Baseline - line.Baseline) * direction is var distance && distance > 0.5 * line.Size && distance < LargestLeading * line.Size
            && Math.Abs(other.Size - line.Size) < 0.3 && other.Box.Left < line.Box.Right && other.Box.Right > line.Box.Left)
        .MinBy(other => Math.Abs(other.Baseline - line.Baseline));
}
