using System.Text.RegularExpressions;

namespace KnowledgeBase.Structuring.Dump;

/// <summary>
/// Finds block quotes: paragraphs set narrower than the text, or wholly in quotation marks, most with a last line that says who speaks.
/// </summary>
internal sealed partial class DumpQuotes(TextMeasure measure)
{
    private const int MostAttributionWords = 16;
    private const int FewestQuoteWords = 8;

    /// <summary>Lines of a block quote keep within this share of the measure.</summary>
    private const double WidestQuote = 1.0;
    private const double MeanQuote = 0.94;

    public IReadOnlyList<Piece> Declare(IReadOnlyList<Piece> pieces)
    {
        var repeated = RepeatedLastLines(pieces);
        var result = new List<Piece>();
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            var previous = result.Count > 0 ? result[^1] : null;
            if (piece.Kind == PieceKind.Attribution)
            {
                // Repeated words after running text are no attribution but a line of their own.
                if (previous is { Kind: PieceKind.Paragraph or PieceKind.Quote or PieceKind.ListItem, Attribution: null })
                {
                    result[^1] = previous with { Kind = PieceKind.Quote, Attribution = Clean(piece) };
                }
                else
                {
                    result.Add(piece with { Kind = PieceKind.Paragraph });
                }

                continue;
            }

            if (piece.Kind is PieceKind.Paragraph or PieceKind.Heading && previous is { Kind: PieceKind.Paragraph or PieceKind.Quote, Attribution: null } && IsAttribution(piece, previous, repeated))
            {
                result[^1] = previous with { Kind = PieceKind.Quote, Attribution = Clean(piece) };
                continue;
            }

            if (piece.Kind == PieceKind.Paragraph && SplitLastLine(piece, repeated) is { } split)
            {
                result.Add(split);
                continue;
            }

            var introduced = previous is not null && previous.Kind is PieceKind.Paragraph or PieceKind.ListItem && previous!.LastText.EndsWith(':');
            result.Add(piece.Kind == PieceKind.Paragraph && IsQuote(piece, introduced) ? piece with { Kind = PieceKind.Quote } : piece);
        }

        return result;
    }

    /// <summary>Short last lines that come back, like "Participant in an interview".</summary>
    private static HashSet<string> RepeatedLastLines(IReadOnlyList<Piece> pieces) =>
        pieces.Where(p => p.Kind is PieceKind.Paragraph or PieceKind.Heading && LineShape.Words(p.LastText) is > 1 and <= MostAttributionWords)
            .GroupBy(p => p.LastText, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);

    private bool IsAttribution(Piece piece, Piece quote, HashSet<string> repeated)
    {
        if (piece.Lines.Count > 2 || LineShape.Words(Text(piece)) > MostAttributionWords || !LineShape.EndsSentence(quote.LastText) || Words(quote) < FewestQuoteWords)
        {
            return false;
        }

        var dashed = Dashed().IsMatch(piece.Lines[0].Text);
        var shape = dashed || (LineShape.StartsUpper(piece.Lines[0].Text) && !LineShape.EndsSentence(piece.LastText) && !piece.LastText.EndsWith(':'));
        return shape && (dashed || repeated.Contains(piece.LastText)
            ? IsNarrow(quote) || IsQuoted(quote) || repeated.Contains(piece.LastText)
            : shape && piece.Lines[0].SoftStart && IsNarrow(quote));
    }

    /// <summary>The speaker in the last line of the same stretch.</summary>
    private Piece? SplitLastLine(Piece piece, HashSet<string> repeated)
    {
        if (piece.Lines.Count < 2 || !LineShape.EndsSentence(piece.Lines[^2].Text))
        {
            return null;
        }

        var last = piece.Lines[^1].Text;
        var quote = piece with { Lines = [.. piece.Lines.SkipLast(1)] };
        var dashed = Dashed().IsMatch(last);
        var names = LineShape.StartsUpper(last) && !LineShape.EndsSentence(last) && !last.EndsWith(':') && LineShape.Words(last) <= MostAttributionWords
            && (repeated.Contains(last) || (IsNarrow(quote) && IsQuoted(quote)));
        return (dashed && LineShape.Words(last) <= MostAttributionWords && Words(quote) >= FewestQuoteWords) || (names && Words(quote) >= FewestQuoteWords)
            ? quote with { Kind = PieceKind.Quote, Attribution = last.TrimStart('–', '—', '―', '-', ' ') } : null;
    }

    private bool IsQuote(Piece piece, bool introduced) =>
        Words(piece) >= FewestQuoteWords && (IsQuoted(piece) || (introduced && IsNarrow(piece) && piece.Lines.Count >= 3));

    private bool IsNarrow(Piece piece)
    {
        if (measure.Unwrapped)
        {
            return false;
        }

        var full = piece.Lines.Count > 1 ? piece.Lines.SkipLast(1).ToList() : [.. piece.Lines];
        return (piece.Lines[0].Indent >= 3 && piece.Lines.All(l => l.Indent >= 3))
            || (full.TrueForAll(l => l.Text.Length <= measure.Width * WidestQuote) && full.Average(l => l.Text.Length) <= measure.Width * MeanQuote);
    }

    private static bool IsQuoted(Piece piece)
    {
        var text = Text(piece);
        return Quoted().IsMatch(text) && text.Count(c => c is '“' or '«') <= 2;
    }

    private static string Clean(Piece piece) => Text(piece).TrimStart('–', '—', '―', '-', ' ');

    private static string Text(Piece piece) => string.Join(' ', piece.Lines.Select((l, i) => i == 0 && piece.Kind == PieceKind.ListItem ? l.Text[piece.Opening..] : l.Text));

    private static int Words(Piece piece) => piece.Lines.Sum(l => LineShape.Words(l.Text));

    [GeneratedRegex(@"^[–—―-]{1,2}\s*\p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex Dashed();

    [GeneratedRegex(@"^(?:“.*”|‘.*’|"".*""|«.*»|„.*“)\d{0,3}$", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
