using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>Finds block quotes: text set in from the column, in italics or quotation marks, often with a line that says who speaks.</summary>
internal sealed partial class QuoteFinder(Typography type)
{
    /// <summary>Marks quotes and takes their attribution lines in.</summary>
    public IReadOnlyList<Piece> Find(IReadOnlyList<Piece> pieces)
    {
        var result = new List<Piece>(pieces.Count);
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            var rest = IsRestOfQuote(result, piece);
            if (piece.Kind is not (BlockKind.Paragraph or BlockKind.Heading or BlockKind.Table) || !(rest || IsQuote(pieces, i)))
            {
                result.Add(piece);
                continue;
            }

            var lines = piece.Lines.ToList();
            var attribution = SplitAttribution(lines);
            while (attribution is null && i + 1 < pieces.Count && ContinuesQuote(piece, lines, pieces[i + 1]))
            {
                lines.AddRange(pieces[++i].Lines);
                attribution = SplitAttribution(lines);
            }

            var source = new List<LayoutLine>();
            if (attribution is null && i + 1 < pieces.Count && IsAttribution(piece, pieces[i + 1]))
            {
                source.AddRange(pieces[++i].Lines);
                while (i + 1 < pieces.Count && ContinuesAttribution(pieces[i], pieces[i + 1]))
                {
                    source.AddRange(pieces[++i].Lines);
                }
            }

            result.Add(piece.WithLines(lines) with
            {
                Kind = BlockKind.Quote,
                Attribution = attribution ?? (source.Count > 0 ? Clean(string.Join(' ', source.Select(line => line.Text))) : null),
            });
        }

