using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeBase.Structuring.Language;

namespace KnowledgeBase.Structuring.Text;

/// <summary>
/// Tells whether an address of the net that stands at a line's end goes on in the next line. What could as well be the sentence going on is
/// taken for an address only if it looks like a piece of one: with a domain, a file's ending, or folders.
/// </summary>
internal static partial class AddressSeam
{
    /// <summary>Shorter words at the start of a line are no rest of an address that ends without a sign.</summary>
    private const int ShortestRest = 4;

    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>True when the line's last word is an address, whole or not.</summary>
    public static bool EndsInAddress(string left) => AddressAtEnd(left) is not null;

    /// <summary>True when the lines are joined without a blank.</summary>
    /// <param name="left">The line that may end in an address.</param>
    /// <param name="right">The next one, not empty.</param>
    public static bool Continues(string left, string right)
    {
        if (AddressAtEnd(left) is not { } address)
        {
            return false;
        }

        var next = FirstToken().Match(right).Value;
        if (next.Length > 1 && next[0] is '-' or '_' or '=' or '&' or '%' && char.IsLetterOrDigit(next[1]) && char.IsLetterOrDigit(address[^1]))
        {
            // No word opens with such a sign.
            return true;
        }

        switch (address[^1])
        {
            case '/' or '?':
                return OpensPart(next) && !IsYears(next) && !GoesOnInWords(address, next, right);
            case '_' or '=' or '&' or '%' or '-' or '\u2010' or '#':
                return OpensPart(next);
            case '.':
                // A number goes on after its point ("20.500." and "118/464"), a year does not.
                return (char.IsLower(next[0]) || char.IsDigit(next[0]))
                    && (TopLevel().IsMatch(next) || IsPart(next) || (Fraction().IsMatch(next) && !IsYears(next) && char.IsDigit(address[^2])));
            default:
                // A blank or half a sign in percent signs ends no address.
                return OpenEscape().IsMatch(address)
                    ? char.IsLetterOrDigit(next[0])
                    : next.Length >= ShortestRest && !char.IsUpper(next[0]) && (IsPart(next) || Signs().IsMatch(next) || Folder().IsMatch(next));
        }
    }

    /// <summary>The letters that such an address ends with: the first part of a word that the line's end may have broken. Empty without address.</summary>
    public static string LettersAtEnd(string left) => AddressAtEnd(left) is { } address ? address[(1 + address.AsSpan().LastIndexOfAnyExcept(Letters))..] : "";

    private static string? AddressAtEnd(string left)
    {
        // Most lines end in words: only a token with such signs may be an address.
        var token = left.AsSpan(left.LastIndexOf(' ') + 1);
        return token.IndexOfAny('.', ':', '@') >= 0 && LastAddress().Match(left) is { Success: true } match ? match.Value : null;
    }

    private static bool OpensPart(string next) => char.IsLetterOrDigit(next[0]) || next[0] is '_' or '%' or '?' or '=' or '#' or '-' or '/';

    /// <summary>A domain, a file's ending, or two slashes: "and/or" and "2015/16" have none of them.</summary>
    private static bool IsPart(string next) => Place().IsMatch(next) || next.TrimEnd('/').Count(c => c == '/') >= 2;

    /// <summary>An address may end in a slash, and the sentence go on with a capital or a function word, or after the bare name of a site with any word.</summary>
    private static bool GoesOnInWords(string address, string next, string right)
    {
        if (!next.All(char.IsLetter) || right.Length < next.Length + 2 || !char.IsLetterOrDigit(right[next.Length + 1]))
        {
            return false;
        }

        return char.IsUpper(next[0]) || LanguageProfile.All.Any(profile => profile.Words.Contains(next)) || BareSite().IsMatch(address);
    }

    /// <summary>Years and seasons that follow each other: "2015/16", "1999/2000".</summary>
    private static bool IsYears(string next)
    {
        var years = Fraction().Match(next);
        return years.Success && years.Groups[1].Length == 4 && years.Groups[2].Length is 2 or 4
            && (int.Parse(years.Groups[1].Value, CultureInfo.InvariantCulture) + 1) % 100 == int.Parse(years.Groups[2].Value, CultureInfo.InvariantCulture) % 100;
    }

    [GeneratedRegex(@"(?:https?://|www\.|(?<![\w.@-])(?:[\w-]+\.)+(?:org|com|net|int|edu|gov|info|eu|ch|uk)/|[\w.-]+@[\w.-]*-$)\S*$", RegexOptions.CultureInvariant)]
    private static partial Regex LastAddress();

    [GeneratedRegex(@"^(?:[\w-]+\.)+\w+/$", RegexOptions.CultureInvariant)]
    private static partial Regex BareSite();

    [GeneratedRegex(@"%(?:[0-9A-Fa-f]|20)?$", RegexOptions.CultureInvariant)]
    private static partial Regex OpenEscape();

    [GeneratedRegex(@"^\S+", RegexOptions.CultureInvariant)]
    private static partial Regex FirstToken();

    [GeneratedRegex(@"^(?:com|org|net|int|edu|gov|info|eu|ch|uk|pdf|html?)\b", RegexOptions.CultureInvariant)]
    private static partial Regex TopLevel();

    [GeneratedRegex(@"^[\w%~+=/-]*\.(?:\w+/|(?:pdf|html?|aspx?|php|org|com)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    /// <summary>Signs that stand in addresses and in no word.</summary>
    [GeneratedRegex(@"^[\w%~+=-]*(?:[_=&]|\?(?=\w))", RegexOptions.CultureInvariant)]
    private static partial Regex Signs();

    /// <summary>A slash in what is no pair of words ("and/or"): with capitals after small letters, or with several hyphens.</summary>
    [GeneratedRegex(@"^(?=[\w-]*/)(?:[\w/]*-[\w/]*-|\p{Ll}[\w/-]*\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex Folder();

    [GeneratedRegex(@"^([0-9]+)/([0-9]+)[.,;:)]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Fraction();
}
