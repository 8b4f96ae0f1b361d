using System.Globalization;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>How a list marker counts.</summary>
internal enum MarkerStyle
{
    /// <summary>•, –, and other signs.</summary>
    Bullet,

    /// <summary>1. 2. 3.</summary>
    Number,

    /// <summary>(a) (b) (c) or a. b. c.</summary>
    Letter,

    /// <summary>(i) (ii) (iii).</summary>
    Roman,
}

/// <summary>A marker that opens a list item or a numbered paragraph.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Style">How it counts.</param>
/// <param name="Value">Its value from 1; 0 for bullets.</param>
/// <param name="Length">Characters of the line up to the item's text.</param>
internal sealed partial record ListMarker(string Text, MarkerStyle Style, int Value, int Length)
{
    /// <summary>Reads the marker at the start of a line, or null.</summary>
    public static ListMarker? Read(string line)
    {
        var bullet = Bullet().Match(line);
        if (bullet.Success)
        {
            return new(bullet.Groups[1].Value, MarkerStyle.Bullet, 0, bullet.Length);
        }

        var match = Enumerated().Match(line);
        if (!match.Success)
        {
            return null;
        }

        var core = match.Groups[2].Value;
        var printed = match.Groups[1].Value;
        if (core.Contains('.', StringComparison.Ordinal))
        {
            return new(printed.TrimEnd(), MarkerStyle.Number, int.Parse(core[(core.IndexOf('.', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture), match.Length);
        }

        if (char.IsDigit(core[0]))
        {
            return new(printed, MarkerStyle.Number, int.Parse(core, CultureInfo.InvariantCulture), match.Length);
        }

        if (core.Length > 1 || core is "i" or "v" or "x")
        {
            return RomanValue(core) is { } roman ? new(printed, MarkerStyle.Roman, roman, match.Length) : null;
        }

        // Single capitals with a dot open names ("J. Smith") as often as items; only brackets or a wide gap make them markers.
        return char.IsUpper(core[0]) && printed.EndsWith('.') && !printed.StartsWith('(')
            ? null
            : new(printed, MarkerStyle.Letter, char.ToLowerInvariant(core[0]) - 'a' + 1, match.Length);
    }

    /// <summary>The value of a roman number up to 39, or null.</summary>
    public static int? RomanValue(string roman)
    {
        var lower = roman.ToLowerInvariant();
        if (!Roman().IsMatch(lower))
        {
            return null;
        }

        var value = 0;
        for (var i = 0; i < lower.Length; i++)
        {
            var digit = Digit(lower[i]);
            value += i + 1 < lower.Length && Digit(lower[i + 1]) > digit ? -digit : digit;
        }

        return value;

        static int Digit(char c) => c switch { 'i' => 1, 'v' => 5, 'x' => 10, 'l' => 50, _ => 100 };
    }

    [GeneratedRegex(@"^([•●○◦▪■□►➢➤❖✓✔‣⁃∙◆◼▶·\*]|[–—\-o§](?=\s))\s*(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^((?:\(?(\d{1,3}|\d{2,3}\.\d{1,3}(?=\.\s)|[a-zA-Z]|[ivxIVX]{2,6})[.)])|(?<2>\d{3}\.\d{1,3})(?=\s+\p{Lu}\p{Ll}))(?:\s+|(?<=\))(?=\p{L})|(?<=\d\.)(?=\p{Lu}\p{Ll}))(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Enumerated();

    [GeneratedRegex("^x{0,3}(?:ix|iv|v?i{0,3})$", RegexOptions.CultureInvariant)]
    private static partial Regex Roman();
}
