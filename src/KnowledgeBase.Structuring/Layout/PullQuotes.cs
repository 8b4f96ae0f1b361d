using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>Sets aside pull quotes: display text whose words all stand in the running text as well.</summary>
internal static class PullQuotes
{
    private const int FewestWords = 7;

    /// <summary>Takes pull quotes out of the flow.</summary>
    public static IReadOnlyList<Piece> SetAside(IReadOnlyList<Piece> pieces, List<SetAsideLine> aside)
    {
        var words = pieces.Select(piece => PassageId.Normalise(piece.Text)).ToList();
        var kept = new List<Piece>(pieces.Count);
        for (var i = 0; i < pieces.Count; i++)
        {
            if (IsPullQuote(pieces, words, i))
            {
                aside.AddRange(pieces[i].Lines.Select(line => new SetAsideLine(line.Text, line.Page, SetAsideReason.PullQuote)));
            }
            else
            {
                kept.Add(pieces[i]);
            }
        }

        return kept;
    }

    private static bool IsPullQuote(IReadOnlyList<Piece> pieces, List<string> words, int index)
    {
        var piece = pieces[index];
        if (piece.Kind is not (BlockKind.Quote or BlockKind.Heading or BlockKind.Table) || piece.WordCount < FewestWords)
        {
            return false;
        }

        if (piece.Kind == BlockKind.Heading && !piece.Last.EndsSentence && piece.WordCount < 16)
        {
            // A heading's words recur in the text it heads.
            return false;
        }

        var wanted = words[index];
        for (var j = 0; j < pieces.Count; j++)
        {
            if (j != index && pieces[j].Kind is BlockKind.Paragraph or BlockKind.ListItem && Math.Abs(pieces[j].Page - piece.Page) <= 2
                && words[j].Length > wanted.Length && words[j].Contains(wanted, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
