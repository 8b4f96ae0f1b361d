using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>
/// Joins what a column or page end cut in two: a block that ends in mid-sentence goes on with the next running text of the same
/// type at the head of a column; notes, captions, pictures and boxes between them are passed over.
/// </summary>
internal sealed class PieceJoiner(Typography type)
{
    private const int MaxBetween = 14;

    /// <summary>Joins blocks; the joined one stands where its first part stood.</summary>
    public IReadOnlyList<Piece> Join(IReadOnlyList<Piece> pieces)
    {
        var indents = UsesIndents(pieces);
        var left = pieces.ToList();
        for (var i = 0; i < left.Count; i++)
        {
            while (FindRest(left, i, indents) is { } rest)
            {
                left[i] = left[i].WithLines(left[i].Lines.Concat(left[rest].Lines).ToList()) with
                {
                    Attribution = left[i].Attribution ?? left[rest].Attribution,
                };
                left.RemoveAt(rest);
            }
        }

        return left;
    }

    private int? FindRest(List<Piece> pieces, int index, bool indents)
    {
        var piece = pieces[index];
        if (piece.Kind is not (BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Quote) || !(IsOpen(piece) || FillsColumn(piece, pieces, index)) || Divisions.IsLine(piece))
        {
            return null;
        }

        var open = IsOpen(piece);
        if (open && PastBox(pieces, index) is { } past)
        {
            return past;
        }

        var underHeading = false;
        var beside = true;
        for (var j = index + 1; j < pieces.Count && j <= index + MaxBetween; j++)
        {
            var next = pieces[j];
            if (next.Page > piece.Last.Page + 1 + (open ? 1 : 0))
            {
                return null;
            }

            // Under another heading only what plainly goes on in mid-sentence belongs to the text above it.
            if (CanBeRest(piece, next, open, indents, beside) && (!underHeading || OpensLower(next)))
            {
                return j;
            }

            var passes = next.Kind is BlockKind.Footnote or BlockKind.Caption or BlockKind.Table or BlockKind.Boilerplate
                || (open && next.Kind == BlockKind.Quote && piece.Kind != BlockKind.Quote)
                || (open && next.RegionIndex != piece.RegionIndex && !SameType(piece, next));
            if (!passes)
            {
                return null;
            }

            underHeading |= next.Kind == BlockKind.Heading;
            // The caption of a picture set in the text's right half stands in the row of one of its lines.
            beside &= next.Kind == BlockKind.Caption && next.Box.Left > piece.Last.Box.Right;
        }

        return null;
    }

    /// <summary>
    /// Text set narrow beside a box goes on at full width under the box, not in it: from the same edge, in lower case, in the first region
    /// below that is not beside it.
    /// </summary>
    private int? PastBox(List<Piece> pieces, int index)
    {
        var piece = pieces[index];
        var column = piece.Region;
        var passed = false;
        for (var j = index + 1; j < pieces.Count && pieces[j].Page == piece.Last.Page; j++)
        {
            var next = pieces[j];
            if (next.Kind == BlockKind.Footnote)
            {
                continue;
            }

            if (next.RegionIndex == piece.RegionIndex)
            {
                return null;
            }

            if (next.Region.Left > column.Right && next.Region.Lines[0].Box.Top < piece.Last.Box.Bottom)
            {
                passed = true;
                continue;
            }

            return passed && next.Kind == BlockKind.Paragraph && OpensLower(next) && SameType(piece, next) && next.Box.Top >= piece.Last.Box.Bottom - 2
                && next.Box.Right > column.Right + piece.Size && Math.Abs(next.First.Box.Left - piece.Lines.Min(line => line.Box.Left)) < piece.Size ? j : null;
        }

        return null;
    }

    /// <summary>Ends in mid-sentence.</summary>
    private static bool IsOpen(Piece piece) => (!piece.Last.EndsSentence || piece.Last.EndsWithLeadIn) && piece.Attribution is null;

    /// <summary>
    /// Ends a sentence, but exactly at the margin and at the column's end: in justified text such a line is far more often
    /// within a paragraph than its last.
    /// </summary>
    private static bool FillsColumn(Piece piece, List<Piece> pieces, int index)
    {
        if (piece.Kind != BlockKind.Paragraph || piece.Lines.Count < 3 || piece.Attribution is not null || piece.Last.Text[^1] is ':' or ';')
        {
            return false;
        }

        var lastOfColumn = !pieces.Skip(index + 1).TakeWhile(other => other.RegionIndex == piece.RegionIndex)
            .Any(other => other.Kind is not (BlockKind.Footnote or BlockKind.Caption or BlockKind.Table));
        var rights = piece.Lines.TakeLast(6).Select(line => line.Box.Right).ToList();
        var justified = rights.Max() - rights.Min() < 2.5;
        return lastOfColumn && justified;
    }

    private bool CanBeRest(Piece piece, Piece next, bool open, bool indents, bool adjacent)
    {
        if (Divisions.Opens(next.Text) || (next.Kind != BlockKind.Paragraph && !(next.Kind == BlockKind.Quote && piece.Kind == BlockKind.Quote)))
        {
            return false;
        }

        if (next.RegionIndex == piece.RegionIndex && !adjacent)
        {
            return false;
        }

        if (!SameType(piece, next) || (piece.Kind == BlockKind.Quote) != (next.Kind == BlockKind.Quote && piece.Kind == BlockKind.Quote))
        {
            return false;
        }

        var lower = OpensLower(next);
        if (next.RegionIndex == piece.RegionIndex)
        {
            // Within a column only a hard return in mid-sentence is undone.
            var distance = next.First.Baseline - piece.Last.Baseline;
            return open && lower && distance > 0 && distance < 4 * piece.Size && !piece.Last.Text.EndsWith(':');
        }

        if (open)
        {
            if (piece.Last.EndsWithLeadIn)
            {
                return lower && !NextOpensItem(next);
            }

            var indented = indents && IsIndentedStart(next);
            return lower || (!indented && !NextOpensItem(next)) || piece.Last.Text.EndsWith('-');
        }

        return !IsIndentedStart(next) && (indents || lower) && !NextOpensItem(next);
    }

    private static bool OpensLower(Piece piece) => piece.First.Text.Length > 0 && char.IsLower(piece.First.Text[0]);

    private static bool NextOpensItem(Piece next) => next.First.Marker is not null;

    private bool SameType(Piece piece, Piece next)
    {
        if (Math.Abs(piece.Size - next.Size) > Math.Max(0.5, 0.05 * piece.Size))
        {
            return false;
        }

        return piece.Last.Color == next.First.Color || piece.Color == next.Color || (type.IsBodySize(piece.Size) && piece.Last.Text.EndsWith('-'));
    }

    private static bool IsIndentedStart(Piece piece) =>
        piece.Lines.Count > 1
            ? piece.First.Box.Left > piece.Lines[1].Box.Left + (0.6 * piece.Size)
            : piece.First.Box.Left > piece.Region.Left + (0.7 * piece.Size);

    /// <summary>True when paragraphs open with an indented first line.</summary>
    private static bool UsesIndents(IReadOnlyList<Piece> pieces)
    {
        var paragraphs = pieces.Where(piece => piece.Kind == BlockKind.Paragraph && piece.Lines.Count >= 3).ToList();
        return paragraphs.Count(IsIndentedStart) > 0.4 * paragraphs.Count;
    }
}
