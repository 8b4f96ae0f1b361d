using KnowledgeBase.Documents;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Query;

namespace KnowledgeBase.Search.Answers;

/// <summary>
/// Finds what could be asked when a query, or one of its words, finds nothing: near spellings from the words of the passages that the user may see, the words of a
/// phrase without their order, and the query without one of its conditions. Only what does find something is offered; everything else stays
/// as it was asked, so that a list of words stays a list and what AND joined stays joined.
/// </summary>
/// <param name="vocabulary">Words that the user may see.</param>
/// <param name="count">Number of passages that a query finds.</param>
/// <param name="say">Gives the words in the reader's language.</param>
/// <param name="cancellation">Stops between words and while the vocabulary is gone through.</param>
internal sealed class SuggestionFinder(
    Func<IReadOnlyList<VocabularyWord>> vocabulary, Func<QueryNode, int> count, Func<CodedText, string> say, CancellationToken cancellation)
{
    private const int Most = 5;
    private const int MostTried = 12;
    private const int ShortWord = 4;

    // Where the other words do find something, the word may well be right: two slips are looked for only in a long one.
    private const int LongWord = 8;

    // The whole vocabulary is gone through for each.
    private const int MostWordsLookedUp = 12;

    /// <param name="query">The query that found nothing.</param>
    /// <param name="filters">Filters chosen beside it.</param>
    public IReadOnlyList<Suggestion> Find(QueryNode query, IReadOnlyList<SearchFilter> filters)
    {
        var whole = Whole(query, filters);
        return Offered(Spellings(whole).Concat(LoosePhrases(whole)).Concat(Conditions.Dropped(whole).Select(left => (left.Query, left.Why))));
    }

    /// <summary>The query with a near spelling of each word that no passage has, where its other words do find passages.</summary>
    /// <param name="query">The query.</param>
    /// <param name="filters">Filters chosen beside it.</param>
    /// <param name="hits">The first it found. A word that is marked there is not looked up, which spares common words their counting.</param>
    public IReadOnlyList<Suggestion> Misspelt(QueryNode query, IReadOnlyList<SearchFilter> filters, IReadOnlyList<SearchHit> hits)
    {
        var marked = hits.Select(hit => hit.Cut).OfType<Snippet>().SelectMany(cut => cut.Words()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var stems = marked.SelectMany(Stems).ToHashSet(StringComparer.Ordinal);
        // A short form that no passage has is one, not a slip.
        bool IsSeen(string word) => StopWords.IsName(word) || StopWords.Contains(Folding.Fold(word)) || Stems(word).Any(stems.Contains);
        return Offered(Spellings(Whole(query, filters), IsSeen));
    }

    private static ListNode Whole(QueryNode query, IReadOnlyList<SearchFilter> filters)
    {
        var list = query as ListNode ?? new ListNode([query]);
        return list with { Parts = [.. list.Parts, .. filters.Select(filter => new FilterNode(filter))] };
    }

    private static IEnumerable<string> Stems(string text) =>
        TextLanguage.Each.SelectMany(language => WordAnalyser.Shared.Analyse(text, language) is var read ? read.Words.Concat(read.Compounds).Select(word => word.Stem) : []);

    private IReadOnlyList<Suggestion> Offered(IEnumerable<(QueryNode Query, CodedText Why)> ways) =>
    [
        .. ways.Take(MostTried)
            .Select(tried => (Text: QueryWriter.Write(tried.Query), tried.Why))
            // What is offered is counted as it will be read.
            .Select(tried => new Suggestion(tried.Text, say(tried.Why), QueryParser.Parse(tried.Text).Query is { } read ? Count(read) : 0))
            .Where(suggestion => suggestion.Total > 0)
            .DistinctBy(suggestion => suggestion.Query, StringComparer.Ordinal)
            .Take(Most),
    ];

    private int Count(QueryNode query)
    {
        cancellation.ThrowIfCancellationRequested();
        return count(query);
    }

    private IEnumerable<(QueryNode Query, CodedText Why)> Spellings(ListNode whole, Func<string, bool>? isSeen = null)
    {
        var found = new List<(string Word, string Near)>();
        foreach (var word in Words(whole).Where(word => HasNearSpellings(word) && isSeen?.Invoke(word) != true).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostWordsLookedUp))
        {
            // The near word is counted too: the other words find passages by themselves.
            if (Count(new WordNode(word)) == 0 && Nearest(word, isSeen is null ? ShortWord : LongWord) is { } near && Count(new WordNode(near)) > 0)
            {
                found.Add((word, near));
                yield return (Replaced(whole, word, near), Spelling(word, near));
            }
        }

        if (found.Count > 1)
        {
            yield return (
                found.Aggregate((QueryNode)whole, (query, each) => Replaced(query, each.Word, each.Near)),
                CodedText.Of("suggest-spellings", $"near spellings: {string.Join(", ", found.Select(each => each.Near))} for {string.Join(", ", found.Select(each => each.Word))}"));
        }
    }

    // Another number or symbol is another thing, however near it is spelled.
    private static bool HasNearSpellings(string word) => Tokenizer.Tokens(word).Count > 0 && !word.Any(char.IsDigit);

    private static CodedText Spelling(string word, string near) => CodedText.Of("suggest-spelling", $"near spelling: {near} for {word}");

    private static IEnumerable<(QueryNode Query, CodedText Why)> LoosePhrases(ListNode whole) => Phrases(whole).Distinct()
        .Select(phrase => (Phrase: phrase, Words: Tokenizer.Tokens(phrase.Text).ConvertAll(token => (QueryNode)new WordNode(Plain(token.Text)))))
        .Where(each => each.Words.Count > 1)
        .Select(each => (Changed(whole, node => node == each.Phrase ? new AndNode(each.Words) : node), CodedText.Of("suggest-any-order", $"the words of \"{each.Phrase.Text}\" in any order")));

    // Inside a phrase an operator is a word, outside it is none.
    private static string Plain(string word) => word is "AND" or "OR" or "NOT" || word.StartsWith("NEAR", StringComparison.Ordinal) ? word.ToLowerInvariant() : word;

    private static IEnumerable<PhraseNode> Phrases(QueryNode node) => node switch
    {
        PhraseNode phrase => [phrase],
        AndNode and => and.Parts.SelectMany(Phrases),
        ListNode list => list.Parts.SelectMany(Phrases),
        RequiredNode required => Phrases(required.Part),
        _ => [],
    };

    private static IEnumerable<string> Words(QueryNode node) => node switch
    {
        WordNode word => [word.Text],
        AndNode and => and.Parts.SelectMany(Words),
        OrNode or => or.Parts.SelectMany(Words),
        ListNode list => list.Parts.SelectMany(Words),
        RequiredNode required => Words(required.Part),
        _ => [],
    };

    private static QueryNode Replaced(QueryNode query, string word, string by) =>
        Changed(query, node => node is WordNode own && own.Text.Equals(word, StringComparison.OrdinalIgnoreCase) ? new WordNode(by) : node);

    // The same tree with its words and phrases changed; what is excluded stays.
    private static QueryNode Changed(QueryNode node, Func<QueryNode, QueryNode> change) => node switch
    {
        AndNode and => new AndNode([.. and.Parts.Select(part => Changed(part, change))]),
        OrNode or => new OrNode([.. or.Parts.Select(part => Changed(part, change))]),
        ListNode list => list with { Parts = [.. list.Parts.Select(part => Changed(part, change))] },
        RequiredNode required => new RequiredNode(Changed(required.Part, change)),
        _ => change(node),
    };

    private string? Nearest(string word, int oneSlipUpTo)
    {
        var form = Folding.Fold(word);
        var most = form.Length <= oneSlipUpTo ? 1 : 2;
        (string? Form, int Distance, int Passages) best = (null, int.MaxValue, 0);
        var looked = 0;
        foreach (var (candidate, passages) in vocabulary())
        {
            if (looked++ % 1024 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            var distance = EditDistance.Between(form, candidate, most);
            if (distance > 0 && distance <= most && IsBetter((candidate, distance, passages), best) && !StopWords.Contains(candidate, TextLanguages.English))
            {
                best = (candidate, distance, passages);
            }
        }

        return best.Form;
    }

    // The nearest, then the most frequent, then the first by letters.
    private static bool IsBetter((string? Form, int Distance, int Passages) one, (string? Form, int Distance, int Passages) other) =>
        (one.Distance, -one.Passages).CompareTo((other.Distance, -other.Passages)) is var order && order != 0
            ? order < 0
            : string.CompareOrdinal(one.Form, other.Form) < 0;
}
