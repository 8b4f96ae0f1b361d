using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Assembly;

/// <summary>
/// Tells citations from explanations: the note is cut into sentences, each is a citation when it looks like one (a year, a page
/// range, a publisher in brackets, an address, "ibid.") and an explanation when it reads like prose (a finite verb, no such signs).
/// </summary>
public static partial class FootnoteTyper
{
    /// <summary>A stretch of fewer words is judged with its neighbour.</summary>
    private const int ShortestSentenceWords = 5;

    /// <summary>The type; a note that shows neither sign is explanatory when it has eight words or more and no year.</summary>
    /// <param name="text">The note without its mark.</param>
    public static FootnoteType TypeOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        bool cites = false, explains = false;
        foreach (var sentence in Sentences(text))
        {
            var prose = ReadsLikeProse(sentence);
            var source = NamesSource(sentence);
            var pointer = Pointer().IsMatch(sentence);
            if (source && (pointer || !prose || SignsOfSource(sentence) >= 2))
            {
                cites = true;
                // Prose that runs before a source in one sentence ("…, see Smith, Title, 2012") explains as well.
                explains |= prose && !pointer && ProseWordsBeforeSource(sentence) >= 14;
            }
            else if (prose)
            {
                explains = true;
            }
            else if (source)
            {
                cites = true;
            }
        }

        return (cites, explains) switch
        {
            (true, true) => FootnoteType.Mixed,
            (true, false) => FootnoteType.Citation,
            (false, true) => FootnoteType.Explanatory,
            _ => text.Count(c => c == ' ') >= 7 && !Title().IsMatch(text) && !Year().IsMatch(text) ? FootnoteType.Explanatory : FootnoteType.Citation,
        };
    }

    private static IEnumerable<string> Sentences(string text)
    {
        var start = 0;
        foreach (Match end in SentenceEnd().Matches(text))
        {
            var length = end.Index + end.Length - start;
            if (text.AsSpan(start, length).Count(' ') < ShortestSentenceWords)
            {
                continue;
            }

            yield return text.Substring(start, length);
            start = end.Index + end.Length;
        }

        if (start < text.Length && !string.IsNullOrWhiteSpace(text[start..]))
        {
            yield return text[start..];
        }
    }

    private static bool NamesSource(string sentence) => SignsOfSource(sentence) > 0;

    private static int SignsOfSource(string sentence)
    {
        var signs = 0;
        signs += Address().IsMatch(sentence) ? 2 : 0;
        signs += Ibid().IsMatch(sentence) ? 2 : 0;
        signs += Publication().IsMatch(sentence) ? 2 : 0;
        signs += YearInBrackets().IsMatch(sentence) ? 1 : 0;
        signs += PageReference().IsMatch(sentence) ? 1 : 0;
        signs += QuotedTitle().IsMatch(sentence) ? 1 : 0;
        signs += Symbol().IsMatch(sentence) ? 2 : 0;
        return signs;
    }

    private static bool ReadsLikeProse(string sentence)
    {
        // Titles in quotation marks have verbs of their own.
        var bare = Address().Replace(Quoted().Replace(sentence, " "), " ");
        var words = bare.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 6 && (FiniteVerb().IsMatch(bare) || (words.Length > 10 && words.Count(w => char.IsLower(w[0])) * 10 >= words.Length * 7));
    }

    private static int ProseWordsBeforeSource(string sentence)
    {
        var pointer = PointerInside().Match(sentence);
        return pointer.Success ? sentence.AsSpan(0, pointer.Index).Count(' ') : 0;
    }

    [GeneratedRegex(@"(?<!\b(?:p|pp|ed|eds|vol|no|nr|cf|op|cit|al|et|ch|sec|para|paras|art|Mr|Ms|Dr|St|e\.g|i\.e|U\.S|D\.C|[A-Z]))[.!?][”’""»)\]]*\s+(?=[\p{Lu}“""«])", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\b(?:https?://|www\.)\S+|\bdoi:\s*\S+|\b[\w-]+\.(?:org|com|net|int|edu|gov)(?:/\S*)?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"\b(?:ibid|ibíd|ibidem|op\.?\s?cit|loc\.?\s?cit|idem|supra note|ebd)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ibid();

    [GeneratedRegex(@"\([^()]*\b\p{Lu}[\p{L}.]+(?:[^()]*:|,)\s[^()]*\b(?:1[89]|20)\d\d[^()]*\)|\b(?:University Press|Routledge|Palgrave|Éditions|Editorial|Verlag)\b|\b(?:vol|Vol|no|No|nº|n°)\.?\s?\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Publication();

    [GeneratedRegex(@"\(\D{0,20}(?:1[89]|20)\d\d[a-z]?(?:[–/-]\d{2,4})?\)|,\s(?:1[89]|20)\d\d[.,;:]?(?:\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex YearInBrackets();

    [GeneratedRegex(@"\b(?:pp?|paras?|pág|págs|S)\.\s?\d+|\b\d{1,4}[–-]\d{1,4}\b|\):?,?\s\d{1,4}\b", RegexOptions.CultureInvariant)]
    private static partial Regex PageReference();

    [GeneratedRegex(@"[“""«][^”""»]{8,}[,.]?[”""»],?\s*(?:in\s|,|\(|\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex QuotedTitle();

    [GeneratedRegex(@"[“""«][^”""»]*[”""»]", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(?:[AES]/(?:RES/|HRC/|PRST/|C\.\d/)?\d+(?:/\d+)*|(?:resolution|résolution|resolución)\s\d+)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Symbol();

    [GeneratedRegex(@"^\s*(?:see|cf|voir|véase|ver|vgl|siehe|for (?:more|further|details?|an? (?:overview|discussion)|examples?)|available (?:at|from)|on this|accessed|quoted in|cited in|compare)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pointer();

    [GeneratedRegex(@"\b(?:[Ss]ee|[Cc]f\.|[Vv]oir|[Vv]éase|[Ss]iehe)\s(?=.*(?:\d{4}|https?:))", RegexOptions.CultureInvariant)]
    private static partial Regex PointerInside();

    [GeneratedRegex(@"\b(?:1[89]|20)\d\d\b", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"^[“""«].*[”""»]|^\p{Lu}[\p{L}.]+,\s\p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex Title();

    [GeneratedRegex(
        @"\b(?:is|are|was|were|has|have|had|does|do|did|can|could|may|might|must|should|would|will|shall|refers?|means?|includes?|describes?|shows?|became|took|seeks?|aims?|remains?|provides?"
        + @"|est|sont|était|étaient|ont|peut|peuvent|doit|désigne|comprend|fut|furent"
        + @"|es|son|fue|fueron|era|eran|han|puede|pueden|debe|está|están|incluye|significa"
        + @"|é|são|foi|foram|pode|podem|ist|sind|war|waren|wird|werden|wurde|wurden|kann|können|hat|haben)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex FiniteVerb();
}
