using System.Text.RegularExpressions;
using KnowledgeBase.Structuring.Text;

namespace KnowledgeBase.Structuring.Declared;

/// <summary>Joins the paragraphs of one block quote and finds who is quoted.</summary>
/// <param name="containersDecide">True when paragraphs of different declared blocks are never one quote.</param>
internal sealed partial class QuoteBlocks(bool containersDecide)
{
    /// <summary>An attribution has at most this many words.</summary>
    private const int LongestAttributionWords = 22;

    /// <summary>A block on its way to becoming part of a quote.</summary>
    /// <param name="Block">The block.</param>
    /// <param name="Container">Index of the declared block; paragraphs of one HTML or Markdown quote share it.</param>
    /// <param name="IsAttribution">True when the format says so.</param>
    internal sealed record Piece(Block Block, int Container, bool IsAttribution);

    public IReadOnlyList<Block> Join(IReadOnlyList<Piece> pieces)
    {
        var result = new List<Block>();
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Block.Kind != BlockKind.Quote)
            {
                result.Add(pieces[i].Block);
                continue;
            }

            var end = i;
            while (end + 1 < pieces.Count && pieces[end + 1].Block.Kind == BlockKind.Quote)
            {
                end++;
            }

            result.AddRange(JoinRun([.. pieces.Skip(i).Take(end - i + 1)]));
            i = end;
        }

        return AttachFollowing(result);
    }

    /// <summary>Neighbouring quote paragraphs: an attribution closes a quote, and a paragraph in its own quotation marks opens one.</summary>
    private List<Block> JoinRun(List<Piece> run)
    {
        var quotes = new List<Block>();
        Block? open = null;
        var container = -1;
        foreach (var piece in run)
        {
            if (open is not null && (piece.IsAttribution || IsAttribution(piece.Block.Text, open.Text)))
            {
                quotes.Add(open with { Attribution = Clean(piece.Block.Text) });
                open = null;
            }
            else if (piece.IsAttribution && quotes.Count > 0)
            {
                quotes[^1] = quotes[^1] with { Attribution = Clean(piece.Block.Text) };
            }
            else if (open is null)
            {
                (open, container) = (piece.Block, piece.Container);
            }
            else if (containersDecide ? piece.Container != container : EndsQuoted(open.Text) && StartsQuoted(piece.Block.Text))
            {
                quotes.Add(open);
                (open, container) = (piece.Block, piece.Container);
            }
            else
            {
                open = Append(open, piece.Block);
            }
        }

        if (open is not null)
        {
            quotes.Add(open);
        }

        return [.. quotes.Select(SplitInlineAttribution)];
    }

    /// <summary>A paragraph that is nothing but a dash and a name, right after a quote, says who is quoted.</summary>
    private static List<Block> AttachFollowing(List<Block> blocks)
    {
        for (var i = 1; i < blocks.Count; i++)
        {
            if (blocks[i - 1] is { Kind: BlockKind.Quote, Attribution: null } quote
                && blocks[i].Kind is BlockKind.Paragraph or BlockKind.ListItem
                && (blocks[i].Marker is "–" or "—" || Dashed().IsMatch(blocks[i].Text)) && Words(blocks[i].Text) <= LongestAttributionWords)
            {
                blocks[i - 1] = quote with { Attribution = Clean(blocks[i].Text), Refs = [.. quote.Refs, .. blocks[i].Refs.Select(r => r with { Offset = quote.Text.Length })] };
                blocks.RemoveAt(i--);
            }
        }

        return blocks;
    }

    private static bool IsAttribution(string text, string quote) =>
        Words(text) <= LongestAttributionWords
        && (Dashed().IsMatch(text)
            || (!SentenceEnd().IsMatch(text) && !StartsQuoted(text) && Words(text) * 2 <= Words(quote) && char.IsUpper(text.TrimStart()[0]) && SentenceEnd().IsMatch(quote)));

    /// <summary>“… text.” — Name, on one line.</summary>
    private static Block SplitInlineAttribution(Block quote)
    {
        if (quote.Attribution is not null || InlineAttribution().Match(quote.Text) is not { Success: true } match)
        {
            return quote;
        }

        var text = quote.Text[..match.Groups["who"].Index].TrimEnd(' ', '–', '—', '-', '―');
        return Words(match.Groups["who"].Value) > LongestAttributionWords ? quote : quote with
        {
            Text = text,
            Attribution = Clean(match.Groups["who"].Value),
            Refs = [.. quote.Refs.Select(r => r with { Offset = Math.Min(r.Offset, text.Length) })],
        };
    }

    private static Block Append(Block quote, Block next)
    {
        var joined = new MarkedText(quote.Text, quote.Refs).Then(new(next.Text, next.Refs));
        return quote with { Text = joined.Text, Refs = joined.Refs };
    }

    private static string Clean(string attribution) => attribution.Trim().TrimStart('–', '—', '―', '-', '~', ' ').TrimEnd();

    private static int Words(string text) => text.Count(char.IsWhiteSpace) + 1;

    private static bool StartsQuoted(string text) => text.Length > 0 && text[0] is '“' or '‘' or '"' or '«' or '\'' or '„';

    private static bool EndsQuoted(string text) => text.Length > 0 && text[^1] is '”' or '’' or '"' or '»' or '\'' or '“';

    [GeneratedRegex(@"^\s*[–—―-]{1,2}\s*\p{L}", RegexOptions.CultureInvariant)]
    private static partial Regex Dashed();

    [GeneratedRegex(@"[.!?…]['’”""»)\]]*\s*$|[’”""»]$", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[.!?…]?[’”""»]\s*[–—―-]{1,2}\s*(?<who>\p{L}[^.!?]*)\.?$|[.!?…]\s[–—―]{1,2}\s?(?<who>\p{Lu}[^.!?]*)\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex InlineAttribution();
}
