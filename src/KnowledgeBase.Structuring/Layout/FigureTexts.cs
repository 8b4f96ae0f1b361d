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

    private static bool IsForeign(Piece piece, Piece caption, Typography type)
    {
        var below = piece.Box.Top >= caption.Box.Top - (40 * type.BodySize) && piece.WordCount <= 30;
        var white = piece.Color is "#ffffff" or "#fefefe" or "#fdfdfd";
        return below && (white || (piece.Color != type.BodyColor && piece.WordCount <= 4 && !piece.Region.Lines.Any(line => line.Text.Length > 60)));
    }

    [GeneratedRegex(@"^(?:Figure|Fig\.|Chart|Graph|Graphic|Map|Diagram|Illustration|Infographic|Figura|Gr[áa]fico|Graphique|Carte|Mapa)\b", RegexOptions.CultureInvariant)]
    private static partial Regex FigureCaption();
}
