using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>Says what each block of the reading order is, from its type, shape, words and neighbours.</summary>
internal sealed partial class PieceClassifier(Typography type)
{
    private const int LongestHeadingWords = 32;

    /// <summary>Titles of letters and annexes, in larger type, run to whole sentences.</summary>
    private const int LongestLargeHeadingWords = 48;

    /// <summary>Less is a cell or a label.</summary>
    private const int FewestWordsOfText = 12;

    /// <summary>Share of the text's width that other text has at least.</summary>
    private const double WidthOfText = 0.8;

    private Dictionary<TypeStyle, int> pagesOfStyle = [];
    private int charactersOfType = 1;
    private double textWidth;

    /// <summary>Classifies blocks; the order stays.</summary>
    public IReadOnlyList<Piece> Classify(IReadOnlyList<Piece> pieces)
    {
        pagesOfStyle = pieces.Where(piece => piece.WordCount <= 12).GroupBy(piece => piece.Style)
            .ToDictionary(group => group.Key, group => group.Select(piece => piece.Page).Distinct().Count());
        charactersOfType = Math.Max(1, type.StyleCharacters.Values.Sum());
        var widths = pieces.Where(piece => piece.Lines.Count >= 3 && type.IsBodySize(piece.Size)).Select(piece => piece.Region.Right - piece.Region.Left).Order().ToList();
        textWidth = widths.Count > 0 ? widths[widths.Count / 2] : 0;
        var result = new List<Piece>(pieces.Count);
        for (var i = 0; i < pieces.Count; i++)
        {
            result.Add(pieces[i].Kind == BlockKind.Footnote ? pieces[i] : Classify(pieces, i));
        }

        result = TableTitles.Mark(TableSpans.Mark(FigureTexts.Mark(result, type)));
        result = ListedTitles.Demote(result);
        return HeadingParts.Join(new QuoteFinder(type).Find(result));
    }

    private Piece Classify(IReadOnlyList<Piece> pieces, int index)
    {
        var piece = pieces[index];
        if (IsContentsEntry(piece))
        {
            return piece with { Kind = BlockKind.Boilerplate };
        }

        if (piece.Region.IsTable && !IsBesideLogo(piece))
        {
            return piece with { Kind = BlockKind.Table };
        }

        if ((Caption().IsMatch(piece.Text) || Caption().IsMatch(piece.First.Unmarked)) && piece.WordCount < 80)
        {
            return piece with { Kind = BlockKind.Caption };
        }

        if (IsHeading(pieces, index))
        {
            return IsFigureLabel(pieces, index) && !IsUsedAcrossPages(piece) && !IsBesideLogo(piece) ? piece with { Kind = BlockKind.Table } : piece with { Kind = BlockKind.Heading };
        }

        if (piece.First.Marker is { } marker)
        {
            return piece with { Kind = BlockKind.ListItem, Marker = marker.Text };
        }

        return IsFigureText(pieces, index) ? piece with { Kind = BlockKind.Table } : piece;
    }

    /// <summary>The first page's lines in display type, set beside a logo or a date, stand in columns like cells; cells are not set so large.</summary>
    private bool IsBesideLogo(Piece piece) => piece.Page == 1 && piece.Bold && piece.Size >= 1.2 * type.BodySize && piece.WordCount >= 3;

    private static bool IsContentsEntry(Piece piece) =>
        piece.Lines.Count(line => Leader().IsMatch(line.Text)) >= Math.Max(1, piece.Lines.Count / 3);

