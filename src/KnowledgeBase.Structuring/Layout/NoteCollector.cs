using System.Globalization;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>
/// Finds the footnotes at the foot of each column: small type that opens with a number or star, running to the column's end.
/// Small type without a number above the first note continues the note of the page before.
/// </summary>
internal sealed partial class NoteCollector(Typography type)
{
    /// <summary>Notes are set smaller than this share of the running text.</summary>
    private const double LargestShare = 0.95;

    /// <summary>Text set in from the edge stands at least so far from it, in parts of its size.</summary>
    private const double LeastIndent = 1.5;

    private HashSet<string> marksOnPage = [];
    private int lastNumber;
    private bool lastIsOpen;
    private bool lastIsFull;
    private int lastPage;

    /// <summary>Begins a page: numbers raised in its text announce its notes, also where a file begins with a later chapter.</summary>
    /// <param name="lines">All lines of the page.</param>
    public void StartPage(IReadOnlyList<LayoutLine> lines) => marksOnPage = lines
        .SelectMany(line => line.Line.Runs.Skip(1)).Where(run => run.Raised).Select(run => run.Text.Trim()).ToHashSet(StringComparer.Ordinal);

    /// <summary>Parts a column into its text and its notes; columns must be given in reading order.</summary>
    /// <param name="region">The column.</param>
    /// <param name="pageHeight">Height of its page, in points.</param>
    /// <returns>Lines of the text, and the notes, each as its lines and its mark (null for the rest of an earlier note).</returns>
    public (IReadOnlyList<LayoutLine> Text, IReadOnlyList<(string? Mark, IReadOnlyList<LayoutLine> Lines)> Notes) Collect(Region region, double pageHeight)
    {
        var lines = region.Lines;
        var start = FindStart(lines, pageHeight);
        if (start >= lines.Count)
        {
            return (lines, []);
        }

        var notes = new List<(string? Mark, List<LayoutLine> Lines)>();
        var size = lines[start].Size;
        foreach (var line in lines.Skip(start))
        {
            if (MarkOf(line) is { } mark && (notes.Count == 0 || Follows(mark, line) || IsNextAtEdge(mark, line, notes[^1].Lines[0])))
            {
                notes.Add((mark, [line]));
                if (int.TryParse(mark, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                {
                    lastNumber = number;
                }
            }
            else if (notes.Count == 0)
            {
                notes.Add((null, [line]));
            }
            else
            {
                notes[^1].Lines.Add(line);
            }
        }

        lastIsOpen = !notes[^1].Lines[^1].EndsSentence;
        lastIsFull = NoteRest.IsFull(lines[^1], notes.SelectMany(note => note.Lines));
        lastPage = lines[start].Page;
        return (lines.Take(start).ToList(), notes.Select(note => (note.Mark, (IReadOnlyList<LayoutLine>)note.Lines)).ToList());
    }

    private int FindStart(IReadOnlyList<LayoutLine> lines, double pageHeight)
    {
        // The notes reach to the end of the column, all in small type; numbered entries of a contents page are none.
        var bottom = lines.Count;
        while (bottom > 0 && lines[bottom - 1].Size <= LargestShare * type.BodySize && lines[bottom - 1].Box.Top > 0.2 * pageHeight && !Leader().IsMatch(lines[bottom - 1].Text))
        {
            bottom--;
        }

        var start = lines.Count;
        for (var i = lines.Count - 1; i >= bottom; i--)
        {
            if (MarkOf(lines[i]) is { } mark && IsPlausible(mark, lines[i]) && !IsWithinSentence(lines, i, bottom, mark) && !IsSetIn(lines, i, bottom, mark))
            {
                start = i;
            }
        }

        if (start == lines.Count)
        {
            // No note begins here: the whole small foot of the column may continue an open note.
            var continues = IsOpen(lines) && bottom < lines.Count && lines[bottom].Box.Top > 0.55 * pageHeight && !StartsBlock(lines, bottom);
            return continues ? bottom : lines.Count;
        }

        return IsOpen(lines) ? NoteRest.Start(lines, bottom, start, lastIsFull) : start;
    }

    /// <summary>The last note before these lines broke off in mid-sentence, on their page or the one before.</summary>
    private bool IsOpen(IReadOnlyList<LayoutLine> lines) => lastIsOpen && lines[0].Page <= lastPage + 1;

    /// <summary>
    /// A plain number under text and set in from its edge, which no raised one announces or which opens a note farther down as well: an item of a
    /// passage quoted in small type. Notes stand at the edge of the text, or hang from a raised mark.
    /// </summary>
    private bool IsSetIn(IReadOnlyList<LayoutLine> lines, int index, int bottom, string mark)
    {
        var line = lines[index];
        if (line.OpensRaised || !char.IsDigit(mark[0])
            || (marksOnPage.Contains(mark) && !lines.Skip(index + 1).Any(other => other.OpensRaised && MarkOf(other) == mark)))
        {
            return false;
        }

        var edge = lines.Take(bottom).Where(other => other.Size > LargestShare * type.BodySize).Select(other => other.Box.Left).DefaultIfEmpty(line.Box.Left).Min();
        return line.Box.Left > edge + (LeastIndent * line.Size);
    }

    /// <summary>A plain number that the page's text does not announce, close under a line of the same type that ends in mid-sentence, goes on with it.</summary>
    private bool IsWithinSentence(IReadOnlyList<LayoutLine> lines, int index, int bottom, string mark)
    {
        var line = lines[index];
        return index > bottom && char.IsDigit(mark[0]) && !line.OpensRaised && !marksOnPage.Contains(mark) && lines[index - 1] is var above && !above.EndsSentence
            && Math.Abs(above.Size - line.Size) < 0.3 && MarkOf(above) is null && line.Baseline - above.Baseline is var distance && distance > 0 && distance < 1.5 * line.Size;
    }

    private static bool StartsBlock(IReadOnlyList<LayoutLine> lines, int index) => lines[index].Text.Length > 0 && char.IsUpper(lines[index].Text[0]);

    private bool IsPlausible(string mark, LayoutLine line)
    {
        if (line.OpensRaised)
        {
            return true;
        }

        if (!int.TryParse(mark, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return true;
        }

        // A plain number may as well be a quantity at the start of a line ("18 months"): it must be next and open a sentence.
        return (number == 1 || (number > lastNumber && number <= lastNumber + 4) || (number > lastNumber && marksOnPage.Contains(mark)))
            && OpensNote().IsMatch(line.Text) && !Date().IsMatch(line.Text);
    }

    private bool Follows(string mark, LayoutLine line)
    {
        if (!int.TryParse(mark, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return true;
        }

        return (number == lastNumber + 1 && (line.OpensRaised || (OpensNote().IsMatch(line.Text) && !Date().IsMatch(line.Text)))) || (line.OpensRaised && (number > lastNumber || number == 1));
    }

    /// <summary>The next number with a stop, as the note before has one, at the edge of the notes: a note that opens with a figure or in lower case.</summary>
    private bool IsNextAtEdge(string mark, LayoutLine line, LayoutLine before) =>
        int.TryParse(mark, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number == lastNumber + 1
        && StoppedOpening().IsMatch(line.Text) && StoppedOpening().IsMatch(before.Text) && Math.Abs(line.Box.Left - before.Box.Left) < 0.3 * line.Size && !Date().IsMatch(line.Text);

    /// <summary>The note's mark that the line opens with, raised or plain, or null.</summary>
    public static string? MarkOf(LayoutLine line)
    {
        if (line.OpensRaised)
        {
            return line.Line.Runs[0].Text.Trim();
        }

        var match = PlainOpening().Match(line.Text);
        return match.Success ? match.Groups.Values.Skip(1).First(group => group.Success).Value : null;
    }

    /// <summary>True when the line opens with a note's mark, raised or plain.</summary>
    public static bool OpensWithMark(LayoutLine line) => MarkOf(line) is not null;

    /// <summary>Characters of the line up to the note's text.</summary>
    public static int OpeningLength(LayoutLine line)
    {
        if (line.OpensRaised)
        {
            var mark = line.Line.Runs[0].Text;
            var rest = line.Text[Math.Min(line.Text.Length, mark.TrimStart().Length)..];
            return line.Text.Length - rest.TrimStart(' ', '.', ')').Length;
        }

        var match = PlainOpening().Match(line.Text);
        return match.Success ? match.Length : 0;
    }

    [GeneratedRegex(@"^\S+\s+(?:[\p{Lu}“""«‘'\[(§]|[Ii]bid|see\b|cf\b|http|www|op\.|d[e’']|al-|von\b|van\b)", RegexOptions.CultureInvariant)]
    private static partial Regex OpensNote();

    /// <summary>A day that begins a line: "6 December 2022).".</summary>
    [GeneratedRegex(@"^\d{1,2}\s+\p{L}{3,10}\.?\s+(?:19|20)\d\d\b", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"(?:\.\s?){8,}", RegexOptions.CultureInvariant)]
    private static partial Regex Leader();

    [GeneratedRegex(@"^[1-9]\d{0,2}\.\s", RegexOptions.CultureInvariant)]
    private static partial Regex StoppedOpening();

    [GeneratedRegex(@"^\(?([1-9]\d{0,2}|[*†‡§]{1,3})[.)\]]?\s+(?=[^\d\s.,%])|^([1-9]\d{0,2})\.\s+(?=\d)|^([*†‡]{1,3})\s*(?=\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex PlainOpening();
}
