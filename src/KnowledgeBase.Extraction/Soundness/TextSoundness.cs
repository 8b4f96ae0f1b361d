using System.Globalization;
using System.Text;

namespace KnowledgeBase.Extraction.Soundness;

/// <summary>
/// Tells text from what broken fonts make of it: characters that no text has, symbols amid letters, and letters whose frequency
/// is that of no language in their script. Knows no words, so that a language it has never met is sound.
/// </summary>
/// <param name="Characters">Characters judged; blanks, figures and rows of dots are not.</param>
/// <param name="BadShare">Share of them in words that cannot be words, 0 to 1.</param>
/// <param name="Likeness">
/// Likeness of the frequency of Latin letters to that of languages in Latin script, 0 to 1; null below
/// <see cref="LeastLetters"/> letters in different words of four letters and more, and where most letters are of another script.
/// </param>
internal sealed record TextSoundness(int Characters, double BadShare, double? Likeness)
{
    /// <summary>Fewer letters than this say nothing about their frequency.</summary>
    public const int LeastLetters = 120;

    /// <summary>Fewer characters than this say nothing at all.</summary>
    private const int LeastCharacters = 24;

    /// <summary>Languages reach 0.8 and more; letters under a shifted code stay below 0.6.</summary>
    private const double LeastLikeness = 0.66;

    private const double MostBad = 0.4;

    /// <summary>Frequency of a to z in per mille, evened over English, French, Spanish, German, Italian, Polish, Turkish, Indonesian and Swahili.</summary>
    private static readonly double[] Usual =
        [105, 20, 30, 40, 120, 11, 19, 24, 88, 7, 27, 50, 30, 75, 65, 25, 4, 64, 60, 60, 42, 11, 12, 3, 13, 11];

    private static readonly double UsualSum = Usual.Sum();

    /// <summary>Signs of an address of the net, which has symbols amid letters by right.</summary>
    private static readonly string[] AddressParts = ["://", "www.", "@", ".org", ".com", ".net", ".int", ".html", ".pdf", "_"];

    /// <summary>Longer words without a hyphen than this are several run together, which only broken fonts do at length.</summary>
    private const int LongestWord = 30;

    /// <summary>True when there is enough to judge and it cannot be text.</summary>
    public bool IsGarbage => Characters >= LeastCharacters && (BadShare > MostBad || Likeness < LeastLikeness);

    /// <summary>True when there is enough to judge and nothing speaks against it.</summary>
    public bool IsSound => Characters >= LeastCharacters && BadShare < MostBad / 2 && Likeness is null or >= LeastLikeness;

    /// <summary>Share of a letter among the Latin letters of texts, 0 to 1.</summary>
    /// <param name="letter">0 for a to 25 for z.</param>
    public static double UsualShare(int letter) => Usual[letter] / UsualSum;

    /// <summary>Measures a text.</summary>
    /// <param name="text">As the file gives it, before any repair.</param>
    public static TextSoundness Of(string text)
    {
        int judged = 0, bad = 0, latin = 0, foreign = 0;
        var counts = new double[26];
        // Each word counts once: a name repeated all over says nothing about the frequency of letters.
        var met = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var token in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (!IsPlain(token))
            {
                if (IsNeutral(token))
                {
                    continue;
                }

                bad += IsBad(token) ? token.Length : 0;
                foreign += token.Count(c => c > 'ɏ' && char.IsLetter(c));
            }

            judged += token.Length;
            if (met.Add(token))
            {
                latin += CountLetters(token, counts);
            }
        }

