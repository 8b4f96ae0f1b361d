using System.Text;

namespace KnowledgeBase.Search.Analysis.Stemming;

/// <summary>
/// The French stemmer of the Snowball family. Source: M. F. Porter, "French stemming algorithm",
/// https://snowballstem.org/algorithms/french/stemmer.html; steps are named as there. Vowels used as consonants are written in upper case.
/// </summary>
internal sealed class FrenchStemmer : IStemmer
{
    private const string Vowels = "aeiouyâàëéêèïîôûù";

    private static readonly string[] Step1 = WordEnd.ByLength(
        "ance", "iqUe", "isme", "able", "iste", "eux", "ances", "iqUes", "ismes", "ables", "istes", "atrice", "ateur", "ation", "atrices", "ateurs",
        "ations", "logie", "logies", "usion", "ution", "usions", "utions", "ence", "ences", "ement", "ements", "ité", "ités", "if", "ive", "ifs", "ives",
        "eaux", "aux", "euse", "euses", "issement", "issements", "amment", "emment", "ment", "ments");

    private static readonly string[] Step2A = WordEnd.ByLength(
        "îmes", "ît", "îtes", "i", "ie", "ies", "ir", "ira", "irai", "iraIent", "irais", "irait", "iras", "irent", "irez", "iriez", "irions", "irons",
        "iront", "is", "issaIent", "issais", "issait", "issant", "issante", "issantes", "issants", "isse", "issent", "isses", "issez", "issiez",
        "issions", "issons", "it");

    private static readonly string[] Step2B = WordEnd.ByLength(
        "ions", "é", "ée", "ées", "és", "èrent", "er", "era", "erai", "eraIent", "erais", "erait", "eras", "erez", "eriez", "erions", "erons", "eront",
        "ez", "iez", "âmes", "ât", "âtes", "a", "ai", "aIent", "ais", "ait", "ant", "ante", "antes", "ants", "as", "asse", "assent", "asses", "assiez",
        "assions");

    private static readonly HashSet<string> Step2BBeforeE = new(
        ["âmes", "ât", "âtes", "a", "ai", "aIent", "ais", "ait", "ant", "ante", "antes", "ants", "as", "asse", "assent", "asses", "assiez", "assions"],
        StringComparer.Ordinal);

    private static readonly string[] Step4 = WordEnd.ByLength("ion", "ier", "ière", "Ier", "Ière", "e");
    private static readonly string[] Step5 = ["eill", "enn", "onn", "ett", "ell"];
    private static readonly string[] LongPrefixes = ["par", "col", "tap"];

    public string Stem(string word)
    {
        var w = new WordEnd(MarkConsonants(word), Vowels);
        w.R1 = w.RegionAfterVowel(0);
        w.R2 = w.RegionAfterVowel(w.R1);
        w.Rv = RegionRv(w);
        var before = w.Text;
        var removed = FrenchSuffixes.Apply(w, w.Longest(Step1));
        if (!removed && !ApplyStep2A(w))
        {
            ApplyStep2B(w);
        }

        if (w.Text != before)
        {
            Step3(w);
        }
        else
        {
            ApplyStep4(w);
        }

        if (w.Longest(Step5) is not null)
        {
            w.Delete(1);
        }

        Step6(w);
        return Unmark(w.Text);
    }

    private static string MarkConsonants(string word)
    {
        var marked = new StringBuilder(word.Length + 2);
        for (var i = 0; i < word.Length; i++)
        {
            var before = i > 0 && IsVowel(marked[^1]);
            var after = i + 1 < word.Length && IsVowel(word[i + 1]);
            _ = word[i] switch
            {
                'u' when (before && after) || (i > 0 && word[i - 1] == 'q') => marked.Append('U'),
                'i' when before && after => marked.Append('I'),
                'y' when before || after => marked.Append('Y'),
                'ë' => marked.Append("He"),
                'ï' => marked.Append("Hi"),
                var letter => marked.Append(letter),
            };
        }

        return marked.ToString();
    }

    private static string Unmark(string text) => text
        .Replace("He", "ë", StringComparison.Ordinal)
        .Replace("Hi", "ï", StringComparison.Ordinal)
        .Replace("H", "", StringComparison.Ordinal)
        .Replace('U', 'u')
        .Replace('I', 'i')
        .Replace('Y', 'y');

    private static bool IsVowel(char letter) => Vowels.Contains(letter, StringComparison.Ordinal);

    private static int RegionRv(WordEnd w)
    {
        if (w.Length > 2 && w.IsVowel(0) && w.IsVowel(1))
        {
            return 3;
        }

        if (Array.Find(LongPrefixes, p => w.Text.StartsWith(p, StringComparison.Ordinal)) is { } prefix)
        {
            return prefix.Length;
        }

        for (var i = 1; i < w.Length; i++)
        {
            if (w.IsVowel(i))
            {
                return i + 1;
            }
        }

        return w.Length;
    }

    private static bool ApplyStep2A(WordEnd w)
    {
        if (w.LongestIn(w.Rv, Step2A) is not { } suffix)
        {
            return false;
        }

        var before = w.Length - suffix.Length - 1;
        if (before < w.Rv || w.IsVowel(before) || w[before] == 'H')
        {
            return false;
        }

        w.Delete(suffix.Length);
        return true;
    }

    private static void ApplyStep2B(WordEnd w)
    {
        if (w.LongestIn(w.Rv, Step2B) is not { } suffix || (suffix == "ions" && !w.In(w.R2, suffix.Length)))
        {
            return;
        }

        w.Delete(suffix.Length);
        if (Step2BBeforeE.Contains(suffix))
        {
            w.DeleteIf("e", w.Rv);
        }
    }

    private static void Step3(WordEnd w)
    {
        if (w.EndsWith("Y"))
        {
            w.Replace(1, "i");
        }
        else if (w.EndsWith("ç"))
        {
            w.Replace(1, "c");
        }
    }

    private static void ApplyStep4(WordEnd w)
    {
        if (w.EndsWith("s") && w.Length > 1 && (w.EndsWith("His") || !"aiouès".Contains(w[w.Length - 2], StringComparison.Ordinal)))
        {
            w.Delete(1);
        }

        switch (w.LongestIn(w.Rv, Step4))
        {
            case "ion":
                if (w.In(w.R2, 3) && w.Length - 4 >= w.Rv && w[w.Length - 4] is 's' or 't')
                {
                    w.Delete(3);
                }

                break;
            case "e":
                w.Delete(1);
                break;
            case { } suffix:
                w.Replace(suffix.Length, "i");
                break;
        }
    }

    private static void Step6(WordEnd w)
    {
        var last = w.Length - 1;
        while (last >= 0 && !w.IsVowel(last))
        {
            last--;
        }

        if (last >= 0 && last < w.Length - 1 && w[last] is 'é' or 'è')
        {
            w.SetText(string.Concat(w.Text.AsSpan(0, last), "e", w.Text.AsSpan(last + 1)));
        }
    }
}
