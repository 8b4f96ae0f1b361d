using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>Joins a heading whose name and title are set in two types: "Case study 1:" over "Cash transfers".</summary>
internal static partial class HeadingParts
{
    /// <summary>Joins such headings.</summary>
    public static IReadOnlyList<Piece> Join(IReadOnlyList<Piece> pieces)
    {
        var result = new List<Piece>(pieces.Count);
        foreach (var piece in pieces)
        {
            if (result.Count > 0 && Belongs(result[^1], piece))
            {
                // The level goes by the title's type.
                result[^1] = piece.WithLines(result[^1].Lines.Concat(piece.Lines).ToList()) with { RegionIndex = result[^1].RegionIndex };
            }
            else
            {
                result.Add(piece);
            }
        }

        return result;
    }

    private static bool Belongs(Piece name, Piece title) =>
        title.Kind == BlockKind.Heading && name.Page == title.Page && (name.Kind == BlockKind.Heading || IsSmallName(name, title))
        && NameOnly().IsMatch(name.Text) && !NameOnly().IsMatch(title.Text)
        && title.Box.Top - name.Box.Bottom < 1.6 * Math.Max(name.Size, title.Size) && title.Box.Top > name.Box.Top - 2;

    /// <summary>
    /// A name in smaller type than text has ("CASE STUDY 1:" on a coloured bar) looks like the words of a picture; that it stands close over the
    /// title, from the same edge and in its colour, tells that it is not.
    /// </summary>
    private static bool IsSmallName(Piece name, Piece title) =>
        name.Kind is BlockKind.Table or BlockKind.Paragraph && name.Lines.Count == 1 && name.Bold == title.Bold && name.Color == title.Color
        && Math.Abs(name.Box.Left - title.Box.Left) < name.Size && title.Box.Top - name.Box.Bottom < 0.6 * title.Size;

    [GeneratedRegex(@"^\p{L}[\p{L} ]{2,20}\s(?:\d{1,2}|[IVX]{1,5}|[A-Z])\s*[:.–—-]?$|^(?:\d{1,2}|[IVX]{1,5})\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex NameOnly();
}
