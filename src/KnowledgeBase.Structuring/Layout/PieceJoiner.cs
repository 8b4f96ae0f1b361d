using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>
/// Joins what a column or page end cut in two: a block that ends in mid-sentence goes on with the next running text of the same
/// type at the head of a column; notes, captions, pictures and boxes between them are passed over.
/// </summary>
internal sealed class PieceJoiner(Typography type)
{
    private const int MaxBetween = 14;

    /// <summary>So many lines, all full but the last, show that text is justified.</summary>
    private const int FewestOfBlock = 3;

    /// <summary>Joins blocks; the joined one stands where its first part stood.</summary>
    public IReadOnlyList<Piece> Join(IReadOnlyList<Piece> pieces)
    {
        var indents = UsesIndents(pieces);
        var left = pieces.ToList();
        for (var i = 0; i < left.Count; i++)
        {
            // The joined text ends in the column of its last part: what stands below that part is no other column's.
            var column = left[i].RegionIndex;
            while (FindRest(left, i, column, indents) is { } rest)
            {
                column = left[rest].RegionIndex;
                left[i] = left[i].WithLines(left[i].Lines.Concat(left[rest].Lines).ToList()) with
                {
                    Attribution = left[i].Attribution ?? left[rest].Attribution,
                };
                left.RemoveAt(rest);
            }
        }

        return left;
    }

    private int? FindRest(List<Piece> pieces, int index, int column, bool indents)
    {
        var piece = pieces[index];
        if (piece.Kind is not (BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Quote) || !(IsOpen(piece) || FillsColumn(piece, pieces, index, column)) || Divisions.IsLine(piece))
        {
            return null;
        }

        var open = IsOpen(piece);
        if (open && column == piece.RegionIndex && PastBox(pieces, index) is { } past)
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
            if (CanBeRest(piece, next, column, open, indents, beside) && (!underHeading || OpensLower(next)))
            {
                return j;
            }

            var passes = next.Kind is BlockKind.Footnote or BlockKind.Caption or BlockKind.Table or BlockKind.Boilerplate
                || (open && next.Kind == BlockKind.Quote && piece.Kind != BlockKind.Quote)
                || (open && next.RegionIndex != column && !SameType(piece, next));
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
    private static bool FillsColumn(Piece piece, List<Piece> pieces, int index, int column)
    {
        if (piece.Kind != BlockKind.Paragraph || piece.Lines.Count < 3 || piece.Attribution is not null || piece.Last.Text[^1] is ':' or ';')
        {
            return false;
        }

        var lastOfColumn = !pieces.Skip(index + 1).Take(MaxBetween).SkipWhile(other => other.RegionIndex != column).TakeWhile(other => other.RegionIndex == column)
            .Any(other => other.Kind is not (BlockKind.Footnote or BlockKind.Caption or BlockKind.Table));
        var rights = piece.Lines.TakeLast(6).Select(line => line.Box.Right).ToList();
        var justified = rights.Max() - rights.Min() < 2.5;
        return lastOfColumn && justified;
    }

    private bool CanBeRest(Piece piece, Piece next, int column, bool open, bool indents, bool adjacent)
    {
        if (Divisions.Opens(next.Text) || (next.Kind != BlockKind.Paragraph && !(next.Kind == BlockKind.Quote && piece.Kind == BlockKind.Quote)))
        {
            return false;
        }

        if (next.RegionIndex == column && !adjacent)
        {
            return false;
        }

        if (!SameType(piece, next) || (piece.Kind == BlockKind.Quote) != (next.Kind == BlockKind.Quote && piece.Kind == BlockKind.Quote))
        {
            return false;
        }

        if (EndsShort(piece, next))
        {
            return false;
        }

        var lower = OpensLower(next);
        if (next.RegionIndex == column)
        {
            // Within a column only a hard return in mid-sentence is undone, and a gap within a line.
            var distance = next.First.Baseline - piece.Last.Baseline;
            var beside = Math.Abs(distance) < 0.3 * piece.Size && next.First.Box.Left > piece.Last.Box.Right;
            return open && lower && (distance > 0 || beside) && distance < 4 * piece.Size && !piece.Last.Text.EndsWith(':');
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

    /// <summary>
    /// The next line opens with a capital, and its first word would have fitted easily on the last line of the paragraph: that was its last, whatever
    /// sign it ends with ("Recalling its resolutions,").
    /// </summary>
    private static bool EndsShort(Piece piece, Piece next)
    {
        if (piece.Kind != BlockKind.Paragraph || piece.Last.Text[^1] == '-' || !char.IsUpper(next.First.Text[0]))
        {
            return false;
        }

        var block = piece.Lines.TakeLast(6).Where(line => line.Page == piece.Last.Page && line.Baseline <= piece.Last.Baseline).ToList();
        var edge = block.Max(line => line.Box.Right);
        var word = next.First.Text.IndexOf(' ', StringComparison.Ordinal) is var blank and > 0 ? blank : next.First.Text.Length;
        var width = next.First.Box.Width * (word + 1) / next.First.Text.Length;
        return block.Count >= FewestOfBlock && block.Count(line => edge - line.Box.Right < 0.5 * line.Size) >= block.Count - 1
            && piece.Last.Box.Right + width < edge - (2 * piece.Size);
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
