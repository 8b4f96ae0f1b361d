using System.Globalization;
using System.Text;

namespace KnowledgeBase.Search.Analysis;

/// <summary>Makes words comparable: lower case, without accents, ligatures and width variants resolved (Unicode NFKD, marks and blanks dropped).</summary>
public static class Folding
{
    // Letters that Unicode does not decompose.
    private static readonly Dictionary<char, string> Letters = new()
    {
        ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe", ['ø'] = "o", ['ł'] = "l", ['đ'] = "d", ['ð'] = "d", ['þ'] = "th", ['ħ'] = "h", ['ı'] = "i",
        ['ς'] = "σ",
    };

    /// <summary>The folded form of a word; folding it again changes nothing.</summary>
    public static string Fold(string word)
    {
        if (Ascii.IsValid(word))
        {
            return word.ToLowerInvariant();
        }

        var folded = new StringBuilder(word.Length);
        foreach (var letter in WellFormed.Of(word.ToLowerInvariant()).Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format
                || char.IsWhiteSpace(letter))
            {
                continue;
            }

            if (Letters.TryGetValue(letter, out var plain))
            {
                folded.Append(plain);
            }
            else
            {
                folded.Append(char.ToLowerInvariant(letter));
            }
        }

        return folded.ToString();
    }
}
