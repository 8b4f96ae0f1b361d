using KnowledgeBase.Search.Meaning.Ranking;
using KnowledgeBase.Search.Meaning.Vectors;

namespace KnowledgeBase.Search.Index;

/// <summary>Orders one query's matches by words and meaning together, and adds what only means the same.</summary>
/// <param name="columns">The passages.</param>
/// <param name="request">What is asked.</param>
/// <param name="mayAdd">True for passages, by ordinal, that the audience may see and for which all filters hold; called from several threads.</param>
/// <param name="cancellation">Stops between parts.</param>
internal sealed class MeaningOrder(PassageColumns columns, MeaningRequest request, Func<int, bool> mayAdd, CancellationToken cancellation)
{
    /// <summary>Offers all matches, and what is added, with their joint scores.</summary>
    /// <param name="matches">What matches by words and passes the filters.</param>
    /// <param name="best">Takes them.</param>
    /// <returns>Rows of the passages added.</returns>
    public IReadOnlySet<long> Offer(MatchSet matches, TopHits best)
    {
        var compared = BestByWords(matches);
        var cosines = compared.Select(i => Cosine(matches.Ordinals[i])).ToArray();
        var near = Near();
        var bestCosine = cosines.Select(cosine => cosine ?? 0).Concat(near.Select(hit => hit.Cosine)).DefaultIfEmpty(0).Max();
        var bestKeyword = compared.Select(i => matches.Scores[i]).DefaultIfEmpty(0).Max();
        var weight = request.MeaningWeight;
        // What the encoder cannot read, and what has no vector yet, is taken to be as near as the others that have the words.
        float[] known = [.. cosines.OfType<float>().Select(cosine => Math.Max(cosine, 0))];
        float? typical = known.Length > 0 ? known.Average() : null;
        var joint = new Dictionary<int, float>(compared.Length);
        for (var i = 0; i < compared.Length; i++)
        {
            joint[compared[i]] = (float)ConvexFusion.Score(matches.Scores[compared[i]], bestKeyword, cosines[i] ?? typical, bestCosine, weight);
        }

        var added = new HashSet<long>();
        foreach (var hit in near)
        {
            var ordinal = columns.OrdinalOf(hit.Row);
            var place = Array.BinarySearch(matches.Ordinals, 0, matches.Count, ordinal);
            if (place >= 0)
            {
                // Near, though not among the best by words.
                joint.TryAdd(place, (float)ConvexFusion.Score(matches.Scores[place], bestKeyword, hit.Cosine, bestCosine, weight));
            }
            else if (hit.Cosine >= request.LeastCosine)
            {
                added.Add(hit.Row);
                best.Offer(ordinal, (float)ConvexFusion.Score(0, bestKeyword, hit.Cosine, bestCosine, weight));
            }
        }

        for (var i = 0; i < matches.Count; i++)
        {
            var score = joint.TryGetValue(i, out var reckoned) ? reckoned : (float)ConvexFusion.Score(matches.Scores[i], bestKeyword, 0, bestCosine, weight);
            best.Offer(matches.Ordinals[i], score);
        }

        return added;
    }

    private IReadOnlyList<VectorHit> Near() => request.AddWithin is null
        ? []
        : request.Query.Nearest(MeaningRequest.MostAdded, row => columns.OrdinalOf(row) is >= 0 and var ordinal && IsRead(ordinal) && mayAdd(ordinal), cancellation);

    private float? Cosine(int ordinal) => IsRead(ordinal) ? request.Query.Cosine(columns.Rows[ordinal]) : null;

    private bool IsRead(int ordinal) => request.Languages.HasFlag(columns.TextLanguages[ordinal]);

    /// <summary>Places, in the set, of the matches with the best scores, equal ones as they stand.</summary>
    private static int[] BestByWords(MatchSet matches)
    {
        if (matches.Count <= MeaningRequest.MostCompared)
        {
            return [.. Enumerable.Range(0, matches.Count)];
        }

        var worstFirst = new PriorityQueue<int, (float Score, int Place)>(MeaningRequest.MostCompared);
        for (var i = 0; i < matches.Count; i++)
        {
            // Of equal scores the later place is the worse.
            var priority = (matches.Scores[i], -i);
            if (worstFirst.Count < MeaningRequest.MostCompared)
            {
                worstFirst.Enqueue(i, priority);
            }
            else
            {
                worstFirst.EnqueueDequeue(i, priority);
            }
        }

        return [.. worstFirst.UnorderedItems.Select(item => item.Element).Order()];
    }
}
