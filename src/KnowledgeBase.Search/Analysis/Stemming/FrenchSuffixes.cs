namespace KnowledgeBase.Search.Analysis.Stemming;

/// <summary>Step 1 of the French stemmer: the standard suffixes.</summary>
internal static class FrenchSuffixes
{
    /// <summary>Removes or replaces the suffix that the word ends with.</summary>
    /// <returns>False when the verb suffixes of step 2 are to be tried as well.</returns>
    public static bool Apply(WordEnd w, string? suffix) => suffix switch
    {
        null => false,
        "ance" or "iqUe" or "isme" or "able" or "iste" or "eux" or "ances" or "iqUes" or "ismes" or "ables" or "istes" => w.DeleteIf(suffix, w.R2),
        "atrice" or "ateur" or "ation" or "atrices" or "ateurs" or "ations" => w.DeleteIf(suffix, w.R2) && Ic(w),
        "logie" or "logies" => Replace(w, suffix, w.R2, "log"),
        "usion" or "ution" or "usions" or "utions" => Replace(w, suffix, w.R2, "u"),
        "ence" or "ences" => Replace(w, suffix, w.R2, "ent"),
        "ement" or "ements" => w.DeleteIf(suffix, w.Rv) && AfterEment(w),
        "ité" or "ités" => w.DeleteIf(suffix, w.R2) && AfterIte(w),
        "if" or "ive" or "ifs" or "ives" => w.DeleteIf(suffix, w.R2) && (!w.DeleteIf("at", w.R2) || Ic(w)),
        "eaux" => Replace(w, suffix, 0, "eau"),
        "aux" => Replace(w, suffix, w.R1, "al"),
        "euse" or "euses" => w.DeleteIf(suffix, w.R2) || Replace(w, suffix, w.R1, "eux"),
        "issement" or "issements" => Issement(w, suffix),
        _ => Adverb(w, suffix),
    };

    private static bool Replace(WordEnd w, string suffix, int region, string by)
    {
        if (!w.In(region, suffix.Length))
        {
            return false;
        }

        w.Replace(suffix.Length, by);
        return true;
    }

    private static bool Ic(WordEnd w)
    {
        if (w.EndsWith("ic") && !w.DeleteIf("ic", w.R2))
        {
            w.Replace(2, "iqU");
        }

        return true;
    }

    private static bool AfterEment(WordEnd w)
    {
        if (w.EndsWith("iv"))
        {
            if (w.DeleteIf("iv", w.R2))
            {
                w.DeleteIf("at", w.R2);
            }
        }
        else if (w.EndsWith("eus"))
        {
            _ = w.DeleteIf("eus", w.R2) || Replace(w, "eus", w.R1, "eux");
        }
        else if (w.EndsWith("abl") || w.EndsWith("iqU"))
        {
            _ = w.DeleteIf("abl", w.R2) || w.DeleteIf("iqU", w.R2);
        }
        else if (w.EndsWith("ièr") || w.EndsWith("Ièr"))
        {
            Replace(w, "ièr", w.Rv, "i");
        }

        return true;
    }

    private static bool AfterIte(WordEnd w)
    {
        if (w.EndsWith("abil"))
        {
            if (!w.DeleteIf("abil", w.R2))
            {
                w.Replace(4, "abl");
            }
        }
        else if (!w.DeleteIf("iv", w.R2))
        {
            Ic(w);
        }

        return true;
    }

    private static bool Issement(WordEnd w, string suffix)
    {
        var before = w.Length - suffix.Length - 1;
        if (!w.In(w.R1, suffix.Length) || before < 0 || w.IsVowel(before))
        {
            return false;
        }

        w.Delete(suffix.Length);
        return true;
    }

    // These leave a participle, so the verb suffixes are tried as well.
    private static bool Adverb(WordEnd w, string suffix)
    {
        var before = w.Length - suffix.Length - 1;
        if (suffix == "amment")
        {
            Replace(w, suffix, w.Rv, "ant");
        }
        else if (suffix == "emment")
        {
            Replace(w, suffix, w.Rv, "ent");
        }
        else if (before >= w.Rv && w.IsVowel(before))
        {
            w.Delete(suffix.Length);
        }

        return false;
    }
}
