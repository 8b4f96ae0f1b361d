using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Extraction.Pdf;

/// <summary>Reads weight and slant from font names, where the file's flags are silent.</summary>
internal static partial class FontNames
{
    /// <summary>A font of the records from its full name and what flags say of it.</summary>
    public static Font Read(string fullName, double sizePoints, bool bold, bool italic, string? color)
    {
        var name = SubsetPrefix().Replace(fullName, "");
        return new(name, sizePoints, bold || Heavy().IsMatch(name), italic || Slanted().IsMatch(name), color);
    }

    /// <summary>A font's name without the words for its weight or slant.</summary>
    public static string Without(string fullName, bool weight, bool slant)
    {
        var name = weight ? Heavy().Replace(fullName, "") : fullName;
        return (slant ? Slanted().Replace(name, "") : name).TrimEnd('-', ',', '_', ' ');
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
