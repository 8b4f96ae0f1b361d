namespace KnowledgeBase.Search.Index.Memory;

/// <summary>Finds and weighs the parts of a query in all segments.</summary>
internal sealed class MemoryMatcher
{
    private readonly MemorySnapshot snapshot;
    private readonly MatchArena arena;
    private readonly Func<int, bool>? visible;
    private readonly int seen;
    private readonly double averageLength;

    public MemoryMatcher(MemorySnapshot snapshot, MatchArena arena, Func<int, bool> visible, Viewpoint view)
    {
        this.snapshot = snapshot;
        this.arena = arena;
        this.visible = view.SeesAll ? null : visible;
        (seen, averageLength) = view.SeesAll ? (snapshot.Columns.Count, snapshot.AverageLength) : snapshot.Measure(visible);
    }

    public MatchSet Matches(MatchNode part)
    {
        var found = MatchSet.Empty;
        foreach (var pattern in part.Patterns.Where(p => (p.Languages & snapshot.Columns.LanguagesPresent) != 0))
        {
            found = found.Or(arena, Matches(pattern, part), greater: true);
        }

        return found.Times(part.Weight * Bm25.Rarity(found.Count, seen));
    }

    private MatchSet Matches(WordPattern pattern, MatchNode part)
    {
        var matches = snapshot.Parts.Select(p => (Part: p, Found: new PatternMatcher(p.Segment, arena).Match(pattern, part.Place))).ToArray();
        // What one segment has is weighed in its place; parts of several are put together.
        var (ordinals, scores, _) = matches is [var only] ? only.Found : arena.Rent(matches.Sum(m => m.Found.Count));
        var columns = snapshot.Columns;
        var anyLanguage = (columns.LanguagesPresent & ~pattern.Languages) == 0;
        var kept = 0;
        foreach (var (segment, found) in matches)
        {
            for (var i = 0; i < found.Count; i++)
            {
                var passage = found.Ordinals[i];
                var ordinal = segment.Ordinals[passage];
                if (ordinal < 0
                    || (!anyLanguage && (columns.TextLanguages[ordinal] & pattern.Languages) == 0)
                    || (visible is not null && !visible(ordinal)))
                {
                    continue;
                }

                ordinals[kept] = ordinal;
                scores[kept++] = pattern.Sequences.Count == 1
                    ? Bm25.Weight(found.Scores[i], segment.Segment.Lengths[passage], averageLength)
                    : 1;
            }
        }

        return new(ordinals, scores, kept);
    }
}
