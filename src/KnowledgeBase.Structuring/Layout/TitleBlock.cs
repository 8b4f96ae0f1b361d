using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>Finds the title at the head of the document: the largest type of the first pages, if it stays there.</summary>
internal static class TitleBlock
{
    private const int LongestTitleWords = 40;

    /// <summary>Marks the title; what follows it in display type before the first running text is the subtitle.</summary>
    public static IReadOnlyList<Piece> Find(IReadOnlyList<Piece> pieces, Typography type, int pageCount)
    {
        var lastPage = pageCount > 6 ? 2 : 1;
        var candidates = pieces.Select((piece, index) => (piece, index))
            .Where(item => item.piece.Page <= lastPage && item.piece.Kind == BlockKind.Heading && item.piece.WordCount <= LongestTitleWords
                && item.piece.Size >= 1.25 * type.BodySize)
            .ToList();
        if (candidates.Count == 0)
        {
            return pieces;
        }

        // A single huge word is an ornament ("BRIEF"); a title has several words.
        var (title, at) = candidates.OrderByDescending(item => item.piece.Size * Math.Sqrt(Math.Min(item.piece.WordCount, 8))).ThenBy(item => item.index).First();
        // Chapters set like the "title" mean that the document has none of its own.
        if (pieces.Any(piece => piece.Kind == BlockKind.Heading && piece.Page > lastPage && piece.Size >= title.Size - 0.4)
            && pieces.Take(at).Any(piece => piece.Kind == BlockKind.Paragraph && piece.WordCount > 40))
        {
            return pieces;
        }

        var result = pieces.ToList();
        result[at] = title with { Kind = BlockKind.Title };
        return result;
    }
}
