using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Query;

/// <summary>What of a query can be compared by meaning.</summary>
/// <param name="Text">Its words and phrases as typed, without what is excluded, short forms written out; empty when there are none.</param>
/// <param name="Within">
/// Filters written in the query, when it is nothing but plain words and filters, so that passages may be found for their meaning
/// alone; null when it says more exactly what must match.
/// </param>
/// <param name="Language">The language its common words are of; English when it has none.</param>
public sealed record MeaningText(string Text, IReadOnlyList<SearchFilter>? Within, TextLanguages Language)
{
    /// <summary>Takes a query's tree apart.</summary>
    /// <param name="query">The tree.</param>
    /// <param name="terms">Say what short forms stand for: an encoder knows "security sector reform" and hardly "SSR".</param>
    public static MeaningText Of(QueryNode query, Thesaurus terms)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(terms);
        IReadOnlyList<QueryNode> parts = query is ListNode { Place: WordPlace.Anywhere } list ? list.Parts : [query];
        var plain = parts.All(part => part is WordNode or FilterNode);
        // What holds no word, such as "" or an emoji, means nothing that could be compared.
        string[] words = [.. Words(query).Where(text => Tokenizer.Tokens(text).Count > 0)];
        return new(
            string.Join(' ', words.Select(word => terms.LongFormOf(word) ?? word)),
            plain ? [.. parts.OfType<FilterNode>().Select(part => part.Filter)] : null,
            StopWords.LanguageOfWords(words, TextLanguages.All));
    }

    private static IEnumerable<string> Words(QueryNode node) => node switch
    {
        WordNode word => [word.Text],
        PhraseNode phrase => [phrase.Text],
        FuzzyNode fuzzy => [fuzzy.Text],
        NearNode near => near.Parts.SelectMany(Words),
        AndNode and => and.Parts.SelectMany(Words),
        OrNode or => or.Parts.SelectMany(Words),
        ListNode list => list.Parts.SelectMany(Words),
        RequiredNode required => Words(required.Part),
        _ => [],
    };
}
