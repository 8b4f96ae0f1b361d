using System.Globalization;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Structuring.Dump;

/// <summary>A place in a text that may be a footnote mark.</summary>
/// <param name="Number">The note.</param>
/// <param name="Start">First character of the mark.</param>
/// <param name="Length">With brackets, without the blank before them.</param>
/// <param name="Strong">False where the number may belong to a name like G20.</param>
internal readonly record struct MarkPlace(int Number, int Start, int Length, bool Strong);

/// <summary>Footnote marks as dumps show them: digits glued to a word or its punctuation, digits in brackets, raised digits.</summary>
internal static partial class MarkShape
{
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>All places in a text, in order.</summary>
    public static IEnumerable<MarkPlace> All(string text)
    {
        foreach (Match match in Mark().Matches(text))
        {
            var digits = match.Groups["n"];
            if (!InAddress(text, match.Index))
            {
                yield return new(NumberOf(digits.Value), match.Index, match.Length, !NameWithNumber().IsMatch(text[..digits.Index]));
            }
        }
    }

    /// <summary>Numbers after a comma or stop and a blank: marks only where a note needs one and nothing better is there.</summary>
    public static IEnumerable<MarkPlace> Loose(string text) =>
        LooseMark().Matches(text).Select(m => new MarkPlace(NumberOf(m.Groups["n"].Value), m.Index, m.Length, false));

    private static int NumberOf(string digits) => int.Parse(
        string.Concat(digits.Select(c => Raised.Contains(c, StringComparison.Ordinal) ? (char)('0' + Raised.IndexOf(c, StringComparison.Ordinal)) : c)),
        CultureInfo.InvariantCulture);

    private static bool InAddress(string text, int index)
    {
        var start = text.LastIndexOf(' ', Math.Max(0, index - 1)) + 1;
        var word = text.AsSpan(start, index - start);
        return word.Contains("://", StringComparison.Ordinal) || word.StartsWith("www.", StringComparison.Ordinal);
    }

    // After a full stop that follows a digit the number could be a decimal, unless a year stands before the stop.
    [GeneratedRegex(@"(?<=[\p{L}\p{M}!?”’""»)\]%…]|(?<!\d)[.,;:]|\b(?:1[89]|20)\d\d[.,;:])(?<n>\d{1,3})(?![\d\p{L}%/.-]*[\d\p{L}%])|\s?\[(?<n>\d{1,3})\]|(?<n>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?<=\p{L}[,.;:”’)])\s(?<n>\d{1,3})(?=\s\p{L}|$)", RegexOptions.CultureInvariant)]
    private static partial Regex LooseMark();

    [GeneratedRegex(@"(?:^|[\s(/-])\p{Lu}{1,4}$|[#§/_=]$", RegexOptions.CultureInvariant)]
    private static partial Regex NameWithNumber();
}
