using KnowledgeBase.Search.Index;

namespace KnowledgeBase.Search.Query;

/// <summary>
/// Keeps the parts of a query that are the same but once, with the sum of their weights: scores stay what they were, and a word that is asked
/// a hundred times is looked for once.
/// </summary>
internal static class EqualParts
{
    /// <summary>The parts, in the order in which each comes first.</summary>
    public static IndexNode[] Merge(IEnumerable<IndexNode> parts)
    {
        var merged = new List<IndexNode>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            if (Key(part) is { } key && !places.TryAdd(key, merged.Count))
            {
                var place = places[key];
                merged[place] = merged[place] is MatchNode before && part is MatchNode again ? before with { Weight = before.Weight + again.Weight } : part;
            }
            else
            {
                merged.Add(part);
            }
        }

        return [.. merged];
    }

    // Blanks part words, which hold none, and control characters what is made of them; null for a part that is made of others.
    private static string? Key(IndexNode part) => part switch
    {
        MatchNode match => $"match\u0001{match.Place}\u0001{string.Join('\u0001', match.Patterns.Select(Key))}",
        HoldsNode { Filter: var filter } => $"holds\u0001{filter.Field}\u0001{filter.From}\u0001{filter.To}\u0001{string.Join('\u0001', filter.Values)}",
        ComplementNode { Part: var not } => Key(not) is { } key ? $"not\u0001{key}" : null,
        _ => null,
    };

    private static string Key(WordPattern pattern) =>
        $"{pattern.Stemmed}\u0002{pattern.Languages}\u0002{pattern.Distance}\u0002{string.Join('\u0002', pattern.Sequences.Select(s => $"{string.Join(' ', s.Words)}\u0003{s.Prefix}"))}";
}
