using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Query;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Answers;

/// <summary>
/// Orders what was asked for by tags alone: without words there is nothing else by which one recommendation is a better answer than another
/// than how surely it is one. Follows the store, reading only what changed. Safe to use from several threads.
/// </summary>
/// <param name="store">The store; stays the caller's to dispose.</param>
internal sealed class TagStrengths(KnowledgeStore store)
{
    private const string Everybody = "all_third_parties";
    private const string Parties = "conflict_parties";

    private readonly Lock following = new();
    private readonly Dictionary<(string Field, string Label), Dictionary<long, float>> strengths = [];
    private long generation;

    /// <summary>True for a query whose hits are ordered here: no words, and at least one filter by a tag of the passage itself.</summary>
    public static bool Orders(IndexQuery query) =>
        query is { Order: HitOrder.Relevance, Within: TagScope.Passage, Meaning: null, Limit: > 0 } && TagFilters(query).Any();

    /// <summary>The part of all hits that a query asks for, the surest first: as sure as its least sure field.</summary>
    /// <param name="query">Says the part, and by which tags.</param>
    /// <param name="all">All hits, as they stand in the store.</param>
    public IReadOnlyList<IndexHit> Order(IndexQuery query, IReadOnlyList<IndexHit> all)
    {
        var filters = TagFilters(query).Select(filter => (Field: FieldValues.NameOf(filter.Field), Labels: Labels(filter))).ToArray();
        lock (following)
        {
            Follow();
            return [.. all.Select(hit => hit with { Score = filters.Min(filter => Strength(filter.Field, filter.Labels, hit.Row)) })
                .OrderByDescending(hit => hit.Score).Skip(query.Offset).Take(query.Limit)];
        }
    }

    // What no machine gave, a person did.
    private float Strength(string field, IReadOnlyList<string> labels, long row)
    {
        var strongest = 0f;
        foreach (var label in labels)
        {
            if (strengths.TryGetValue((field, label), out var known) && known.TryGetValue(row, out var strength))
            {
                strongest = Math.Max(strongest, strength);
            }
        }

        return strongest > 0 ? strongest : 1;
    }

    // Rows are never used again, so those of documents that are gone do no harm.
    private void Follow() => store.FullText.Read(snapshot =>
    {
        var now = snapshot.Generation;
        foreach (var document in now == generation ? [] : snapshot.ChangedSince(generation))
        {
            foreach (var (row, field, label, confidence) in snapshot.Confidences(document.Row))
            {
                if (!strengths.TryGetValue((field, label), out var known))
                {
                    strengths.Add((field, label), known = []);
                }

                known[row] = confidence;
            }
        }

        generation = now;
        return true;
    });

    // Filters may stand in the query too; with a word beside them it has an order of its own.
    private static IEnumerable<SearchFilter> TagFilters(IndexQuery query)
    {
        IReadOnlyList<IndexNode> parts = query.Root is AllNode all ? all.Parts : [query.Root];
        return parts.All(part => part is EverythingNode or HoldsNode)
            ? parts.OfType<HoldsNode>().Select(part => part.Filter).Concat(query.Filters).Where(IsTag)
            : [];
    }

    private static bool IsTag(SearchFilter filter) => filter.Field is FilterField.Kind or FilterField.Theme or FilterField.Addressee;

    // Advice to all third parties is found under each of them.
    private static IReadOnlyList<string> Labels(SearchFilter filter) =>
        filter.Field == FilterField.Addressee && filter.Values.Any(value => value != Parties) ? [.. filter.Values, Everybody] : filter.Values;
}
