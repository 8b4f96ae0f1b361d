using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeBase.Structuring.Assembly;

namespace KnowledgeBase.Structuring.Dump;

/// <summary>A footnote in a dump.</summary>
/// <param name="Number">As printed.</param>
/// <param name="Start">Index of its first line.</param>
/// <param name="End">Index after its last line.</param>
/// <param name="Opening">Characters of the first line that print the number.</param>
internal sealed record DumpNote(string Number, int Start, int End, int Opening);

/// <summary>
/// Finds footnotes in mid-text. Their numbers count up through the document, and before each note the text has its mark glued to a
/// word: a line that merely begins with a number is no note.
/// </summary>
internal static partial class NoteFinder
{
    /// <summary>Numbers that were lost in the dump may be stepped over, this many at most.</summary>
    private const int LargestGap = 2;

    /// <summary>A dump may begin in mid-paper; then the first note's mark stands this close before it.</summary>
    private const int NearMarkLines = 120;

    public static IReadOnlyList<DumpNote> Find(IReadOnlyList<DumpLine> lines, TextMeasure measure)
    {
        var marks = MarksByNumber(lines);
        var starts = Starts(lines, marks);
        var notes = new List<DumpNote>();
        for (var i = 0; i < starts.Count; i++)
        {
            var (index, number, opening) = starts[i];
            var limit = i + 1 < starts.Count ? starts[i + 1].Index : lines.Count;
            notes.Add(new(number.ToString(CultureInfo.InvariantCulture), index, EndOf(lines, index, limit, measure, notes), opening));
        }

        return notes;
    }

    private static List<(int Index, int Number, int Opening)> Starts(IReadOnlyList<DumpLine> lines, ILookup<int, int> marks)
    {
        var starts = new List<(int Index, int Number, int Opening)>();
        var last = 0;
        var lastMark = -1;
        var inNotesChapter = false;
        for (var i = 0; i < lines.Count; i++)
        {
            inNotesChapter |= NotesHeading().IsMatch(HeadingKind.Fold(lines[i].Text));
            var match = Opening().Match(lines[i].Text);
            if (!match.Success)
            {
                continue;
            }

            var number = int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture);
            var dotted = match.Groups["dot"].Length > 0;
            // A numbered list looks like dotted notes; only a chapter of notes has those.
            if (number <= last || (last > 0 && number > last + 1 + LargestGap) || (last == 0 && number > 1 && !lines[i].UnderRule && !marks[number].Any(m => m < i && i - m < NearMarkLines)) || (dotted && !inNotesChapter))
            {
                continue;
            }

            var mark = marks[number].Where(m => m > lastMark && m < i).DefaultIfEmpty(-1).First();
            var bracketed = match.Groups["bracket"].Length > 0;
            if (mark >= 0 || (bracketed && inNotesChapter) || lines[i].UnderRule)
            {
                starts.Add((i, number, match.Length));
                last = number;
                lastMark = Math.Max(lastMark, mark - 1);
            }
        }

        return starts;
    }

    /// <summary>Line indexes where a number is glued to a word or stands in brackets, by number.</summary>
    private static ILookup<int, int> MarksByNumber(IReadOnlyList<DumpLine> lines) =>
        lines.SelectMany((l, i) => MarkShape.All(l.Text).Select(m => (m.Number, Line: i))).ToLookup(m => m.Number, m => m.Line);

    private static int EndOf(IReadOnlyList<DumpLine> lines, int start, int limit, TextMeasure measure, List<DumpNote> before)
    {
        var bodyIsOpen = BodyIsOpen(lines, start, before);
        var endsAtGap = measure.GapsBetweenParagraphs && StretchStart(lines, start, before) is var first && lines[first].GapBefore;
        var noteWidth = lines[start].Text.Length;
        for (var i = start + 1; i < limit; i++)
        {
            var (line, previous) = (lines[i], lines[i - 1]);
            noteWidth = Math.Max(noteWidth, previous.Text.Length);
            if (line.SoftStart || line.PageStart)
            {
                return i;
            }

            if (line.GapBefore)
            {
                // A gap ends the note unless its sentence is open and only its sentence is.
                if (EndsNote(previous.Text, line.Text) || bodyIsOpen || !LineShape.StartsLower(line.Text))
                {
                    return i;
                }
            }
            else if (!endsAtGap && EndsNote(previous.Text, line.Text))
            {
                var shortEnd = previous.Text.Length < noteWidth * 0.85;
                if (bodyIsOpen ? LineShape.StartsLower(line.Text) : shortEnd && !LineShape.IsAddress(line.Text) && line.Text.Length <= measure.Width * 1.1)
                {
                    return i;
                }
            }
        }

        return limit;
    }

    /// <summary>True when a sentence or an address ends with the line and the next one does not go on with the address.</summary>
    private static bool EndsNote(string text, string next) =>
        AddressEnd().IsMatch(text) ? !AddressPart().IsMatch(next) : LineShape.EndsSentence(text);

    /// <summary>Index of the first line of the notes that stand in a row before and at <paramref name="start"/>.</summary>
    private static int StretchStart(IReadOnlyList<DumpLine> lines, int start, List<DumpNote> before)
    {
        var first = start;
        for (var n = before.Count - 1; n >= 0 && before[n].End == first && !lines[first].GapBefore; n--)
        {
            first = before[n].Start;
        }

        return first;
    }

    /// <summary>True when the running text before the notes breaks off in mid-sentence.</summary>
    private static bool BodyIsOpen(IReadOnlyList<DumpLine> lines, int start, List<DumpNote> before)
    {
        var last = start - 1;
        for (var n = before.Count - 1; n >= 0 && last >= 0 && before[n].End > last; n--)
        {
            last = before[n].Start - 1;
        }

        return last >= 0 && !LineShape.EndsSentence(lines[last].Text) && !lines[last].Text.EndsWith(':');
    }

    [GeneratedRegex(@"^(?:(?<bracket>\[)(?<n>\d{1,3})\]|(?<n>\d{1,3})(?<dot>[.)])?)\s+(?=[\p{Lu}“‘""«(\[¿¡]|https?:|www\.|\p{Ll}+\s\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    // The end of an address may stand on a line of its own, without its beginning.
    [GeneratedRegex(@"(?:^|\s)(?:(?:https?://|www\.)\S+|\S*[/%=]\S*[/%=-]\S*|\S+\.(?:pdf|html?|aspx?|php))$", RegexOptions.CultureInvariant)]
    private static partial Regex AddressEnd();

    [GeneratedRegex(@"^[^\s,;]*(?:[/%=_]|\.(?:pdf|html?|aspx?|php|org|com)\b)|^[\p{L}\d]+(?:-[\p{L}\d]+){2,}", RegexOptions.CultureInvariant)]
    private static partial Regex AddressPart();

    [GeneratedRegex(@"^(?:foot|end)?notes?:?$|^notes? de (?:bas de page|fin)$|^notas(?: (?:al pie|finales))?:?$|^references:?$|^endnoten:?$|^anmerkungen:?$", RegexOptions.CultureInvariant)]
    private static partial Regex NotesHeading();
}
