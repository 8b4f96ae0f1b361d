using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>What stands between the name of a table and the line that gives its source is the table, also where its cells hold sentences.</summary>
internal static partial class TableSpans
{
    /// <summary>Longer stretches are text with a stray source line.</summary>
    private const int MostPieces = 40;

    /// <summary>A numbered paragraph of this many words is text.</summary>
    private const int FewestWordsOfText = 15;

    /// <summary>Marks such texts as tables.</summary>
    public static List<Piece> Mark(List<Piece> pieces)
    {
        var result = pieces.ToList();
        for (var i = 0; i < result.Count; i++)
        {
            if (result[i].Kind == BlockKind.Caption && Name().IsMatch(result[i].Text) && End(result, i) is { } end)
            {
                // Where the columns of the table were read one by one, its source stands under the first.
                var last = end;
                while (last + 1 < result.Count && result[last + 1].Page == result[end].Page && result[last + 1].Box.Bottom < result[end].Box.Top + 2
                    && (result[i].Page < result[end].Page || result[last + 1].Box.Top > result[i].Box.Top))
                {
                    last++;
                }

                var source = result[end];
                result.RemoveAt(end);
                result.Insert(last, source);
                for (var j = i + 1; j < last; j++)
                {
                    if (result[j].Kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Heading)
                    {
                        result[j] = result[j] with { Kind = BlockKind.Table, Marker = null };
                    }
                }
            }
        }

        return result;
    }

    private static int? End(List<Piece> pieces, int start)
    {
        for (var j = start + 1; j < pieces.Count && j <= start + MostPieces && pieces[j].Page <= pieces[start].Page + 1; j++)
        {
            var piece = pieces[j];
            if (piece.Kind == BlockKind.Caption && Source().IsMatch(piece.Text))
            {
                return j;
            }

            var isText = piece.First.Marker is { Style: MarkerStyle.Number } && piece.WordCount >= FewestWordsOfText;
            if (isText || (piece.Kind == BlockKind.Caption && OtherName().IsMatch(piece.Text)))
            {
                return null;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^(?:Table|Tableau|Tabla|Cuadro)\s+(?:\d|[IVX]|[A-Z]\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"^(?:Source|Sources|Fuente|Fuentes)\s*:", RegexOptions.CultureInvariant)]
    private static partial Regex Source();

    [GeneratedRegex(@"^(?:Table|Tableau|Tabla|Cuadro|Figure|Figura|Chart|Map|Box)\s+(?:\d|[IVX]|[A-Z]\b)", RegexOptions.CultureInvariant)]
    private static partial Regex OtherName();
}