        return result;
    }

    /// <summary>A quote that a column or page end cut in mid-sentence goes on in the same type at the head of the next column.</summary>
    private static bool IsRestOfQuote(List<Piece> before, Piece piece)
    {
        if (piece.Kind != BlockKind.Paragraph || piece.First.Marker is not null)
        {
            return false;
        }

        var last = before.FindLastIndex(other => other.Kind is not (BlockKind.Footnote or BlockKind.Caption or BlockKind.Table));
        return last >= 0 && before[last] is { Kind: BlockKind.Quote, Attribution: null } quote && !quote.Last.EndsSentence
            && piece.RegionIndex != quote.RegionIndex && piece.Page <= quote.Page + 1
            && piece.First.Italic == quote.Last.Italic && Math.Abs(piece.Size - quote.Size) < 0.4;
    }

    private bool IsQuote(IReadOnlyList<Piece> pieces, int index)
    {
        var piece = pieces[index];
        if (piece.WordCount < 5 || piece.First.Marker is { Text: not ("–" or "—" or "-") } || piece.Region.IsTable)
        {
            return false;
        }

        if (char.IsLower(piece.Text[0]))
        {
            // The rest of an item or paragraph that a column end cut in two.
            return false;
        }

        var opens = piece.Text[0] is '“' or '"' or '«' or '„' or '‘';
        var italic = piece.Italic && !type.BodyIsItalic;
        var indented = IsIndented(pieces, piece);
        var followed = index + 1 < pieces.Count && IsAttribution(piece, pieces[index + 1]);
        var closes = ClosingMark().IsMatch(piece.Text);
        var larger = piece.Size > 1.07 * type.BodySize;
        if (opens && closes && (italic || indented || larger || piece.Color != type.BodyColor))
        {
            return true;
        }

        if (piece.Kind == BlockKind.Heading)
        {
            // A sentence in slanted display type with a name under it.
            return italic && followed && piece.Last.EndsSentence && piece.WordCount >= 8;
        }

        return (italic && indented && piece.WordCount >= 8)
            || (italic && opens && piece.WordCount >= 8)
            || (indented && followed && piece.Lines.Count >= 2)
            || (italic && followed && piece.Lines.Count >= 2);
    }

    /// <summary>Set in on the left, and on the right where lines reach that far, against the running text of its column.</summary>
    private static bool IsIndented(IReadOnlyList<Piece> pieces, Piece piece)
    {
        var em = piece.Size;
        var left = piece.Lines.Min(line => line.Box.Left);
        if (left < piece.Region.Left + (0.7 * em))
        {
            return false;
        }

        var body = pieces.Where(other => other.RegionIndex == piece.RegionIndex && !ReferenceEquals(other, piece) && other.Lines.Count >= 2).ToList();
        return body.Count == 0 || body.Any(other => other.Lines.Min(line => line.Box.Left) < left - (0.7 * em));
    }

    private static bool ContinuesQuote(Piece quote, List<LayoutLine> lines, Piece next) =>
        next.Kind == BlockKind.Paragraph && next.RegionIndex == quote.RegionIndex && next.Italic == quote.Italic && Math.Abs(next.Size - quote.Size) < 0.4
        && quote.Italic && Math.Abs(next.Lines.Min(line => line.Box.Left) - lines.Min(line => line.Box.Left)) < quote.Size
        && !lines[^1].EndsSentence;

    private static bool IsAttribution(Piece quote, Piece next)
    {
        if (next.RegionIndex != quote.RegionIndex && next.RegionIndex != quote.RegionIndex + 1)
        {
            return false;
        }

        if (next.WordCount > 30 || next.Lines.Count > 3 || next.First.Marker is { Style: not MarkerStyle.Bullet })
        {
            return false;
        }

        var text = next.Text;
        if (Dash().IsMatch(text))
        {
            return true;
        }

        if (next.RegionIndex != quote.RegionIndex || (next.Last.Text.EndsWith('.') && (next.WordCount > 12 || next.Bold == quote.Bold)))
        {
            return false;
        }

        var box = quote.Box;
        var toRight = next.Lines.All(line => Math.Abs(line.Box.Right - next.Last.Box.Right) < 3)
            && next.Last.Box.Left > box.Left + (0.5 * quote.Size) && next.Last.Box.Right > box.Right - (0.12 * box.Width);
        var within = next.Box.Left >= box.Left - 1 && (next.Bold != quote.Bold || next.Italic != quote.Italic || next.Size < quote.Size - 0.4);
        var close = next.First.Baseline - quote.Last.Baseline < 2.6 * quote.Size;
        return close && (toRight || (within && next.WordCount <= 18 && next.Kind != BlockKind.ListItem && ClosingMark().IsMatch(quote.Text)));
    }

    /// <summary>A second short line of the attribution, in its type and close under it.</summary>
    private static bool ContinuesAttribution(Piece source, Piece next) =>
        next.RegionIndex == source.RegionIndex && next.Style.Equals(source.Style) && (next.Bold || next.Italic) && next.WordCount <= 15
        && next.Kind is BlockKind.Paragraph or BlockKind.Heading && next.First.Baseline - source.Last.Baseline < 1.8 * source.Size;

    /// <summary>The attribution may be the block's own last lines: set to the right, or after a dash.</summary>
    private static string? SplitAttribution(List<LayoutLine> lines)
    {
        if (lines.Count < 2)
        {
            return null;
        }

        var body = lines.Take(lines.Count - 1).ToList();
        double left = body.Min(line => line.Box.Left), right = body.Max(line => line.Box.Right);
        var last = lines[^1];
        var toRight = last.Box.Left > left + (0.25 * (right - left)) && Math.Abs(last.Box.Right - right) < 0.08 * (right - left)
            && lines[^2].EndsSentence;
        if (!toRight && !(Dash().IsMatch(last.Text) && lines[^2].EndsSentence))
        {
            return null;
        }

        lines.RemoveAt(lines.Count - 1);
        return Clean(last.Text);
    }

    private static string Clean(string attribution) => Dash().Replace(attribution, "").Trim();

    [GeneratedRegex(@"^\s*[—–―-]{1,2}\s*(?=\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex Dash();

    [GeneratedRegex("[”\"»’“]\\.?\\s*\\d{0,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex ClosingMark();
}
