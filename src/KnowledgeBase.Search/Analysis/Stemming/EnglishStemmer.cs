namespace KnowledgeBase.Search.Analysis.Stemming;

/// <summary>
/// The English stemmer known as Porter2. Source: M. F. Porter, "The English (Porter2) stemming algorithm",
/// https://snowballstem.org/algorithms/english/stemmer.html; steps are named as there. Letters are written in lower case, a consonant y as Y.
/// </summary>
internal sealed class EnglishStemmer : IStemmer
{
    private const string Vowels = "aeiouy";

    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["skis"] = "ski", ["skies"] = "sky", ["dying"] = "die", ["lying"] = "lie", ["tying"] = "tie", ["idly"] = "idl", ["gently"] = "gentl",
        ["ugly"] = "ugli", ["early"] = "earli", ["only"] = "onli", ["singly"] = "singl", ["sky"] = "sky", ["news"] = "news", ["howe"] = "howe",
        ["atlas"] = "atlas", ["cosmos"] = "cosmos", ["bias"] = "bias", ["andes"] = "andes",
    };

    private static readonly HashSet<string> FinishedAfterStep1A =
        new(["inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed"], StringComparer.Ordinal);

    private static readonly string[] LongPrefixes = ["gener", "commun", "arsen"];
    private static readonly string[] Doubles = ["bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt"];
    private static readonly string[] Step1BSuffixes = WordEnd.ByLength("eed", "eedly", "ed", "edly", "ing", "ingly");

    private static readonly (string Suffix, string By)[] Step2 =
    [
        ("ational", "ate"), ("ization", "ize"), ("fulness", "ful"), ("ousness", "ous"), ("iveness", "ive"), ("tional", "tion"),
        ("biliti", "ble"), ("lessli", "less"), ("entli", "ent"), ("ation", "ate"), ("alism", "al"), ("aliti", "al"), ("ousli", "ous"),
        ("iviti", "ive"), ("fulli", "ful"), ("enci", "ence"), ("anci", "ance"), ("abli", "able"), ("izer", "ize"), ("ator", "ate"),
        ("alli", "al"), ("bli", "ble"), ("ogi", "og"), ("li", ""),
    ];

    private static readonly (string Suffix, string By)[] Step3 =
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ative", ""), ("ical", "ic"), ("ness", ""), ("ful", ""),
    ];

    private static readonly string[] Step4 = WordEnd.ByLength(
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion");

    public string Stem(string word)
    {
        if (word.Length <= 2)
        {
            return word;
        }

        if (Exceptions.TryGetValue(word, out var exception))
        {
            return exception;
        }

        var w = new WordEnd(MarkConsonantY(word), Vowels);
        SetRegions(w);
        Step1A(w);
        if (!FinishedAfterStep1A.Contains(w.Text))
        {
            Step1B(w);
            Step1C(w);
            ApplyStep2(w);
            ApplyStep3(w);
            ApplyStep4(w);
            Step5(w);
        }

        return w.Text.Replace('Y', 'y');
    }

    private static string MarkConsonantY(string word)
    {
        if (!word.Contains('y', StringComparison.Ordinal))
        {
            return word;
        }

        var letters = word.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (letters[i] == 'y' && (i == 0 || Vowels.Contains(letters[i - 1], StringComparison.Ordinal)))
            {
                letters[i] = 'Y';
            }
        }

        return new(letters);
    }

    private static void SetRegions(WordEnd w)
    {
        var prefix = Array.Find(LongPrefixes, p => w.Text.StartsWith(p, StringComparison.Ordinal));
        w.R1 = prefix?.Length ?? w.RegionAfterVowel(0);
        w.R2 = w.RegionAfterVowel(w.R1);
    }

    private static void Step1A(WordEnd w)
    {
        if (w.EndsWith("sses"))
        {
            w.Delete(2);
        }
        else if (w.EndsWith("ied") || w.EndsWith("ies"))
        {
            w.Replace(3, w.Length > 4 ? "i" : "ie");
        }
        else if (w.EndsWith("s") && !w.EndsWith("us") && !w.EndsWith("ss") && HasVowelBefore(w, w.Length - 2))
        {
            w.Delete(1);
        }
    }

    private static void Step1B(WordEnd w)
    {
        if (w.Longest(Step1BSuffixes) is not { } suffix)
        {
            return;
        }

        if (suffix.StartsWith("eed", StringComparison.Ordinal))
        {
            if (w.In(w.R1, suffix.Length))
            {
                w.Replace(suffix.Length, "ee");
            }

            return;
        }

        if (!HasVowelBefore(w, w.Length - suffix.Length))
        {
            return;
        }

        w.Delete(suffix.Length);
        if (w.EndsWith("at") || w.EndsWith("bl") || w.EndsWith("iz"))
        {
            w.Replace(0, "e");
        }
        else if (w.Longest(Doubles) is not null)
        {
            w.Delete(1);
        }
        else if (w.R1 >= w.Length && EndsInShortSyllable(w))
        {
            w.Replace(0, "e");
        }
    }

    private static void Step1C(WordEnd w)
    {
        if (w.Length > 2 && w[w.Length - 1] is 'y' or 'Y' && !w.IsVowel(w.Length - 2))
        {
            w.Replace(1, "i");
        }
    }

    private static void ApplyStep2(WordEnd w)
    {
        var (suffix, by) = Array.Find(Step2, s => w.EndsWith(s.Suffix));
        if (suffix is null || !w.In(w.R1, suffix.Length))
        {
            return;
        }

        var before = w.Length > suffix.Length ? w[w.Length - suffix.Length - 1] : ' ';
        if ((suffix == "ogi" && before != 'l') || (suffix == "li" && !"cdeghkmnrt".Contains(before, StringComparison.Ordinal)))
        {
            return;
        }

        w.Replace(suffix.Length, by);
    }

    private static void ApplyStep3(WordEnd w)
    {
        var (suffix, by) = Array.Find(Step3, s => w.EndsWith(s.Suffix));
        if (suffix is not null && w.In(suffix == "ative" ? w.R2 : w.R1, suffix.Length))
        {
            w.Replace(suffix.Length, by);
        }
    }

    private static void ApplyStep4(WordEnd w)
    {
        if (w.Longest(Step4) is not { } suffix || !w.In(w.R2, suffix.Length))
        {
            return;
        }

        if (suffix != "ion" || w[w.Length - 4] is 's' or 't')
        {
            w.Delete(suffix.Length);
        }
    }

    private static void Step5(WordEnd w)
    {
        if (w.EndsWith("e"))
        {
            var shortened = new WordEnd(w.Text[..^1], Vowels);
            if (w.In(w.R2, 1) || (w.In(w.R1, 1) && !EndsInShortSyllable(shortened)))
            {
                w.Delete(1);
            }
        }
        else if (w.EndsWith("ll") && w.In(w.R2, 1))
        {
            w.Delete(1);
        }
    }

    private static bool HasVowelBefore(WordEnd w, int end)
    {
        for (var i = 0; i < end; i++)
        {
            if (w.IsVowel(i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsInShortSyllable(WordEnd w)
    {
        var last = w.Length - 1;
        if (last == 1)
        {
            return w.IsVowel(0) && !w.IsVowel(1);
        }

        return last > 1 && !w.IsVowel(last) && w[last] is not ('w' or 'x' or 'Y') && w.IsVowel(last - 1) && !w.IsVowel(last - 2);
    }
}
