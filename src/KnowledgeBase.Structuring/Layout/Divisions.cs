using System.Globalization;
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

    /// <summary>How a heading that names its place is numbered ("Part One", "Chapter III: Findings"), or null.</summary>
    public static HeadingNumbering? NumberingOf(string text) =>
        Numbered().Match(text) is not { Success: true } match ? null
        : match.Groups["part"].Success ? HeadingNumbering.Part
        : match.Groups["title"].Success ? HeadingNumbering.Title
        : match.Groups["chapter"].Success ? HeadingNumbering.Chapter
        : HeadingNumbering.Section;

    /// <summary>True for the numberings of <see cref="NumberingOf"/>.</summary>
    public static bool Divide(HeadingNumbering numbering) =>
        numbering is HeadingNumbering.Part or HeadingNumbering.Title or HeadingNumbering.Chapter or HeadingNumbering.Section;

    /// <summary>The number of such a heading ("III", "3", "C"), or null where it is a word.</summary>
    public static int? ValueOf(string text)
    {
        var number = Numbered().Match(text).Groups["n"].Value;
        return number.Length == 0 ? null
            : int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value
            : ListMarker.RomanValue(number) ?? (number.Length == 1 ? char.ToUpperInvariant(number[0]) - 'A' + 1 : null);
    }

    [GeneratedRegex(
        @"^(?:(?<part>PARTE?|LIBRO|LIVRE|TEIL)|(?<title>T[ÍI]TULO|TITRE)|(?<chapter>CHAPTER|CHAPITRE|CAP[ÍI]TULO|KAPITEL)|SECTION|SECCI[ÓO]N|SE[ÇC][ÃA]O|ABSCHNITT)\s+"
        + @"(?:(?<n>\d{1,2}|[IVXL]{1,6}|(?-i:[A-Z]))|[ÚU]NIC[AO]|PRELIMINAR|PRIMER[AO]?|SEGUND[AO]|TERCER[AO]?|CUART[AO]|QUINT[AO]|SEXT[AO]"
        + @"|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|PREMI[ÈE]RE?|DEUXI[ÈE]ME|TROISI[ÈE]ME)(?=[\s.,:–—-]|$)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(?:CAP[ÍI]TULO|T[ÍI]TULO|SECCI[ÓO]N|LIBRO|CHAPTER|CHAPITRE|TITRE|PARTE?|SECTION)\s+(?:\d{1,3}|[IVXL]{1,6}|[ÚU]NICO|PRELIMINAR|PRIMER[AO]?|SEGUND[AO]|TERCER[AO]?|CUART[AO]|QUINT[AO]|SEXT[AO]|ONE|TWO|THREE|FOUR|FIVE|PREMIER|DEUXI[ÈE]ME|TROISI[ÈE]ME)(?=[\s.,:–—-]|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Division();

    [GeneratedRegex(@"^ART(?:[ÍI]CULO|ICLE)\s+(?:\d{1,4}|[IVXL]{1,6}|PREMIER)\s?[º°o]?\s?(?:bis)?\s?[.:–—-]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Article();
}
