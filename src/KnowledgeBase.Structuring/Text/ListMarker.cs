using System.Text.RegularExpressions;

namespace KnowledgeBase.Structuring.Text;

/// <summary>Takes a typed list marker off a text: bullets, "1.", "2)", "(a)", "iv.".</summary>
public static partial class ListMarker
{
    /// <summary>Splits a text.</summary>
    /// <returns>The marker as printed, or null; and the rest.</returns>
    public static (string? Marker, string Text) Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var match = Marked().Match(text);
        return match.Success && match.Length < text.Length ? (match.Groups["m"].Value, text[match.Length..]) : (null, text);
    }

    /// <summary>True for a bullet rather than a number or letter.</summary>
    public static bool IsBullet(string marker) => marker.Length == 1 && !char.IsLetterOrDigit(marker[0]);

    // A dash or asterisk needs a blank after it; so does "o", which stands for a hollow bullet in dumps.
    [GeneratedRegex(
        @"^\s*(?:(?<m>[•●▪■◦○‣⁃∙·➢►▶✓✔\uF0B7\uF0A7\uF0D8])\s*|(?<m>[-–—*o])\s+(?=\p{L}|\p{Ps}|[""“‘«¿¡\d])|(?<m>\((?:\d{1,3}|[a-z]|[ivx]{1,5})\))\s+|(?<m>\d{1,3}[.)])\s+(?=[\p{L}\p{Ps}""“‘«¿¡])|(?<m>[a-z][.)])\s+(?=[\p{L}\p{Ps}""“‘«¿¡])|(?<m>[ivx]{1,5}[.)])\s+(?=[\p{L}\p{Ps}""“‘«¿¡]))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Marked();
}