        return new(judged, judged == 0 ? 0 : (double)bad / judged, latin < LeastLetters || foreign > latin ? null : Cosine(counts, Usual));
    }

    /// <summary>Most words of most texts: a letter, small letters, perhaps a mark at the end; neither neutral nor bad, and quickly told.</summary>
    private static bool IsPlain(string token)
    {
        var letters = token.Length > 1 && token[^1] is '.' or ',' or ';' or ':' or ')' ? token.Length - 1 : token.Length;
        return letters <= LongestWord && char.IsAsciiLetter(token[0]) && !token.AsSpan(1, letters - 1).ContainsAnyExceptInRange('a', 'z');
    }

    /// <summary>Figures, rows of one character, lone symbols: they stand in any text.</summary>
    private static bool IsNeutral(string token)
    {
        if (token.Any(IsImpossible))
        {
            return false;
        }

        return !token.Any(char.IsLetter) && ((token.Any(char.IsDigit) && token.Count(IsOdd) < 3) || token.Distinct().Count() < 4);
    }

    private static bool IsBad(string token)
    {
        if (token.Count(IsImpossible) * 4 >= token.Length)
        {
            return true;
        }

        if (AddressParts.Any(part => token.Contains(part, StringComparison.OrdinalIgnoreCase)) || token.All(c => char.IsLetterOrDigit(c) || c is '/' or '-' or '.' or ','))
        {
            return token.All(char.IsLetter) && token.Length > LongestWord && token[0] < 'ɏ';
        }

        if (!token.Any(char.IsLetter))
        {
            return token.Count(IsOdd) >= 3;
        }

        var inner = token.Trim('(', ')', '[', ']', '"', '\'', '“', '”', '‘', '’', '.', ',', ';', ':', '*', '!', '?', '«', '»', '¿', '¡', '%', '#', '+', '&', '<', '>', '=', '$');
        var symbols = inner.Count(c => c is '!' or '"' or '#' or '$' or '%' or '*' or '+' or '<' or '=' or '>' or '\\' or '^' or '`' or '{' or '|' or '}' or '~');
        return symbols >= 2 || Breaks(inner) >= 3 || ScriptsOf(inner) > 1 || (inner.Length > LongestWord && !inner.Contains('-', StringComparison.Ordinal) && inner[0] < 'ɏ');
    }

    /// <summary>Capitals after small letters, figures and marks between letters: one or two stand in names ("McDonald", "l·l"), not more.</summary>
    private static int Breaks(string word)
    {
        var breaks = 0;
        for (var i = 1; i < word.Length; i++)
        {
            var amid = i + 1 < word.Length && char.IsLetter(word[i - 1]) && char.IsLetter(word[i + 1]);
            breaks += (char.IsLower(word[i - 1]) && char.IsUpper(word[i])) || (amid && (char.IsDigit(word[i]) || word[i] is '·' or '<' or '&' or '$')) ? 1 : 0;
        }

        return breaks;
    }

    /// <summary>Scripts with letters in the word, of those that never share one.</summary>
    private static int ScriptsOf(string word)
    {
        bool latin = false, greek = false, cyrillic = false, arabic = false;
        foreach (var c in word)
        {
            latin |= c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= 'À' and <= 'ɏ' and not '×' and not '÷');
            greek |= c is >= 'Α' and <= 'ϡ';
            cyrillic |= c is >= 'Ѐ' and <= 'ӿ';
            arabic |= c is >= '\u0620' and <= '\u064A';
        }

        // One letter of another script is a formula's.
        return word.Length < 4 ? 1 : (latin ? 1 : 0) + (greek ? 1 : 0) + (cyrillic ? 1 : 0) + (arabic ? 1 : 0);
    }

    /// <summary>Symbols that figures do not carry.</summary>
    private static bool IsOdd(char c) => c is '!' or '"' or '#' or '&' or '*' or '<' or '=' or '>' or '@' or '[' or '\\' or ']' or '^' or '`' or '{' or '|' or '}' or '~';

    private static bool IsImpossible(char c) => CharUnicodeInfo.GetUnicodeCategory(c) switch
    {
        UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned => true,
        // Bullets of symbol fonts stand in the private use area too; each is one character by itself.
        UnicodeCategory.PrivateUse => true,
        _ => c is '\uFFFD' or (>= '\u0080' and < '\u00A0'),
    };

    private static int CountLetters(string token, double[] counts)
    {
        if (token.Any(char.IsDigit))
        {
            return 0;
        }

        var plain = token.Normalize(NormalizationForm.FormD);
        var found = 0;
        Span<int> letters = stackalloc int[64];
        foreach (var c in plain)
        {
            var lower = char.ToLowerInvariant(c);
            if (lower is >= 'a' and <= 'z' && found < letters.Length)
            {
                letters[found++] = lower - 'a';
            }
        }

        // Formulas and abbreviations have a frequency of their own.
        if (found < 4)
        {
            return 0;
        }

        foreach (var letter in letters[..found])
        {
            counts[letter]++;
        }

        return found;
    }

    private static double Cosine(double[] a, double[] b)
    {
        double product = 0, lengthA = 0, lengthB = 0;
        for (var i = 0; i < a.Length; i++)
        {
            product += a[i] * b[i];
            lengthA += a[i] * a[i];
            lengthB += b[i] * b[i];
        }

        return product / Math.Sqrt(lengthA * lengthB);
    }
}
