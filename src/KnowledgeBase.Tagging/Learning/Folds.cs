namespace KnowledgeBase.Tagging.Learning;

/// <summary>Divides groups into parts of about the same number of examples.</summary>
public static class Folds
{
    /// <summary>
    /// The part, from 0, of each group: largest groups first, each into the part that is smallest so far. With fewer groups
    /// than parts there are as many parts as groups.
    /// </summary>
    public static IReadOnlyDictionary<string, int> Of(IEnumerable<string> groupOfEachExample, int parts)
    {
        var groups = groupOfEachExample.GroupBy(group => group, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).ToArray();
        var sizes = new int[Math.Min(parts, groups.Length)];
        var folds = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var smallest = Array.IndexOf(sizes, sizes.Min());
            folds[group.Key] = smallest;
            sizes[smallest] += group.Count();
        }

        return folds;
    }
}
