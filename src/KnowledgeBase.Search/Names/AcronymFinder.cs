using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Search.Names;

/// <summary>
/// Finds short forms that a text explains: "West Africa Network for Peacebuilding (WANEP)", "WANEP (West Africa Network for Peacebuilding)", and
/// the lines of a list of abbreviations. A long form must have the letters of the short form in their order, the first at the start of a word
/// (A. Schwartz and M. Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text", 2003).
/// </summary>
internal static partial class AcronymFinder
{
    private const int LongestShort = 10;

    /// <summary>The short forms that a passage explains, in order.</summary>
    public static IEnumerable<Acronym> Find(Passage passage)
    {
        foreach (Match match in InBrackets().Matches(passage.Text))
        {
            var (inside, before) = (match.Groups["inside"].Value.Trim(), passage.Text[..match.Index]);
            if (IsShort(inside) && LongFormAtEnd(inside, before) is { } left)
            {
                yield return new(inside, left);
            }
            else if (LastWord().Match(before) is { Success: true } word && IsShort(word.Value.Trim()) && LongFormAtEnd(word.Value.Trim(), inside) == inside)
            {
                yield return new(word.Value.Trim(), inside);
            }
        }

        if (passage.HeadingPath.Count > 0 && ListHeading().IsMatch(passage.HeadingPath[^1]) && ListLine().Match(passage.Text) is { Success: true } line
            && IsShort(line.Groups["short"].Value) && LongFormAtEnd(line.Groups["short"].Value, line.Groups["long"].Value) == line.Groups["long"].Value)
        {
            yield return new(line.Groups["short"].Value, line.Groups["long"].Value);
        }
    }

    private static bool IsShort(string text) =>
        text.Length is >= 2 and <= LongestShort && text.Count(char.IsUpper) >= 2 && text.All(c => char.IsLetterOrDigit(c) || c is '-' or '/') && !text.All(char.IsDigit);

    /// <summary>The end of a text that a short form stands for, or null.</summary>
    private static string? LongFormAtEnd(string shortForm, string text)
    {
        var sentence = text[(text.LastIndexOfAny(['.', ';', ':', '(', ')', '\n']) + 1)..].TrimEnd();
        var words = sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var candidate = string.Join(' ', words.TakeLast(Math.Min(shortForm.Length + 5, shortForm.Length * 2)));
        var at = candidate.Length - 1;
        for (var i = shortForm.Length - 1; i >= 0; i--)
        {
            if (!char.IsLetterOrDigit(shortForm[i]))
            {
                continue;
            }

            while (at >= 0 && (!Same(candidate[at], shortForm[i]) || (i == 0 && at > 0 && char.IsLetterOrDigit(candidate[at - 1]))))
            {
                at--;
            }

            if (at < 0)
            {
                return null;
            }

            at--;
        }

        var found = candidate[(at + 1)..].Trim(' ', ',', '\u201c', '\u201d', '"');
        return found.Contains(' ', StringComparison.Ordinal) && found.Length > shortForm.Length && !found.Split(' ').Contains(shortForm, StringComparer.Ordinal)
            && char.IsUpper(found.First(char.IsLetter))
            ? found
            : null;
    }

    private static bool Same(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);

    [GeneratedRegex(@"\((?<inside>[^()\n]{2,120})\)")]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"[\w/-]+\s*$")]
    private static partial Regex LastWord();

    [GeneratedRegex(@"abbreviation|acronym|abréviation|acronyme|\bsigles\b|abreviatura|acrónimo|\bsiglas\b", RegexOptions.IgnoreCase)]
    private static partial Regex ListHeading();

    [GeneratedRegex(@"^(?<short>[\w/-]{2,10})\s*[:\u2013-]?\s+(?<long>\S.{3,120})$")]
    private static partial Regex ListLine();
}
