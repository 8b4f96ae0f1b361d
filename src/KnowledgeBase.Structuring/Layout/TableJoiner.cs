using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>Makes one passage of the cells of a table or the words of a picture: a cell by itself says nothing that one could cite.</summary>
internal static class TableJoiner
{
    /// <summary>Joins table texts that follow each other on a page; other blocks stay as they are.</summary>
    public static IReadOnlyList<Piece> Join(IReadOnlyList<Piece> pieces)
    {
        var joined = new List<Piece>(pieces.Count);
        foreach (var piece in pieces)
        {
            if (piece.Kind == BlockKind.Table && joined.Count > 0 && joined[^1] is { Kind: BlockKind.Table } before && before.Last.Page == piece.Page)
            {
                joined[^1] = before.WithLines([.. before.Lines, .. piece.Lines]);
            }
            else
            {
                joined.Add(piece);
            }
        }

        return joined;
    }
}
