using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Query;

namespace KnowledgeBase.Engines.Lucene;

/// <summary>
/// Answers the commonest of queries, some words of which any may match, with nothing to filter or to count by value: weights are added up in
/// one array over all passages, which is then looked through once for the number above 0 and for the best. Total and order are exact.
/// </summary>
internal static class PlainWords
{
    /// <summary>The words of such a query; null for any other.</summary>
    public static IReadOnlyList<MatchNode>? Of(IndexQuery query) =>
        query is { Filters.Count: 0, Facets.Count: 0, Meaning: null, Order: HitOrder.Relevance } && Parts(query.Root) is { } parts
            ? parts
            : null;

    /// <summary>Answers it.</summary>
    public static IndexAnswer Answer(IndexState state, LuceneMatcher matcher, IReadOnlyList<MatchNode> parts, IndexQuery query)
    {
        var sums = ArrayPool<float>.Shared.Rent(state.Columns.Count);
        try
        {
            var scores = sums.AsSpan(0, state.Columns.Count);
            scores.Clear();
            foreach (var part in parts)
            {
                matcher.AddTo(scores, part);
            }

            var (total, best) = Best(scores, query.Offset + query.Limit);
            var hits = best.Skip(query.Offset).Select(hit => new IndexHit(state.Columns.Rows[hit.Ordinal], hit.Score)).ToArray();
            return new(total, hits, new Dictionary<FilterField, IReadOnlyList<FacetValue>>());
        }
        finally
        {
            ArrayPool<float>.Shared.Return(sums);
        }
    }

    private static List<MatchNode>? Parts(IndexNode node)
    {
        if (node is MatchNode match)
        {
            return [match];
        }

        if (node is not AnyNode any)
        {
            return null;
        }

        var parts = new List<MatchNode>();
        foreach (var part in any.Parts)
        {
            if (Parts(part) is not { } its)
            {
                return null;
            }

            parts.AddRange(its);
        }

        return parts;
    }

    private static (int Total, (int Ordinal, float Score)[] Best) Best(ReadOnlySpan<float> scores, int most)
    {
        var worstFirst = new PriorityQueue<int, (float Score, int Later)>();
        var total = 0;
        var bar = 0f;
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(scores);
        for (var v = 0; v < vectors.Length; v++)
        {
            total -= Vector.Sum(Vector.GreaterThan(vectors[v], Vector<float>.Zero));
            if (Vector.GreaterThanAny(vectors[v], new Vector<float>(bar)))
            {
                Offer(scores, v * Vector<float>.Count, (v + 1) * Vector<float>.Count);
            }
        }

        var rest = vectors.Length * Vector<float>.Count;
        foreach (var score in scores[rest..])
        {
            total += score > 0 ? 1 : 0;
        }

        Offer(scores, rest, scores.Length);
        var best = worstFirst.UnorderedItems.Select(item => (item.Element, item.Priority.Score)).ToArray();
        Array.Sort(best, (a, b) => b.Score.CompareTo(a.Score) is var order and not 0 ? order : a.Element.CompareTo(b.Element));
        return (total, best);

        void Offer(ReadOnlySpan<float> all, int from, int to)
        {
            for (var i = from; i < to && most > 0; i++)
            {
                // Of equal scores the later passage is the worse: it comes later here, so it never takes an earlier one's place.
                if (all[i] <= bar)
                {
                    continue;
                }

                if (worstFirst.Count < most)
                {
                    worstFirst.Enqueue(i, (all[i], -i));
                }
                else
                {
                    worstFirst.EnqueueDequeue(i, (all[i], -i));
                }

                if (worstFirst.Count == most)
                {
                    worstFirst.TryPeek(out _, out var worst);
                    bar = worst.Score;
                }
            }
        }
    }
}
