using System.Collections.Frozen;

namespace KnowledgeBase.Tagging.Text;

/// <summary>Tells English, French and Spanish apart by their commonest words; used only where structuring named no language.</summary>
internal static class LanguageGuess
{
    private static readonly FrozenDictionary<string, string[]> CommonWords = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["en"] = ["the", "of", "and", "to", "in", "is", "that", "for", "with", "by", "was", "are", "on", "be", "it", "this"],
        ["fr"] = ["le", "les", "des", "et", "du", "est", "dans", "une", "pour", "qui", "par", "sur", "au", "aux", "pas", "ont"],
        ["es"] = ["el", "los", "las", "y", "del", "en", "una", "para", "que", "por", "con", "se", "su", "al", "como", "fue"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>"en", "fr" or "es", whichever common words prevail; "en" when none stands out.</summary>
    public static string Of(IReadOnlyList<Token> tokens)
    {
        var (best, most) = ("en", 0);
        foreach (var language in (ReadOnlySpan<string>)["en", "fr", "es"])
        {
            var words = CommonWords[language];
            var count = tokens.Count(token => Array.IndexOf(words, token.Word) >= 0);
            if (count > most)
            {
                (best, most) = (language, count);
            }
        }

        return best;
    }
}
