using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Extraction.Pdf;

/// <summary>Reads weight and slant from font names, where the file's flags are silent.</summary>
internal static partial class FontNames
{
    /// <summary>A font of the records from pdftohtml's.</summary>
    public static Font Read(RawFont raw, bool bold, bool italic, double sizePoints)
    {
        var name = SubsetPrefix().Replace(raw.Family, "");
        return new(name, sizePoints, bold || Heavy().IsMatch(name), italic || Slanted().IsMatch(name), raw.Color);
    }

    /// <summary>True for fonts of signs, whose letters are bullets and arrows.</summary>
    public static bool IsPictorial(string family) => Pictorial().IsMatch(family);

    [GeneratedRegex("Wingdings|Webdings|Dingbat|FontAwesome|IcoMoon|Glyphicons", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Pictorial();

    [GeneratedRegex("^[A-Z]{6}\\+", RegexOptions.CultureInvariant)]
    private static partial Regex SubsetPrefix();

    [GeneratedRegex("(?:Bold|Black|Heavy|Semibold|Demi|SemiBold|[-_ ,](?:Bd|Sb|Blk)\\b|CMBX|SFBX|[-_]B\\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Heavy();

    [GeneratedRegex("(?:Italic|Oblique|Slanted|Kursiv|[-_ ,]It\\b|CMTI|SFTI|[-_]I\\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Slanted();
}
