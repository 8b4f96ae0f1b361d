using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>Keeps what stands on cover and inner title pages, in whatever large type, from being headings: nothing stands under it.</summary>
internal static class CoverPages
{
    /// <summary>Without a contents page, only the cover and its back are looked at.</summary>
    private const int LastWithoutContents = 2;

    /// <summary>The contents page is looked for up to this page.</summary>
    private const int LastContentsPage = 14;

    /// <summary>Shorter documents begin their text on the first page, whatever it looks like.</summary>
    private const int FewestPages = 6;

    /// <summary>Marks the display lines of pages without running text before the contents page.</summary>
    public static IReadOnlyList<Piece> Mark(IReadOnlyList<Piece> pieces, int pageCount)
    {
        if (pageCount < FewestPages)
        {
            return pieces;
        }

        var contents = pieces.FirstOrDefault(piece => piece.Kind == BlockKind.Heading && piece.Page <= LastContentsPage && ContentsPages.IsContentsHeading(piece.Text));
        var last = contents is null ? LastWithoutContents : contents.Page - 1;
        var covers = pieces.Where(piece => piece.Page <= last).GroupBy(piece => piece.Page).Where(page => !page.Any(IsText)).Select(page => page.Key).ToHashSet();
        return covers.Count == 0 ? pieces : pieces.Select(piece => covers.Contains(piece.Page) && IsDisplay(piece) ? piece with { Kind = BlockKind.Boilerplate, Marker = null } : piece).ToList();
    }

    private static bool IsText(Piece piece) =>
        piece.Kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Quote && piece.WordCount >= 12;

    private static bool IsDisplay(Piece piece) => piece.Kind == BlockKind.Heading || (piece.Kind == BlockKind.Paragraph && !piece.Last.EndsSentence);
}
