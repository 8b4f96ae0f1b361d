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
            var number = int.Parse(string.Concat(digits.Value.Select(c => Raised.Contains(c, StringComparison.Ordinal) ? (char)('0' + Raised.IndexOf(c, StringComparison.Ordinal)) : c)), CultureInfo.InvariantCulture);
            if (!InAddress(text, match.Index))
            {
                yield return new(number, match.Index, match.Length, !NameWithNumber().IsMatch(text[..digits.Index]));
            }
        }
    }

    private static bool InAddress(string text, int index)
    {
        var start = text.LastIndexOf(' ', Math.Max(0, index - 1)) + 1;
        var word = text.AsSpan(start, index - start);
        return word.Contains("://", StringComparison.Ordinal) || word.StartsWith("www.", StringComparison.Ordinal);
    }

    // After a full stop that follows a digit the number could be a decimal, unless a year stands before the stop.
    [GeneratedRegex(@"(?<=[\p{L}\p{M}!?”’""»)\]%…]|(?<!\d)[.,;:]|\b(?:1[89]|20)\d\d[.,;:])(?<n>\d{1,3})(?![\d\p{L}%/.-]*[\d\p{L}%])|\s?\[(?<n>\d{1,3})\]|(?<n>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?:^|[\s(/-])\p{Lu}{1,4}$|[#§/_=]$", RegexOptions.CultureInvariant)]
    private static partial Regex NameWithNumber();
}
