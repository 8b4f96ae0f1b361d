using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>Keeps the words of a figure out of the text: what follows a figure's caption in other type than the running text.</summary>
internal static partial class FigureTexts
{
    /// <summary>Marks figure texts as tables and small print under them as captions.</summary>
    public static List<Piece> Mark(List<Piece> pieces, Typography type)
    {
        var result = pieces.ToList();
        for (var i = 0; i < result.Count; i++)
        {
            if (result[i].Kind != BlockKind.Caption)
            {
                continue;
            }

            var figure = FigureCaption().IsMatch(result[i].Text);
            if (NameOnly().IsMatch(result[i].Text) && i + 1 < result.Count && IsTitleOf(result[i + 1], result[i]))
            {
                result[i + 1] = result[i + 1] with { Kind = BlockKind.Caption };
                continue;
            }

            for (var j = i + 1; j < result.Count && result[j].Page == result[i].Page; j++)
            {
                var piece = result[j];
                if (piece.Kind == BlockKind.Footnote)
                {
                    continue;
                }

                if (piece.Kind == BlockKind.Paragraph && piece.Size < 0.93 * type.BodySize && piece.WordCount <= 60 && j > i + 1)
                {
                    result[j] = piece with { Kind = BlockKind.Caption };
                }
                else if (!figure && piece.Kind == BlockKind.Heading && IsWhite(piece))
                {
                    // White on a coloured bar: the head of a table.
                    result[j] = piece with { Kind = BlockKind.Table };
                }
                else if (figure && piece.Kind is not (BlockKind.Caption or BlockKind.Table or BlockKind.Boilerplate) && IsForeign(piece, result[i], type))
                {
                    result[j] = piece with { Kind = BlockKind.Table, Marker = null };
                }
                else if (piece.Kind != BlockKind.Table)
                {
                    break;
                }
            }
        }

        return result;
    }

    /// <summary>The title of a table or figure stands close under its name.</summary>
    private static bool IsTitleOf(Piece title, Piece name) =>
        title.Kind is BlockKind.Heading or BlockKind.Paragraph && title.Page == name.Page && !title.Last.EndsSentence && title.WordCount <= 50
        && title.Box.Top - name.Box.Bottom < 1.5 * name.Size && title.Box.Top > name.Box.Top;

    private static bool IsForeign(Piece piece, Piece caption, Typography type)
    {
        var below = piece.Box.Top >= caption.Box.Top - (40 * type.BodySize) && piece.WordCount <= 30;
        return below && (IsWhite(piece) || (piece.Color != type.BodyColor && piece.WordCount <= 4 && !piece.Region.Lines.Any(line => line.Text.Length > 60)));
    }

    private static bool IsWhite(Piece piece) => piece.Color is "#ffffff" or "#fefefe" or "#fdfdfd";

    [GeneratedRegex(@"^\p{Lu}\p{L}+\s+(?:\d+|[IVX]+|[A-Z])(?:[-.]\d+)?[.:]?$", RegexOptions.CultureInvariant)]
    private static partial Regex NameOnly();

    [GeneratedRegex(@"^(?:Figure|Fig\.|Chart|Graph|Graphic|Map|Diagram|Illustration|Infographic|Figura|Gr[áa]fico|Graphique|Carte|Mapa)\b", RegexOptions.CultureInvariant)]
    private static partial Regex FigureCaption();
}
