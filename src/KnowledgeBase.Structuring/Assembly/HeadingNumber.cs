using System.Globalization;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Structuring.Assembly;

/// <summary>Takes the printed number off a heading: "3.1 Trust", "IV. Findings", "B) Context", "(a) Scope".</summary>
public static partial class HeadingNumber
{
    /// <summary>Splits a heading.</summary>
    /// <param name="heading">As printed.</param>
    /// <returns>The number without final dot or bracket, or null; and the rest.</returns>
    /// <remarks>A bare integer ("2 Findings") is not taken for a number here, since "5 lessons" looks the same; see <see cref="BareIntegers"/>.</remarks>
    public static (string? Number, string Title) Split(string heading)
    {
        ArgumentNullException.ThrowIfNull(heading);
        var match = Numbered().Match(heading);
        return match.Success && match.Length < heading.Length
            ? (match.Groups["n"].Value.TrimEnd('.'), heading[match.Length..].TrimStart())
            : (null, heading);
    }

    /// <summary>
    /// Which headings open with a bare integer that is a number: those that count up from 1 through the document, at least two of them.
    /// </summary>
    /// <param name="headings">All headings in reading order.</param>
    /// <returns>Index of the heading to its number.</returns>
    public static IReadOnlyDictionary<int, string> BareIntegers(IReadOnlyList<string> headings)
    {
        ArgumentNullException.ThrowIfNull(headings);
        var found = new Dictionary<int, string>();
        var next = 1;
        for (var i = 0; i < headings.Count; i++)
        {
            var match = BareInteger().Match(headings[i]);
            if (match.Success && int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture) == next)
            {
                found[i] = match.Groups["n"].Value;
                next++;
            }
        }

        return found.Count >= 2 ? found : new Dictionary<int, string>();
    }

    /// <summary>How many numbers stand one in another: 1 for "2" and "IV", 2 for "3.1"; 0 for letters and null, whose depth is not known.</summary>
    public static int Depth(string? number) =>
        number is null || !char.IsAsciiDigit(number[0]) ? 0 : number.Count(c => c == '.') + 1;

    [GeneratedRegex(
        @"^\s*(?:(?<n>\d{1,2}(?:\.\d{1,2}){1,4})[.)]?\s+(?=\p{L}|[""“‘«(¿¡\d])|(?<n>\d{1,2})(?:[.)]\s*(?=\p{L}|[""“‘«(¿¡])|[.)]\s+)|(?<n>[IVXLC]{1,7})[.)]\s+|(?<n>[A-Z])[.)]\s+(?=\p{Lu}|[""“‘«¿¡])|(?<n>[ivx]{1,5}|[a-z])[.)]\s+(?=\p{Lu}|[""“‘«¿¡])|\((?<n>[ivx]{1,5}|[a-z]|\d{1,2})\)\s+)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^\s*(?<n>\d{1,2})\s+(?=\p{L}|[""“‘«¿¡])", RegexOptions.CultureInvariant)]
    private static partial Regex BareInteger();
}
