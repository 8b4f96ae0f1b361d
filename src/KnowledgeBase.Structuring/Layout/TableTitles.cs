using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>What stands alone between a table's name, or another table, and a table is its title, however far the lines are set apart.</summary>
internal static class TableTitles
{
    private const int MostWords = 25;
    private const int MostWordsOfCell = 2;
    private const int MostLines = 3;

    /// <summary>Farther from the table it belongs to something else; in parts of its size.</summary>
    private const double LargestGap = 4;

    /// <summary>Marks titles as captions.</summary>
    public static List<Piece> Mark(List<Piece> pieces)
    {
        var result = pieces.ToList();
        for (var i = 1; i + 1 < result.Count; i++)
        {
            if (IsTitle(result[i - 1], result[i], result[i + 1]))
            {
                // A name or two between two parts of a table is a row that lost its cells.
                var isCell = result[i].WordCount <= MostWordsOfCell && result[i - 1].Region.IsTable;
                result[i] = result[i] with { Kind = isCell ? BlockKind.Table : BlockKind.Caption };
            }
        }

        return result;
    }

    private static bool IsTitle(Piece before, Piece piece, Piece table) =>
        piece.Kind == BlockKind.Paragraph && piece.WordCount <= MostWords && piece.Lines.Count <= MostLines
        && !piece.Last.EndsSentence && piece.First.Marker is null && !IsRow(piece)
        && table.Region.IsTable && table.Kind == BlockKind.Table && IsUnder(piece, table) && !piece.Region.IsTable
        && (before.Kind == BlockKind.Caption || before.Region.IsTable) && IsUnder(before, piece);

    /// <summary>Cells side by side.</summary>
    private static bool IsRow(Piece piece) => piece.Lines.Zip(piece.Lines.Skip(1)).Any(pair => pair.Second.Baseline - pair.First.Baseline < 0.5 * piece.Size);

    private static bool IsUnder(Piece upper, Piece lower) => upper.Page == lower.Page
        && lower.Box.Top - upper.Box.Bottom is var gap && gap > -2 && gap < LargestGap * lower.Size;
}
