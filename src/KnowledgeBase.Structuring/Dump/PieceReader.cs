using System.Text.RegularExpressions;
using KnowledgeBase.Structuring.Text;

namespace KnowledgeBase.Structuring.Dump;

/// <summary>Cuts a dump into pieces, line by line.</summary>
internal static partial class PieceReader
{
    /// <summary>More headings in a row than this are a list of names or titles.</summary>
    private const int MostHeadingsInARow = 2;

    /// <summary>Letters differ in width; a line holds this many characters more than the usual before the next word surely fits no more.</summary>
    private const double RoomCharacters = 1.5;

    public static IReadOnlyList<Piece> Read(IReadOnlyList<DumpLine> lines, IReadOnlyList<DumpNote> notes, TextMeasure measure)
    {
        var speakers = SpeakerLines.Of(lines);
        var pieces = new List<Piece>();
        var open = new List<DumpLine>();
        var openStart = 0;
        string? marker = null;
        var opening = 0;
        var noteAt = notes.ToDictionary(n => n.Start);
        var nextNote = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            while (nextNote < notes.Count && notes[nextNote].Start < i)
            {
                nextNote++;
            }

            if (noteAt.TryGetValue(i, out var note))
            {
                Close();
                pieces.Add(new(PieceKind.Note, [.. lines.Skip(i).Take(note.End - i)]) { Marker = note.Number, Opening = note.Opening, FirstLine = i });
                i = note.End - 1;
                continue;
            }

            if (speakers.Contains(i))
            {
                Close();
                pieces.Add(new(PieceKind.Attribution, [lines[i]]) { FirstLine = i });
                continue;
            }

            var limit = nextNote < notes.Count ? notes[nextNote].Start : lines.Count;
            // An item of a list need not end in a sentence; a line with room to spare ends it.
            var ended = open.Count == 0 || LineShape.EndsSentence(open[^1].Text) || (marker is not null && !measure.IsFull(open[^1]));
            var heading = HeadingShape.LengthAt(lines, i, limit, measure, ended);
            if (heading > 0)
            {
                Close();
                pieces.Add(new(PieceKind.Heading, [.. lines.Skip(i).Take(heading)]) { FirstLine = i });
                i += heading - 1;
                continue;
            }

            var (mark, rest) = ListMarker.Split(lines[i].Text);
            if (mark is not null && IsItemStart(lines, i, mark, open, marker, measure))
            {
                Close();
                (marker, opening) = (mark, lines[i].Text.Length - rest.Length);
            }
            else if (open.Count > 0 && StartsParagraph(lines, i, open, measure))
            {
                Close();
            }

            if (open.Count == 0)
            {
                openStart = i;
            }

            open.Add(lines[i]);
        }

        Close();
        return WithoutNameLists(pieces);

        void Close()
        {
            if (open.Count > 0)
            {
                pieces.Add(new(marker is null ? PieceKind.Paragraph : PieceKind.ListItem, [.. open]) { Marker = marker, Opening = opening, FirstLine = openStart });
            }

            open.Clear();
            (marker, opening) = (null, 0);
        }
    }

    private static bool IsItemStart(IReadOnlyList<DumpLine> lines, int index, string mark, List<DumpLine> open, string? openMarker, TextMeasure measure)
    {
        if (lines[index].GapBefore || open.Count == 0 || (ListMarker.IsBullet(mark) && mark[0] is not ('-' or '–' or '—' or 'o' or '*')))
        {
            return true;
        }

        // In mid-stretch a number or dash opens an item only where the line before ended one.
        var ended = LineShape.EndsSentence(open[^1].Text) || open[^1].Text.EndsWith(':') || open[^1].Text.EndsWith(';');
        return ended || (openMarker is not null && !measure.IsFull(open[^1]));
    }

    private static bool StartsParagraph(IReadOnlyList<DumpLine> lines, int index, List<DumpLine> open, TextMeasure measure)
    {
        var (line, previous) = (lines[index], open[^1]);
        if (line.GapBefore || measure.Unwrapped)
        {
            return true;
        }

        if (!LineShape.StartsUpper(line.Text))
        {
            return false;
        }

        if (previous.Text.EndsWith(':'))
        {
            return true;
        }

        // Where the next word had ample room the line was ended on purpose: names, addresses, entries.
        if (previous.Text.Length < measure.Width * 0.7 && previous.Text.Length + 1 + FirstWord(line.Text) < measure.Width * 0.8
            && line.Text.Length < measure.Width * 0.9 && !OpenEnd().IsMatch(previous.Text))
        {
            return true;
        }

        var ended = LineShape.EndsSentence(previous.Text);
        // A paragraph ends in a line that leaves room for the next word, or the next one is indented.
        // Quotes have a measure of their own, which their first lines show.
        var width = open.Count < 3 ? measure.Width + RoomCharacters : Math.Min(measure.Width + RoomCharacters, open.Max(l => l.Text.Length));
        var room = previous.Text.Length + 1 + FirstWord(line.Text) <= width;
        return ended && ((room && !measure.GapsBetweenParagraphs) || (line.Indent > previous.Indent && line.Indent is >= 2 and <= 8)
            || previous.Text.Length < measure.Width * 0.6);
    }

    [GeneratedRegex(@"[,;–—&(-]$|\b(?:and|or|of|the|to|for|in|on|with|a|an|et|de|du|des|la|le|les|y|o|del|los|las|und|der|die|das)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OpenEnd();

    private static int FirstWord(string text) => text.IndexOf(' ') is > 0 and var blank ? blank : text.Length;

    /// <summary>Names of participants, one a line, look like headings but have no text between them.</summary>
    private static List<Piece> WithoutNameLists(List<Piece> pieces)
    {
        for (var i = 0; i < pieces.Count;)
        {
            var end = i;
            while (end < pieces.Count && pieces[end].Kind == PieceKind.Heading)
            {
                end++;
            }

            // The title block at the beginning is such a stretch too.
            if (end - i > MostHeadingsInARow && i > 0)
            {
                for (var j = i + 1; j < end; j++)
                {
                    pieces[j] = pieces[j] with { Kind = PieceKind.Paragraph };
                }
            }

            i = Math.Max(end, i + 1);
        }

        return pieces;
    }
}
