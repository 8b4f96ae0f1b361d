namespace KnowledgeBase.Search.Analysis;

/// <summary>
/// Words so common that they tell passages apart no better than chance: articles, pronouns, prepositions, auxiliaries, question words.
/// Lists of this project, closed word classes only.
/// </summary>
public static class StopWords
{
    private static readonly Dictionary<TextLanguages, HashSet<string>> Lists = new()
    {
        [TextLanguages.English] = Words("""
            a about above after again against all also am among an and any are as at be because been before being below between both but by can could
            did do does doing done down during each either every few for from further had has have having he her here hers herself him himself his how i
            if in into is it its itself just may me might more most much must my myself neither no nor not of off on once only onto or other others our
            ours ourselves out over own per rather same shall she should so some such than that the their theirs them themselves then there these they
            this those through thus to too under until up upon us very was we were what whatever when where whether which while who whom whose why will
            with within without would yet you your yours yourself
            """),
        [TextLanguages.French] = Words("""
            a afin ai ainsi alors apres au aucun aucune aujourd aussi autre autres aux avait avant avec avoir c car ce ceci cela celle celles celui ces cet
            cette ceux chaque chez ci comme comment d dans de depuis des dont du elle elles en encore entre est et etaient etait etant ete etre eu eux fait
            font il ils j je jusqu l la le les leur leurs lors lorsqu lui m ma mais me meme memes mes moi moins mon n ne ni nos notre nous on ont ou par
            parce pas pendant peu peut plus pour pourquoi puis qu quand que quel quelle quelles quels qui quoi s sa sans se selon ses si son sont sous sur
            t ta tandis te tes toi ton tous tout toute toutes tres tu un une vers voici voila vos votre vous y
            """),
        [TextLanguages.Spanish] = Words("""
            a al algo algun alguna algunas alguno algunos ante antes aquel aquella aquellos asi aun aunque bajo cada como con contra cual cuales cuando de
            debe del desde donde dos durante e el ella ellas ellos en entre era eran es esa esas ese eso esos esta estaba estan estar estas este esto estos
            fue fueron ha haber habia han hasta hay la las le les lo los mas me mediante mi mientras muy nada ni no nos nosotros o otra otras otro otros
            para pero poco por porque pues que quien quienes se sea ser si sido sin sobre solo son su sus tal tambien tan tanto te tiene tienen toda todas
            todo todos tras tu u un una unas uno unos usted y ya yo
            """),
    };

    /// <summary>True for a word in capitals: "WHO", "US", "AU" and "UN" are names.</summary>
    public static bool IsName(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return word.Length > 1 && word.All(char.IsUpper);
    }

    /// <summary>The language, of those given, whose common words the query has most of; the first of them when it has none.</summary>
    /// <param name="words">The query's words as typed.</param>
    /// <param name="among">Languages that occur in the store.</param>
    public static TextLanguages LanguageOfWords(IReadOnlyList<string> words, TextLanguages among)
    {
        ArgumentNullException.ThrowIfNull(words);
        words = [.. words.Where(word => word.Length > 0)];
        // "El Fasher" and "La Paz" are names too, "El proceso" is not.
        bool IsPartOfName(int at) => char.IsUpper(words[at][0]) && (at > 0 || (words.Count > 1 && char.IsUpper(words[1][0])));
        return LanguageOf(
            [
                .. words.Where((word, at) => !IsName(word) && !IsPartOfName(at))
                    .SelectMany(word => WordAnalyser.Shared.Analyse(word, TextLanguages.Other).Words).Select(analysed => analysed.Form),
            ],
            among);
    }

    private static TextLanguages LanguageOf(IReadOnlyCollection<string> forms, TextLanguages among)
    {
        var best = TextLanguage.Each.FirstOrDefault(l => among.HasFlag(l) && Lists.ContainsKey(l), TextLanguages.English);
        var most = forms.Count(f => Contains(f, best));
        foreach (var language in TextLanguage.Each.Where(l => among.HasFlag(l) && Lists.ContainsKey(l)))
        {
            var count = forms.Count(f => Contains(f, language));
            if (count > most)
            {
                (best, most) = (language, count);
            }
        }

        return best;
    }

    /// <summary>True for a stop word of any language.</summary>
    public static bool Contains(string form) => Lists.Values.Any(list => list.Contains(form));

    /// <summary>True for a common word of one language.</summary>
    /// <param name="form">The word, folded.</param>
    /// <param name="language">One language.</param>
    public static bool Contains(string form, TextLanguages language) => Lists.TryGetValue(language, out var list) && list.Contains(form);

    private static HashSet<string> Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
