using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>Sets aside pull quotes: display text whose words all, or nearly all in one stretch, stand in the running text as well.</summary>
internal static class PullQuotes
{
    private const int FewestWords = 7;

    /// <summary>Pull quotes shorten and mend a little what they repeat: so much of their words stand close together in the text.</summary>
    private const double ShareRepeated = 0.85;

    /// <summary>Takes pull quotes out of the flow.</summary>
    public static IReadOnlyList<Piece> SetAside(IReadOnlyList<Piece> pieces, Typography type, List<SetAsideLine> aside)
    {
        var words = pieces.Select(piece => PassageId.Normalise(piece.Text)).ToList();
        var kept = new List<Piece>(pieces.Count);
        Piece? pulled = null;
        for (var i = 0; i < pieces.Count; i++)
        {
            if (IsPullQuote(pieces, words, type, i) || (pulled is not null && IsRest(pulled, pieces[i], type)))
            {
                pulled = pieces[i];
                aside.AddRange(pieces[i].Lines.Select(line => new SetAsideLine(line.Text, line.Page, SetAsideReason.PullQuote)));
                if (pieces[i].Attribution is { } speaker)
                {
                    aside.Add(new(speaker, pieces[i].Page, SetAsideReason.PullQuote));
                }
            }
            else
            {
                pulled = null;
                kept.Add(pieces[i]);
            }
        }

        return kept;
    }

    private static bool IsPullQuote(IReadOnlyList<Piece> pieces, List<string> words, Typography type, int index)
    {
        var piece = pieces[index];
        var display = piece.Kind == BlockKind.Paragraph && piece.WordCount <= 60 && IsDisplay(piece, type);
        if (!(piece.Kind is BlockKind.Quote or BlockKind.Heading or BlockKind.Table || display) || piece.WordCount < FewestWords)
        {
            return false;
        }

        if (piece.Kind == BlockKind.Heading && !piece.Last.EndsSentence && piece.WordCount < 16)
        {
            // A heading's words recur in the text it heads.
            return false;
        }

        var wanted = words[index];
        var loosely = piece.Last.EndsSentence && IsDisplay(piece, type) ? wanted.Split(' ') : [];
        for (var j = 0; j < pieces.Count; j++)
        {
            if (j != index && pieces[j].Kind is BlockKind.Paragraph or BlockKind.ListItem && Math.Abs(pieces[j].Page - piece.Page) <= 2
                && words[j].Length > wanted.Length && !IsDisplay(pieces[j], type)
                && (words[j].Contains(wanted, StringComparison.Ordinal) || (loosely.Length > FewestWords && IsRepeated(loosely, words[j].Split(' ')))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Type that running text is not set in.</summary>
    private static bool IsDisplay(Piece piece, Typography type) =>
        piece.Size >= 1.07 * type.BodySize || (piece.Color != type.BodyColor && (piece.Bold || piece.Italic));

    /// <summary>Lines of a pull quote that were parted from it, such as the last when it is set flush right.</summary>
    private static bool IsRest(Piece pulled, Piece next, Typography type) =>
        next.Page == pulled.Page && IsDisplay(next, type) && next.Style.Equals(pulled.Style) && !pulled.Last.EndsSentence && next.Box.Top - pulled.Box.Bottom < pulled.Size
        && next.Box.Top > pulled.Box.Top;

    /// <summary>Nearly all of the words stand in a stretch of the text that is hardly longer.</summary>
    private static bool IsRepeated(string[] wanted, string[] text)
    {
        var need = wanted.GroupBy(word => word).ToDictionary(group => group.Key, group => group.Count());
        var length = wanted.Length + Math.Max(1, wanted.Length / 6);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var common = 0;
        for (var i = 0; i < text.Length; i++)
        {
            common += Count(text[i], 1) <= need.GetValueOrDefault(text[i]) ? 1 : 0;
            if (i >= length)
            {
                common -= Count(text[i - length], -1) < need.GetValueOrDefault(text[i - length]) ? 1 : 0;
            }

            if (common >= ShareRepeated * wanted.Length)
            {
                return true;
            }
        }

        return false;

        int Count(string word, int change) => seen[word] = seen.GetValueOrDefault(word) + change;
    }
}
