using System.Text.RegularExpressions;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>The lines that divide laws and statutes: chapters and titles, set in the middle of the column in the text's own type, and articles.</summary>
internal static partial class Divisions
{
    private const int MostWords = 16;

    /// <summary>True when the words open a chapter, a title or an article: no sentence of the page before goes on with them.</summary>
    public static bool Opens(string text) => Division().IsMatch(text) || Article().IsMatch(text);

    /// <summary>True for a lone line that names a chapter.</summary>
    public static bool IsLine(Piece piece) =>
        piece.Lines.Count <= 2 && piece.WordCount <= MostWords && !piece.Last.EndsSentence && Division().IsMatch(piece.Text);

    /// <summary>True for such a line that stands in the middle of its column, well in from both edges.</summary>
    public static bool IsCentred(Piece piece)
    {
        var (box, region) = (piece.Box, piece.Region);
        double before = box.Left - region.Left, after = region.Right - box.Right;
        return IsLine(piece) && before > 3 * piece.Size && Math.Abs(before - after) < 0.08 * (region.Right - region.Left);
    }

    [GeneratedRegex(@"^(?:CAP[ÍI]TULO|T[ÍI]TULO|SECCI[ÓO]N|LIBRO|CHAPTER|CHAPITRE|TITRE|PARTE?|SECTION)\s+(?:\d{1,3}|[IVXL]{1,6}|[ÚU]NICO|PRELIMINAR|PRIMER[AO]?|SEGUND[AO]|TERCER[AO]?|CUART[AO]|QUINT[AO]|SEXT[AO]|ONE|TWO|THREE|FOUR|FIVE|PREMIER|DEUXI[ÈE]ME|TROISI[ÈE]ME)(?=[\s.,:–—-]|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Division();

    [GeneratedRegex(@"^ART(?:[ÍI]CULO|ICLE)\s+(?:\d{1,4}|[IVXL]{1,6}|PREMIER)\s?[º°o]?\s?(?:bis)?\s?[.:–—-]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Article();
}