    private bool IsHeading(IReadOnlyList<Piece> pieces, int index)
    {
        var piece = pieces[index];
        var text = piece.Text;
        var longest = piece.Size >= 1.07 * type.BodySize && piece.Bold ? LongestLargeHeadingWords : LongestHeadingWords;
        if (piece.WordCount > longest || piece.Lines.Count > 6 || text.Count(char.IsLetter) < 3 || HeadingWords.HeadNothing(text))
        {
            return false;
        }

        var larger = piece.Size >= 1.07 * type.BodySize && !type.IsRunning(piece.First.Style);
        var smaller = piece.Size < 0.93 * type.BodySize;
        var bold = piece.Bold && !type.BodyIsBold;
        var coloured = piece.Color != type.BodyColor && IsStrongColour(piece.Color);
        if (piece.First.Marker is { Style: MarkerStyle.Bullet } && !larger)
        {
            return false;
        }

        var end = piece.Last.Unmarked.Length > 0 ? piece.Last.Unmarked[^1] : text[^1];
        var start = text[(piece.First.Marker?.Length ?? 0)..].TrimStart();
        if (start.Length == 0 || (char.IsLower(start[0]) && !larger) || end is ',' or ';' || HeadingWords.BreakOff(text))
        {
            return false;
        }

        // Bold text that fills its last line at the foot of a page goes on overleaf.
        if (!larger && piece.WordCount >= 8 && !piece.Last.EndsSentence && piece.Last.Box.Right >= piece.Region.Right - (2 * type.BodySize)
            && !pieces.Skip(index + 1).TakeWhile(other => other.Page == piece.Page).Any(other => other.Kind != BlockKind.Footnote)
            && index + 1 < pieces.Count)
        {
            return false;
        }

        if (GoesOnBelow(pieces, index))
        {
            return false;
        }

        // Bold words that lead into a list are its first sentence.
        if (text[^1] == ':' && !larger && index + 1 < pieces.Count && pieces[index + 1].First.Marker is not null && !NamedHeading().IsMatch(text))
        {
            return false;
        }

        // A sentence is no heading, unless it is a short numbered title or set much larger.
        if (end == '.' && !(piece.Size >= 1.25 * type.BodySize && piece.WordCount < 16) && !(NumberedTitle().IsMatch(text) && piece.WordCount <= 10))
        {
            return false;
        }

        if (smaller)
        {
            // Bold sans-serif headings are often set a little smaller than the text they stand over.
            return bold && piece.WordCount <= 16 && piece.Size >= 0.78 * type.BodySize
                && (HasTextBelow(pieces, index) || HeadsSmallText(pieces, index));
        }

        var shown = larger || bold || (piece.Caps && piece.WordCount <= 20 && text.Length > 4) || coloured;
        if (!shown)
        {
            return (Divisions.IsCentred(piece) && StandsFree(pieces, index)) || (piece.Italic && !type.BodyIsItalic && piece.WordCount <= 14 && piece.Lines.Count <= 2 && text[^1] is not ('”' or '"' or '’')
                && text[0] is not ('“' or '"' or '(' or '‘') && StandsFree(pieces, index) && HasBodyBelow(pieces, index));
        }

        return larger || StandsFree(pieces, index) || HasBodyBelow(pieces, index);
    }

    /// <summary>The next line of the column, in the same size and close below, goes on in lower case: words in bold that open a paragraph.</summary>
    private bool GoesOnBelow(IReadOnlyList<Piece> pieces, int index)
    {
        var piece = pieces[index];
        return index + 1 < pieces.Count && pieces[index + 1] is var next && next.RegionIndex == piece.RegionIndex && char.IsLower(next.First.Text[0])
            && Math.Abs(next.First.Size - piece.Size) < 0.3 && next.First.Baseline - piece.Last.Baseline is var distance && distance > 0 && distance < 1.25 * type.LeadingFor(piece.Size);
    }

    /// <summary>Dark colours other than black set a heading apart; light greys and whites are found in pictures too.</summary>
    private static bool IsStrongColour(string colour) => colour.Length == 7 && colour != "#000000" && colour != "#231f20" && colour != "#ffffff";

    /// <summary>More space above than between lines, or the column's first block.</summary>
    private bool StandsFree(IReadOnlyList<Piece> pieces, int index)
    {
        var piece = pieces[index];
        if (index == 0 || pieces[index - 1].RegionIndex != piece.RegionIndex)
        {
            return true;
        }

        return piece.First.Baseline - pieces[index - 1].Last.Baseline > 1.15 * type.LeadingFor(piece.Size);
    }

    private bool HasBodyBelow(IReadOnlyList<Piece> pieces, int index)
    {
        var next = pieces.Skip(index + 1).FirstOrDefault(other => other.Kind != BlockKind.Footnote);
        return next is not null && (!next.Style.Equals(pieces[index].Style) || next.WordCount > LongestHeadingWords);
    }

    /// <summary>Running text follows in the same column, or the heading is the column's last block.</summary>
    private bool HasTextBelow(IReadOnlyList<Piece> pieces, int index)
    {
        var next = pieces.Skip(index + 1).FirstOrDefault(other => other.Kind != BlockKind.Footnote);
        return next is not null && next.Page == pieces[index].Page && type.IsBodySize(next.Size) && next.WordCount > 8
            && (next.RegionIndex != pieces[index].RegionIndex || Math.Abs(next.Lines.Min(line => line.Box.Left) - pieces[index].Box.Left) < 3 * type.BodySize);
    }

