using KnowledgeBase.Documents;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Query;

namespace KnowledgeBase.Search.Answers;

/// <summary>
/// Finds what could be asked when a query finds nothing: near spellings from the words of the passages that the user may see, the words of a
/// phrase without their order, and the query without one of its conditions. Only what does find something is offered.
/// </summary>
/// <param name="vocabulary">Words that the user may see.</param>
/// <param name="count">Number of passages that a query finds.</param>
/// <param name="say">Gives the words in the reader's language.</param>
internal sealed class SuggestionFinder(Func<IReadOnlyList<VocabularyWord>> vocabulary, Func<QueryNode, int> count, Func<CodedText, string> say)
{
    private const int Most = 5;
    private const int MostTried = 12;
    private const int ShortWord = 4;

    /// <param name="query">The query that found nothing.</param>
    /// <param name="filters">Filters chosen beside it.</param>
    public IReadOnlyList<Suggestion> Find(QueryNode query, IReadOnlyList<SearchFilter> filters)
    {
        IReadOnlyList<QueryNode> parts = [.. PartsOf(query), .. filters.Select(f => new FilterNode(f))];
        var place = (query as ListNode)?.Place ?? WordPlace.Anywhere;
        var tried = Spellings(parts, place).Concat(LoosePhrases(parts, place)).Concat(Without(parts, place)).Take(MostTried);
        return
        [
            .. tried
                .Select(t => new Suggestion(QueryWriter.Write(t.Query), say(t.Why), count(t.Query)))
                .Where(s => s.Total > 0)
                .DistinctBy(s => s.Query, StringComparer.Ordinal)
                .Take(Most),
        ];
    }

    // Parts that all have to match; a list of plain words has to match as one.
    private static IReadOnlyList<QueryNode> PartsOf(QueryNode query) => query switch
    {
        ListNode { Parts: [var only] } => PartsOf(only),
        AndNode and => and.Parts,
        ListNode list => list.Parts,
        _ => [query],
    };

    private static QueryNode Joined(IReadOnlyList<QueryNode> parts, WordPlace place) => new ListNode(
        [.. parts.Select(p => p is FilterNode or NotNode or RequiredNode || parts.Count == 1 ? p : new RequiredNode(p))], place);

    private IEnumerable<(QueryNode Query, CodedText Why)> Spellings(IReadOnlyList<QueryNode> parts, WordPlace place)
    {
        foreach (var word in parts.SelectMany(Words).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (count(new WordNode(word)) > 0 || Nearest(word) is not { } near)
            {
                continue;
            }

            // Words written one after the other stay alternatives: only the misspelled one was in the way.
            yield return (new ListNode([.. parts.Select(p => Replaced(p, word, near))], place), CodedText.Of("suggest-spelling", $"near spelling: {near} for {word}"));
        }
    }

    private static IEnumerable<(QueryNode Query, CodedText Why)> LoosePhrases(IReadOnlyList<QueryNode> parts, WordPlace place) =>
        parts.OfType<PhraseNode>().Where(p => p.Text.Contains(' ', StringComparison.Ordinal)).Select(phrase =>
        {
            var words = phrase.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => (QueryNode)new WordNode(w)).ToArray();
            QueryNode loose = words.Length == 1 ? words[0] : new AndNode(words);
            return (Joined([.. parts.Select(p => p == phrase ? loose : p)], place), CodedText.Of("suggest-any-order", $"the words of \"{phrase.Text}\" in any order"));
        });

    private static IEnumerable<(QueryNode Query, CodedText Why)> Without(IReadOnlyList<QueryNode> parts, WordPlace place) => parts.Count < 2
        ? []
        : parts.Reverse().Select(dropped =>
            (Joined([.. parts.Where(p => !ReferenceEquals(p, dropped))], place), CodedText.Of("suggest-without", $"without {QueryWriter.Write(dropped)}")));

    private static IEnumerable<string> Words(QueryNode node) => node switch
    {
        WordNode word => [word.Text],
        AndNode and => and.Parts.SelectMany(Words),
        OrNode or => or.Parts.SelectMany(Words),
        ListNode list => list.Parts.SelectMany(Words),
        RequiredNode required => Words(required.Part),
        _ => [],
    };

    private static QueryNode Replaced(QueryNode node, string word, string by) => node switch
    {
        WordNode own when own.Text.Equals(word, StringComparison.OrdinalIgnoreCase) => new WordNode(by),
        AndNode and => new AndNode([.. and.Parts.Select(p => Replaced(p, word, by))]),
        OrNode or => new OrNode([.. or.Parts.Select(p => Replaced(p, word, by))]),
        ListNode list => list with { Parts = [.. list.Parts.Select(p => Replaced(p, word, by))] },
        RequiredNode required => new RequiredNode(Replaced(required.Part, word, by)),
        _ => node,
    };

    private string? Nearest(string word)
    {
        var form = Analysis.Folding.Fold(word);
        var most = form.Length <= ShortWord ? 1 : 2;
        return vocabulary()
            .Select(v => (v.Form, v.Passages, Distance: EditDistance.Between(form, v.Form, most)))
            .Where(v => v.Distance > 0 && v.Distance <= most && !Analysis.StopWords.Contains(v.Form, Analysis.TextLanguages.English))
            .OrderBy(v => v.Distance).ThenByDescending(v => v.Passages).ThenBy(v => v.Form, StringComparer.Ordinal)
            .Select(v => v.Form)
            .FirstOrDefault();
    }
}
