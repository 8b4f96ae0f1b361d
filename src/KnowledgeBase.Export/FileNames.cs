using System.Globalization;
using System.Text;

namespace KnowledgeBase.Export;

/// <summary>Names for exported files.</summary>
public static class FileNames
{
    private const int Longest = 60;

    /// <summary>A name made of a title: ASCII letters and digits joined by hyphens, 60 characters at most, safe on every system.</summary>
    /// <param name="title">Any text.</param>
    /// <param name="ending">With its dot.</param>
    public static string For(string title, string ending)
    {
        ArgumentNullException.ThrowIfNull(title);
        var name = new StringBuilder();
        foreach (var letter in XmlText.Clean(title).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                name.Append(char.ToLowerInvariant(letter));
            }
            else if (name is { Length: > 0 } && name[^1] != '-' && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                name.Append('-');
            }
        }

        var cut = name.ToString(0, Math.Min(name.Length, Longest)).Trim('-');
        return (cut.Length > 0 ? cut : "passages") + ending;
    }
}
