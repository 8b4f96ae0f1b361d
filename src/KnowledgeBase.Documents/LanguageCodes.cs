namespace KnowledgeBase.Documents;

/// <summary>
/// The two-letter codes of languages (ISO 639-1). A list of our own, since the runtime's depends on what is installed beside it.
/// </summary>
public static class LanguageCodes
{
    private static readonly HashSet<string> Codes = new(
        ("aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga "
        + "gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv "
        + "mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq "
        + "sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu").Split(' '),
        StringComparer.Ordinal);

    // Those in which reports on mediation are written most, by their names in English and in themselves.
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["english"] = "en", ["french"] = "fr", ["français"] = "fr", ["francais"] = "fr", ["spanish"] = "es", ["español"] = "es", ["espanol"] = "es",
        ["german"] = "de", ["deutsch"] = "de", ["arabic"] = "ar", ["russian"] = "ru", ["portuguese"] = "pt", ["português"] = "pt", ["chinese"] = "zh",
        ["italian"] = "it", ["italiano"] = "it", ["dutch"] = "nl", ["swahili"] = "sw", ["turkish"] = "tr", ["ukrainian"] = "uk", ["burmese"] = "my",
    };

    /// <summary>True for the code of a language, in lower case.</summary>
    public static bool IsKnown(string code) => Codes.Contains(code);

    /// <summary>The code of a language that is named in words ("english"), or null.</summary>
    public static string? Named(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Names.GetValueOrDefault(name.Trim());
    }
}
