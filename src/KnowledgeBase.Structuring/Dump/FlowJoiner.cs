namespace KnowledgeBase.Structuring.Dump;

/// <summary>Puts paragraphs together again that a footnote, a column or a page cut in two.</summary>
internal sealed class FlowJoiner(TextMeasure measure)
{
    public IReadOnlyList<Piece> Join(IReadOnlyList<Piece> pieces)
    {
        var result = new List<Piece>();
        var last = -1;
        var noteBetween = false;
        foreach (var piece in pieces)
        {
            if (piece.Kind == PieceKind.Note)
            {
                result.Add(piece);
                noteBetween = true;
                continue;
            }

            var cut = noteBetween || piece.Lines[0].SoftStart || piece.Lines[0].PageStart;
            noteBetween = false;
            if (last >= 0 && piece.Kind is PieceKind.Paragraph or PieceKind.Quote && Continues(result[last], piece, cut))
            {
                result[last] = result[last] with
                {
                    Lines = [.. result[last].Lines, .. piece.Lines],
                    Attribution = piece.Attribution,
                    Kind = piece.Kind == PieceKind.Quote && piece.Attribution is not null ? PieceKind.Quote : result[last].Kind,
                };
                continue;
            }

            result.Add(piece);
            last = piece.Kind is PieceKind.Paragraph or PieceKind.ListItem or PieceKind.Quote ? result.Count - 1 : -1;
        }

        return result;
    }

    /// <param name="before">The piece so far.</param>
    /// <param name="after">What comes next in the flow.</param>
    /// <param name="cut">True when a note or a break in print stands between them, not just a gap.</param>
    private bool Continues(Piece before, Piece after, bool cut)
    {
        if (before.Attribution is not null || measure.Unwrapped)
        {
            return false;
        }

        var end = before.Lines[^1];
        if (end.Text.EndsWith('-') && end.Text.Length > 1 && char.IsLetter(end.Text[^2]) && char.IsLetter(after.FirstText[0]))
        {
            return true;
        }

        if (LineShape.EndsSentence(end.Text) || end.Text.EndsWith(':') || end.Text.EndsWith(';'))
        {
            return LineShape.StartsLower(after.FirstText) && !end.Text.EndsWith(':') && !end.Text.EndsWith(';') && after.Kind == PieceKind.Paragraph && before.Kind == PieceKind.Paragraph
                && before.Lines.Count > 1;
        }

        // An open sentence goes on; a short line that ends none is an entry of a list.
        return LineShape.StartsLower(after.FirstText) || (cut && measure.IsFull(end) && before.Kind != PieceKind.Quote && after.Kind == PieceKind.Paragraph && before.Lines.Count > 1);
    }
}
