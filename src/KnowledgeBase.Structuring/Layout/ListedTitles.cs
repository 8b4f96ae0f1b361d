using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>
/// Numbered items set in bold are no headings: where most blocks of one size, weight and numbering are sentences, the few without a full
/// stop are items too.
/// </summary>
internal static class ListedTitles
{
    /// <summary>Turns such headings into items.</summary>
    public static List<Piece> Demote(List<Piece> pieces)
    {
        var numbered = pieces.Where(piece => piece.Kind is BlockKind.Heading or BlockKind.ListItem or BlockKind.Paragraph)
            .Select(piece => (Piece: piece, Style: HeadingStyle.Of(piece)))
            .Where(item => item.Style.Numbering is not (HeadingNumbering.None or HeadingNumbering.Named) && !Divisions.Divide(item.Style.Numbering))
            .GroupBy(item => (item.Style.Size, item.Style.Numbering, item.Style.Bold))
            .Where(group => group.Count(item => item.Piece.Kind == BlockKind.Heading) * 2 < group.Count(item => item.Piece.Kind != BlockKind.Heading && item.Piece.WordCount >= 5))
            .SelectMany(group => group.Where(item => item.Piece.Kind == BlockKind.Heading && item.Piece.WordCount > 4 && item.Piece.Last.EndsSentence == false))
            .Where(item => item.Style.Numbering is HeadingNumbering.Number or HeadingNumbering.Decimal2 or HeadingNumbering.LowerLetter)
            .Select(item => item.Piece).ToHashSet(ReferenceEqualityComparer.Instance);
        return numbered.Count == 0
            ? pieces
            : pieces.Select(piece => numbered.Contains(piece) && piece.First.Marker is not null && piece.WordCount > 9
                ? piece with { Kind = BlockKind.ListItem, Marker = piece.First.Marker.Text }
                : piece).ToList();
    }
}
