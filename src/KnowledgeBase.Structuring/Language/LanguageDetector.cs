using System.Text;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Structuring.Language;

/// <summary>
/// Tells the language of a text: by script where the script decides, else by the share of function words and of telling letter
/// sequences. Small and hand-made; needs some ten words.
/// </summary>
public static partial class LanguageDetector
{
    /// <summary>A shorter passage is not judged.</summary>
    private const int FewestWords = 8;

    /// <summary>A document is judged by about this many words, taken from its beginning.</summary>
    private const int SampleWords = 6000;

    /// <summary>The winner's share of function words must be at least this.</summary>
    private const double LowestShare = 0.15;

    /// <summary>The winner must beat the next language by this factor.</summary>
    private const double Margin = 1.15;

    /// <summary>The two-letter code of most of the text, or null when it cannot be told.</summary>
    /// <param name="texts">Passages in reading order.</param>
    public static string? OfDocument(IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var votes = new Dictionary<string, int>(StringComparer.Ordinal);
        var seen = 0;
        foreach (var text in texts)
        {
            var words = Words().Count(text);
            if (Detect(text) is { } language)
            {
                votes[language] = votes.GetValueOrDefault(language) + words;
            }

            seen += words;
            if (seen > SampleWords)
            {
                break;
            }
        }

        return votes.Count == 0 ? null : votes.MaxBy(v => v.Value).Key;
    }

    /// <summary>The two-letter code of one passage, or null when it is too short or unclear.</summary>
    /// <param name="text">The passage.</param>
    /// <param name="documentLanguage">The document's language; it wins where the passage does not clearly differ.</param>
    public static string? OfPassage(string text, string? documentLanguage)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Detect(text, documentLanguage);
    }

    private static string? Detect(string text, string? expected = null)
    {
        if (OfScript(text) is { } byScript)
        {
            return byScript;
        }

        var words = new WordCount();
        var normal = text.Normalize(NormalizationForm.FormC);
        foreach (var word in Words().EnumerateMatches(normal))
        {
            words.Add(normal.AsSpan(word.Index, word.Length));
        }

        if (words.Count < FewestWords)
        {
            return null;
        }

        var ranked = LanguageProfile.All.Select((profile, index) => (profile.Code, Score: words.Score(index))).OrderByDescending(p => p.Score).ToList();
        if (ranked[0].Score < LowestShare)
        {
            return null;
        }

        var clear = ranked[0].Score >= ranked[1].Score * Margin;
        return clear ? ranked[0].Code
            : ranked.Take(2).Any(r => r.Code == expected) ? expected
            : words.Count >= FewestWords * 4 ? ranked[0].Code : null;
    }

    /// <summary>Scripts that stand for one language, or for two that a few letters tell apart.</summary>
    private static string? OfScript(string text)
    {
        int letters = 0, arabic = 0, persian = 0, cyrillic = 0, ukrainian = 0, han = 0, kana = 0, hangul = 0, hebrew = 0, greek = 0, devanagari = 0, thai = 0, ethiopic = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
            {
                continue;
            }

            letters++;
            switch (c)
            {
                case >= '\u0600' and <= '\u06FF':
                    arabic++;
                    persian += c is 'پ' or 'چ' or 'ژ' or 'گ' or 'ی' or 'ک' ? 1 : 0;
                    break;
                case >= '\uFB50' and <= '\uFEFC':
                    arabic++;
                    break;
                case >= '\u0400' and <= '\u04FF':
                    cyrillic++;
                    ukrainian += c is 'і' or 'ї' or 'є' or 'ґ' ? 1 : 0;
                    break;
                case >= '\u3040' and <= '\u30FF':
                    kana++;
                    break;
                case >= '\u4E00' and <= '\u9FFF':
                    han++;
                    break;
                case >= '\uAC00' and <= '\uD7AF':
                    hangul++;
                    break;
                case >= '\u0590' and <= '\u05FF':
                    hebrew++;
                    break;
                case >= '\u0370' and <= '\u03FF':
                    greek++;
                    break;
                case >= '\u0900' and <= '\u097F':
                    devanagari++;
                    break;
                case >= '\u0E00' and <= '\u0E7F':
                    thai++;
                    break;
                case >= '\u1200' and <= '\u137F':
                    ethiopic++;
                    break;
            }
        }

        if (letters < 4)
        {
            return null;
        }

        var most = letters / 2;
        return arabic > most ? (persian > arabic / 50 + 1 ? "fa" : "ar")
            : cyrillic > most ? (ukrainian > cyrillic / 50 ? "uk" : "ru")
            : han + kana > most ? (kana > (han + kana) / 10 ? "ja" : "zh")
            : hangul > most ? "ko"
            : hebrew > most ? "he"
            : greek > most ? "el"
            : devanagari > most ? "hi"
            : thai > most ? "th"
            : ethiopic > most ? "am" : null;
    }

    [GeneratedRegex(@"\p{L}+(?:['’]\p{L}+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
