using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Assembly;

/// <summary>What a heading says its section holds, in English, French, Spanish, Portuguese, German and Italian.</summary>
public static partial class HeadingKind
{
    /// <summary>A longer heading is a sentence.</summary>
    private const int LongestChapterWords = 14;

    private static readonly (SectionKind Kind, string One, string Many)[] Words =
    [
        (SectionKind.Challenge,
            "challenge|defi|desafio|reto|herausforderung|sfida",
            "challenges|defis|desafios|retos|herausforderungen|sfide"),
        (SectionKind.Opportunity,
            "opportunity|opportunite|oportunidad|oportunidade|chance|gelegenheit|opportunita",
            "opportunities|opportunites|oportunidades|chancen|gelegenheiten"),
        (SectionKind.GoodPractice,
            "(?:good|best|promising) practice|bonne pratique|buena practica|boa pratica|gute praxis|bewahrte praxis|buona pratica",
            "(?:good|best|promising) practices|(?:bonnes|meilleures) pratiques|(?:buenas|mejores) practicas|(?:boas|melhores) praticas"
            + "|(?:gute|bewahrte) praktiken|buone pratiche"),
        (SectionKind.Recommendation,
            "recommendation|recommandation|recomendacion|recomendacao|empfehlung|raccomandazione",
            "recommendations|recommandations|recomendaciones|recomendacoes|empfehlungen|raccomandazioni"),
        (SectionKind.Lesson,
            "lesson|lecon|enseignement|leccion|licao|lehre|lektion|lezione",
            "lessons|lecons|enseignements|lecciones|licoes|lehren|lektionen|lezioni"),
    ];

    private static readonly string[] NumberWords =
        ["one|un|une|uno|una|um|uma|eins", "two|deux|dos|dois|duas|zwei", "three|trois|tres|drei", "four|quatre|cuatro|quatro|vier",
            "five|cinq|cinco|funf", "six|seis|sechs", "seven|sept|siete|sete|sieben", "eight|huit|ocho|oito|acht", "nine|neuf|nueve|nove|neun",
            "ten|dix|diez|dez|zehn"];

    private static readonly (SectionKind Kind, Regex Numbered, Regex Named, Regex Alone, Regex Chapter)[] Patterns =
        [.. Words.Select(w => (w.Kind, Numbered(w.One), Named(w.One), Alone(w.One), Chapter(w.Many)))];

    /// <summary>The kind and ordinal of one instance: "Challenge 3: …", "Défi 2", "Good practice: …"; nulls for any other heading.</summary>
    public static (SectionKind? Kind, int? Ordinal) OfInstance(string title)
    {
        var folded = Fold(title);
        foreach (var (kind, numbered, named, alone, _) in Patterns)
        {
            var match = numbered.Match(folded);
            if (match.Success && Ordinal(match.Groups["n"].Value) is { } ordinal)
            {
                return (kind, ordinal);
            }

            if (named.IsMatch(folded) || (kind is SectionKind.Recommendation or SectionKind.GoodPractice or SectionKind.Lesson && alone.IsMatch(folded)))
            {
                return (kind, null);
            }
        }

        return (null, null);
    }

    /// <summary>The kind that a chapter collects ("Examples of good practices", "Key recommendations"), or null: two kinds in one heading are none.</summary>
    public static SectionKind? OfChapter(string title)
    {
        var folded = Fold(title);
        if (folded.Count(c => c == ' ') >= LongestChapterWords && !ListedAdvice().IsMatch(folded))
        {
            return null;
        }

        // "Section 9: Recommendations", "Recommendations: a first list".
        var parts = folded.Split(": ", StringSplitOptions.TrimEntries);
        var kinds = Patterns.Where(p => parts.Any(part => p.Chapter.IsMatch(part))).Select(p => p.Kind).ToList();
        return kinds.Count == 1 && Words.Count(w => Regex.IsMatch(folded, $@"\b(?:{w.Many}|{w.One})\b", RegexOptions.CultureInvariant)) == 1
            ? kinds[0]
            : null;
    }

