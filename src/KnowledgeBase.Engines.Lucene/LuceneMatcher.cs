using KnowledgeBase.Search.Index;

namespace KnowledgeBase.Engines.Lucene;

/// <summary>Gives the weighted matches of the parts of one query.</summary>
internal sealed class LuceneMatcher(IndexState state, MatchArena arena, AudienceView view)
{
    private readonly PatternFinder finder = new(state, view);

    public MatchSet Matches(MatchNode part)
    {
        var found = MatchSet.Empty;
        foreach (var pattern in part.Patterns)
        {
            found = found.Or(arena, Copy(finder.Find(pattern, part.Place)), greater: true);
        }

        return found.Times(part.Weight * Bm25.Rarity(found.Count, view.Count));
    }

    /// <summary>Adds the scores of a part to those of all passages, by ordinal.</summary>
    public void AddTo(Span<float> scores, MatchNode part)
    {
        if (part.Patterns is not [var pattern])
        {
            var (several, sums, count) = Matches(part);
            for (var i = 0; i < count; i++)
            {
                scores[several[i]] += sums[i];
            }

            return;
        }

        // Without the copy that the evaluator needs.
        var (ordinals, weights) = finder.Find(pattern, part.Place);
        var factor = part.Weight * Bm25.Rarity(ordinals.Length, view.Count);
        for (var i = 0; i < ordinals.Length; i++)
        {
            scores[ordinals[i]] += (float)(weights[i] * factor);
        }
    }

    // The evaluator writes into the sets that it is given.
    private MatchSet Copy(Matches matches)
    {
        var (ordinals, scores, _) = arena.Rent(matches.Ordinals.Length);
        matches.Ordinals.CopyTo(ordinals, 0);
        matches.Weights.CopyTo(scores, 0);
        return new(ordinals, scores, matches.Ordinals.Length);
    }
}