    /// <summary>
    /// Text of its own size, not bold, stands right under it in a column as wide as the text's: a heading of what is set small as a whole, such as an
    /// imprint. Columns of tables are narrower, and a line that reaches their edge goes on below.
    /// </summary>
    private bool HeadsSmallText(IReadOnlyList<Piece> pieces, int index)
    {
        var piece = pieces[index];
        return index + 1 < pieces.Count && pieces[index + 1] is var next && next.RegionIndex == piece.RegionIndex && next.Kind != BlockKind.Footnote
            && !piece.Text.EndsWith(':') && !next.Bold && Math.Abs(next.Size - piece.Size) < 0.6 && next.WordCount > FewestWordsOfText && StandsFree(pieces, index)
            && piece.Region.Right - piece.Region.Left > WidthOfText * textWidth && piece.Last.Box.Right < piece.Region.Right - (4 * piece.Size);
    }

    /// <summary>Type that heads text on several pages is no picture's own.</summary>
    private bool IsUsedAcrossPages(Piece piece) => pagesOfStyle.GetValueOrDefault(piece.Style) >= 3;

    /// <summary>Words within a picture: display type alone in its column, with no text under it.</summary>
    private bool IsFigureLabel(IReadOnlyList<Piece> pieces, int index)
    {
        var piece = pieces[index];
        var column = ColumnOf(pieces, index);
        if (column.Exists(other => other.WordCount > 14 && type.IsBodySize(other.Size)) || piece.WordCount > 8)
        {
            return false;
        }

        var box = piece.Box;
        var below = pieces.Skip(index + 1).TakeWhile(other => other.Page <= piece.Page + 1)
            .FirstOrDefault(other => other.Kind != BlockKind.Footnote && other.WordCount > 10 && type.IsBodySize(other.Size));
        if (below is null)
        {
            return false;
        }

        if (below.Page != piece.Page)
        {
            return piece.Size <= 1.3 * type.BodySize && column.Count > 1 && column.TrueForAll(other => other.WordCount <= 4);
        }

        var other = below.Region;
        var overlap = Math.Min(box.Right, other.Right) - Math.Max(box.Left, other.Left);
        var apart = below.Box.Top - box.Bottom;
        return overlap < 0.5 * box.Width || apart < -2 * type.BodySize || (apart > 14 * type.BodySize && piece.Size <= 1.4 * type.BodySize);
    }

    /// <summary>The pieces of the same column; they stand together in reading order.</summary>
    private static List<Piece> ColumnOf(IReadOnlyList<Piece> pieces, int index)
    {
        int first = index, last = index, region = pieces[index].RegionIndex;
        while (first > 0 && pieces[first - 1].RegionIndex == region)
        {
            first--;
        }

        while (last + 1 < pieces.Count && pieces[last + 1].RegionIndex == region)
        {
            last++;
        }

        return pieces.Skip(first).Take(last - first + 1).ToList();
    }

    /// <summary>Short scraps in type that the running text does not use.</summary>
    private bool IsFigureText(IReadOnlyList<Piece> pieces, int index)
    {
        var piece = pieces[index];
        if (type.IsBodySize(piece.Size) || piece.Lines.Any(line => line.EndsSentence && line.Text.Length > 25))
        {
            return false;
        }

        var share = type.StyleCharacters.GetValueOrDefault(piece.First.Style) / (double)charactersOfType;
        var words = piece.WordCount / (double)piece.Lines.Count;
        return share < 0.08 && words <= 4.5 && piece.WordCount <= 25 && piece.Size < 1.07 * type.BodySize;
    }

    [GeneratedRegex(@"(?:\.\s?){4,}\s*[\divxlc]*\s*$|…{2,}\s*[\divxlc]*\s*$|_{5,}", RegexOptions.CultureInvariant)]
    private static partial Regex Leader();

    [GeneratedRegex(@"^(?:Figure|Fig\.|Table|Chart|Map|Graph|Graphic|Photo|Image|Illustration|Diagram|Exhibit|Infographic|Figura|Gráfico|Mapa|Tabla|Cuadro|Tableau|Graphique|Carte|Foto)\s*(?:\d+|[IVX]+|[A-Z])?(?:[-.]\d+)?\s*[.:–—|]|^(?:Figure|Table|Figura|Tabla|Tableau|Cuadro|Chart|Map)\s+(?:\d+|[IVX]+)\b|^(?:Source|Sources|Fuente|Fuentes|Photo credit|Photo|Note)s?\s*:", RegexOptions.CultureInvariant)]
    private static partial Regex Caption();

    [GeneratedRegex(@"^\p{L}[\p{L} ]{2,24}\s(?:\d{1,2}|[IVX]{1,4})\b", RegexOptions.CultureInvariant)]
    private static partial Regex NamedHeading();

    [GeneratedRegex(@"^(?:\d+(?:\.\d+)*\.?|[IVX]+\.|[A-Z]\.)\s+\S", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedTitle();
}
