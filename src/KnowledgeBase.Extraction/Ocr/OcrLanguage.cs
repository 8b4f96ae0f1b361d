namespace KnowledgeBase.Extraction.Ocr;

/// <summary>Tells which of Tesseract's languages a recognised page is in, so that the next pages need not try all.</summary>
internal static class OcrLanguage
{
    /// <summary>The commonest words, of which each language lacks those of the others.</summary>
    private static readonly Dictionary<string, HashSet<string>> Words = new(StringComparer.Ordinal)
    {
        ["eng"] = Set("the of and to is that for with are was by this be from at which or not have has their they its been"),
        ["fra"] = Set("le les des et du est que qui dans pour par sur au aux avec ce cette il ne pas sont leur ou été une"),
        ["spa"] = Set("el los las y en que del por con para se no una su sus como más esta este entre o ha han al es"),
    };

    /// <summary>How many of the commonest words must be found, and how clearly before the next language.</summary>
    private const int LeastWords = 12;

    private const double LeastLead = 2;

    /// <summary>Tells the language.</summary>
    /// <param name="text">A page's text.</param>
    /// <param name="languages">Tesseract's codes to choose from.</param>
    /// <returns>The code, or null when it is none of those known or not clear.</returns>
    public static string? Of(string text, IReadOnlyList<string> languages)
    {
        var tokens = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(token => token.Trim(',', '.', ';', ':', '(', ')', '“', '”').ToLowerInvariant()).ToList();
        var counts = languages.Where(Words.ContainsKey).Select(code => (Code: code, Count: tokens.Count(Words[code].Contains)))
            .OrderByDescending(item => item.Count).ToList();
        if (counts.Count == 0 || counts[0].Count < LeastWords || languages.Any(code => !Words.ContainsKey(code)))
        {
            return null;
        }

        return counts.Count == 1 || counts[0].Count >= LeastLead * counts[1].Count ? counts[0].Code : null;
    }

    private static HashSet<string> Set(string words) => words.Split(' ').ToHashSet(StringComparer.Ordinal);
}