    /// <summary>True for headings that open or close a chapter rather than being an instance of what it collects.</summary>
    public static bool IsFrame(string title) => Frame().IsMatch(Fold(title));

    /// <summary>Lower case, accents off, single blanks.</summary>
    internal static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.IsWhiteSpace(c) ? ' ' : c);
            }
        }

        return Blanks().Replace(folded.ToString(), " ").Trim();
    }

    private static int? Ordinal(string printed)
    {
        if (int.TryParse(printed, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        var word = Array.FindIndex(NumberWords, w => w.Split('|').Contains(printed));
        return word >= 0 ? word + 1 : Roman(printed);
    }

    private static int? Roman(string printed)
    {
        var total = 0;
        for (var i = 0; i < printed.Length; i++)
        {
            var value = Value(printed[i]);
            total += i + 1 < printed.Length && Value(printed[i + 1]) > value ? -value : value;
        }

        return printed.Length > 0 && printed.All(c => Value(c) > 0) ? total : null;

        static int Value(char c) => c switch { 'i' => 1, 'v' => 5, 'x' => 10, 'l' => 50, _ => 0 };
    }

    // Up to two words may say whose it is: "Evaluation recommendation # 10".
    private static Regex Numbered(string words) => new(
        $@"^(?:\p{{L}}+ ){{0,2}}(?:{words})\s*(?:no\.?|n[°º]\.?|nr\.?|number|#)?\s*(?:(?<n>\d{{1,2}})(?=[\s:.)–—-]|$)|(?<n>[ivxl]{{1,5}}|{string.Join('|', NumberWords)})\s*(?:[:.)–—-]|$))",
        RegexOptions.CultureInvariant);

    private static Regex Named(string words) => new($@"^(?:{words})\s*(?::|\s[–—-]\s)", RegexOptions.CultureInvariant);

    /// <summary>"Recommendation", "Committee recommendation": a box or heading of its own over one piece of advice.</summary>
    private static Regex Alone(string words) => new($@"^(?:(?!the |a |an |la |le |el |un |une |una )\p{{L}}+ ){{0,2}}(?:{words})$", RegexOptions.CultureInvariant);

    // The kind's word stands near the start; it is not the object of something done to it ("implementation of the recommendations",
    // "making challenges more effective", "links with the recommendations"), nor the subject of a sentence ("recommendations which ...").
    private static Regex Chapter(string words) => new(
        @"^(?!.*\b(?:implement\w*|follow(?:ed)?(?:\s|-)?up|status|previous|response|progress|suivi|seguimiento|mise en oeuvre)\b)"
        + @"(?!of |\w+ing (?<!\b(?:emerging|remaining|overarching|cross-cutting|outstanding|existing|pressing|promising|ongoing|following) ))"
        + $@"(?:(?!(?:on|with|to|by|from|into|against|about|towards?) |a (?:des|la|les|los|las) |(?<!\b(?:examples?|list|summary|overview|set|compilation|exemples?|ejemplos?|liste|lista|resume|resumen) )of )\S+ ){{0,3}}"
        + $@"(?:{words})\b(?! (?:which|that|who|qui|que)\b)",
        RegexOptions.CultureInvariant);

    /// <summary>A numbered paragraph that opens a list of advice: "115. The recommendations listed below enjoy the support of ..."</summary>
    [GeneratedRegex(@"^(?:\d+\. ?)?the (?:following )?recommendations (?:listed |formulated |made |below |will |did |do |which )?", RegexOptions.CultureInvariant)]
    private static partial Regex ListedAdvice();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex(
        @"^(?:introduction|introduccion|introducao|einleitung|overview|apercu|background|contexte?o?|summary|resume|resumen|executive summary"
        + @"|conclusions?|conclusion(?:es)?|conclusao|fazit|outlook|references|bibliograph(?:y|ie)|bibliografia|annex(?:es|e)?\b.*|anexos?\b.*|appendix\b.*|method\w*)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Frame();
}
