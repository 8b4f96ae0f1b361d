using System.Text.RegularExpressions;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>
/// Finds where the rest of the page before's last note begins: above the first note of a page, in its type. It may stand a blank line or two
/// above it, as notes stand from each other, and then is told from small print under the text by its edge and by how it goes on.
/// </summary>
internal static partial class NoteRest
{
    /// <summary>Lines of one note stand no farther apart than this, in parts of their size.</summary>
    private const double LargestLeading = 1.7;

    /// <summary>The rest of a note stands no farther above the next one than this, in parts of its size.</summary>
    private const double LargestGap = 4;

    /// <summary>A full line leaves no more than this free, in parts of its size.</summary>
    private const double LargestSpace = 3;

    /// <summary>Where what is set in, such as a quotation, begins; in parts of the size.</summary>
    private const double LargestShift = 0.8;

    /// <summary>The first line of the rest; the first note's where there is none.</summary>
    /// <param name="lines">A column.</param>
    /// <param name="bottom">First line of the small type that runs to the column's end.</param>
    /// <param name="start">Opening of the first note in it.</param>
    /// <param name="full">Whether the last line of the open note reaches the edge: a name, in capitals, may go on with it.</param>
    public static int Start(IReadOnlyList<LayoutLine> lines, int bottom, int start, bool full)
    {
        var size = lines[start].Size;
        var close = Upwards(lines, bottom, start, size);
        if (close > bottom && close == start && Gap(lines, start) < LargestGap * size && IsOfType(lines[start - 1], size))
        {
            var first = Upwards(lines, bottom, start - 1, size);
            return first == bottom && GoesOn(lines, first, start, full) ? first : close;
        }

        return close;
    }

    /// <summary>True when the line has no room for another word beside the others.</summary>
    public static bool IsFull(LayoutLine line, IEnumerable<LayoutLine> others) => line.Box.Right > others.Max(other => other.Box.Right) - (LargestSpace * line.Size);

    /// <summary>All small type above the first note, at the notes' edge, in words that go on with a sentence.</summary>
    private static bool GoesOn(IReadOnlyList<LayoutLine> lines, int first, int start, bool full)
    {
        var edge = lines.Skip(start).Min(line => line.Box.Left);
        return (char.IsLower(lines[first].Text[0]) || (full && !Legend().IsMatch(lines[first].Text)))
            && Enumerable.Range(first, start - first).All(i => Math.Abs(lines[i].Box.Left - edge) < LargestShift * lines[i].Size);
    }

    private static int Upwards(IReadOnlyList<LayoutLine> lines, int bottom, int start, double size)
    {
        while (start > bottom && IsOfType(lines[start - 1], size) && Gap(lines, start) < LargestLeading * size)
        {
            start--;
        }

        return start;
    }

    private static double Gap(IReadOnlyList<LayoutLine> lines, int index) => lines[index].Baseline - lines[index - 1].Baseline;

    private static bool IsOfType(LayoutLine line, double size) => Math.Abs(line.Size - size) < 0.4;

    /// <summary>What stands under tables and pictures.</summary>
    [GeneratedRegex(@"^(?:Sources?|Fuentes?|Notes?|Nota|Table|Tabla|Tableau|Figure|Figura|Photo|Credit)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Legend();
}
