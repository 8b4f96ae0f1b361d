namespace KnowledgeBase.Search.Analysis.Stemming;

/// <summary>
/// The Spanish stemmer of the Snowball family. Source: M. F. Porter, "Spanish stemming algorithm",
/// https://snowballstem.org/algorithms/spanish/stemmer.html; steps are named as there.
/// </summary>
internal sealed class SpanishStemmer : IStemmer
{
    private const string Vowels = "aeiouáéíóúü";

    private static readonly string[] Pronouns = WordEnd.ByLength(
        "me", "se", "sela", "selo", "selas", "selos", "la", "le", "lo", "las", "les", "los", "nos");

    private static readonly string[] BeforePronoun = WordEnd.ByLength(
        "iéndo", "ándo", "ár", "ér", "ír", "iendo", "ando", "ar", "er", "ir", "yendo");

    private static readonly string[] Step1 = WordEnd.ByLength(
        "anza", "anzas", "ico", "ica", "icos", "icas", "ismo", "ismos", "able", "ables", "ible", "ibles", "ista", "istas", "oso", "osa", "osos",
        "osas", "amiento", "amientos", "imiento", "imientos", "adora", "ador", "ación", "adoras", "adores", "aciones", "ante", "antes", "ancia",
        "ancias", "logía", "logías", "ución", "uciones", "encia", "encias", "amente", "mente", "idad", "idades", "iva", "ivo", "ivas", "ivos");

    private static readonly string[] Step2A = WordEnd.ByLength(
        "ya", "ye", "yan", "yen", "yeron", "yendo", "yo", "yó", "yas", "yes", "yais", "yamos");

    private static readonly string[] Step2B = WordEnd.ByLength(
        "en", "es", "éis", "emos", "arían", "arías", "arán", "arás", "aríais", "aría", "aréis", "aríamos", "aremos", "ará", "aré", "erían", "erías",
        "erán", "erás", "eríais", "ería", "eréis", "eríamos", "eremos", "erá", "eré", "irían", "irías", "irán", "irás", "iríais", "iría", "iréis",
        "iríamos", "iremos", "irá", "iré", "aba", "ada", "ida", "ía", "ara", "iera", "ad", "ed", "id", "ase", "iese", "aste", "iste", "an", "aban",
        "ían", "aran", "ieran", "asen", "iesen", "aron", "ieron", "ado", "ido", "ando", "iendo", "ió", "ar", "er", "ir", "as", "abas", "adas", "idas",
        "ías", "aras", "ieras", "ases", "ieses", "ís", "áis", "abais", "íais", "arais", "ierais", "aseis", "ieseis", "asteis", "isteis", "ados",
        "idos", "amos", "ábamos", "íamos", "imos", "áramos", "iéramos", "iésemos", "ásemos");

    private static readonly string[] Step3 = WordEnd.ByLength("os", "a", "o", "á", "í", "ó", "e", "é");

    public string Stem(string word)
    {
        var w = new WordEnd(word, Vowels);
        w.R1 = w.RegionAfterVowel(0);
        w.R2 = w.RegionAfterVowel(w.R1);
        w.Rv = RegionRv(w);
        Step0(w);
        if (!ApplyStep1(w) && !ApplyStep2A(w))
        {
            ApplyStep2B(w);
        }

        ApplyStep3(w);
        return Plain(w.Text);
    }

    private static int RegionRv(WordEnd w)
    {
        if (w.Length < 3)
        {
            return w.Length;
        }

        if (!w.IsVowel(1))
        {
            return After(w, 2, vowel: true);
        }

        return w.IsVowel(0) ? After(w, 2, vowel: false) : 3;
    }

    private static int After(WordEnd w, int from, bool vowel)
    {
        for (var i = from; i < w.Length; i++)
        {
            if (w.IsVowel(i) == vowel)
            {
                return i + 1;
            }
        }

        return w.Length;
    }

    private static void Step0(WordEnd w)
    {
        if (w.Longest(Pronouns) is not { } pronoun || !w.In(w.Rv, pronoun.Length))
        {
            return;
        }

        var rest = new WordEnd(w.Text[..^pronoun.Length], Vowels) { Rv = w.Rv };
        if (rest.LongestIn(w.Rv, BeforePronoun) is not { } verb
            || (verb == "yendo" && (rest.Length < 6 || rest[rest.Length - 6] != 'u')))
        {
            return;
        }

        rest.Replace(verb.Length, Plain(verb));
        w.SetText(rest.Text);
    }

    private static bool ApplyStep1(WordEnd w)
    {
        if (w.Longest(Step1) is not { } suffix || !w.In(suffix == "amente" ? w.R1 : w.R2, suffix.Length))
        {
            return false;
        }

        w.Replace(suffix.Length, suffix switch
        {
            "logía" or "logías" => "log",
            "ución" or "uciones" => "u",
            "encia" or "encias" => "ente",
            _ => "",
        });
        AfterStep1(w, suffix);
        return true;
    }

    private static void AfterStep1(WordEnd w, string suffix)
    {
        switch (suffix)
        {
            case "adora" or "ador" or "ación" or "adoras" or "adores" or "aciones" or "ante" or "antes" or "ancia" or "ancias":
                w.DeleteIf("ic", w.R2);
                break;
            case "amente":
                if (w.DeleteIf("iv", w.R2))
                {
                    w.DeleteIf("at", w.R2);
                }
                else
                {
                    _ = w.DeleteIf("os", w.R2) || w.DeleteIf("ic", w.R2) || w.DeleteIf("ad", w.R2);
                }

                break;
            case "mente":
                _ = w.DeleteIf("ante", w.R2) || w.DeleteIf("able", w.R2) || w.DeleteIf("ible", w.R2);
                break;
            case "idad" or "idades":
                _ = w.DeleteIf("abil", w.R2) || w.DeleteIf("ic", w.R2) || w.DeleteIf("iv", w.R2);
                break;
            case "iva" or "ivo" or "ivas" or "ivos":
                w.DeleteIf("at", w.R2);
                break;
        }
    }

    private static bool ApplyStep2A(WordEnd w)
    {
        if (w.LongestIn(w.Rv, Step2A) is not { } suffix || w.Length == suffix.Length || w[w.Length - suffix.Length - 1] != 'u')
        {
            return false;
        }

        w.Delete(suffix.Length);
        return true;
    }

    private static void ApplyStep2B(WordEnd w)
    {
        if (w.LongestIn(w.Rv, Step2B) is not { } suffix)
        {
            return;
        }

        w.Delete(suffix.Length);
        if (suffix is "en" or "es" or "éis" or "emos" && w.EndsWith("gu"))
        {
            w.Delete(1);
        }
    }

    private static void ApplyStep3(WordEnd w)
    {
        if (w.LongestIn(w.Rv, Step3) is not { } suffix)
        {
            return;
        }

        w.Delete(suffix.Length);
        if (suffix is "e" or "é" && w.EndsWith("gu") && w.In(w.Rv, 1))
        {
            w.Delete(1);
        }
    }

    private static string Plain(string text) =>
        text.Replace('á', 'a').Replace('é', 'e').Replace('í', 'i').Replace('ó', 'o').Replace('ú', 'u');
}
