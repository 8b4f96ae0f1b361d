using KnowledgeBase.Search.Index;
using KnowledgeBase.Store;

namespace KnowledgeBase.Engines.Lucene;

/// <summary>Gives the weighted matches of the parts of one query.</summary>
internal sealed class LuceneMatcher
{
    private readonly IndexState state;
    private readonly MatchArena arena;
    private readonly Func<int, bool>? visible;
    private readonly PatternFinder finder;
    private readonly int seen;

    public LuceneMatcher(IndexState state, MatchArena arena, Func<int, bool> visible, Visibility audience)
    {
        this.state = state;
        this.arena = arena;
        this.visible = audience == Visibility.Restricted ? null : visible;
        finder = new(state);
        seen = audience == Visibility.Restricted ? state.Columns.Count : Enumerable.Range(0, state.Columns.Count).Count(visible);
    }

    public MatchSet Matches(MatchNode part)
    {
        var found = MatchSet.Empty;
        foreach (var pattern in part.Patterns)
        {
            found = found.Or(arena, Visible(finder.Find(pattern, part.Place)), greater: true);
        }

        return found.Times(part.Weight * Bm25.Rarity(found.Count, seen));
    }

    /// <summary>Adds the scores of a part to those of all passages, by ordinal; only for an audience that may see all.</summary>
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
        var factor = part.Weight * Bm25.Rarity(ordinals.Length, seen);
        for (var i = 0; i < ordinals.Length; i++)
        {
            scores[ordinals[i]] += (float)(weights[i] * factor);
        }
    }

    // A copy: the evaluator writes into the sets that it is given.
    private MatchSet Visible(Matches matches)
    {
        var (ordinals, scores, _) = arena.Rent(matches.Ordinals.Length);
        if (visible is null)
        {
            matches.Ordinals.CopyTo(ordinals, 0);
            matches.Weights.CopyTo(scores, 0);
            return new(ordinals, scores, matches.Ordinals.Length);
        }

        var kept = 0;
        for (var i = 0; i < matches.Ordinals.Length; i++)
        {
            if (visible(matches.Ordinals[i]))
            {
                ordinals[kept] = matches.Ordinals[i];
                scores[kept++] = matches.Weights[i];
            }
        }

        return new(ordinals, scores, kept);
    }
}
