namespace KnowledgeBase.Tagging.Learning;

/// <summary>The features that a model knows.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<uint, int> index;

    /// <param name="keys">Ascending, without repetition.</param>
    public Vocabulary(IReadOnlyList<uint> keys)
    {
        Keys = keys;
        index = new(keys.Count);
        for (var i = 0; i < keys.Count; i++)
        {
            index.Add(keys[i], i);
        }
    }

    public IReadOnlyList<uint> Keys { get; }

    /// <summary>The features that at least so many passages have; variations of a passage do not count.</summary>
    public static Vocabulary Of(IEnumerable<TrainingExample> examples, int fewestPassages)
    {
        var counts = new Dictionary<uint, int>();
        var seen = new HashSet<uint>();
        foreach (var example in examples.Where(example => !example.IsVariation))
        {
            seen.Clear();
            foreach (var feature in example.Features.Features)
            {
                if (seen.Add(feature.Key))
                {
                    counts[feature.Key] = counts.GetValueOrDefault(feature.Key) + 1;
                }
            }
        }

        return new(counts.Where(count => count.Value >= fewestPassages).Select(count => count.Key).Order().ToArray());
    }

    /// <summary>The row of a feature, or -1.</summary>
    public int RowOf(uint key) => index.GetValueOrDefault(key, -1);

    /// <summary>The scaled values of the known features.</summary>
    public SparseVector Vector(IReadOnlyList<Feature> features)
    {
        var values = FeatureScaling.Scale(features);
        var entries = new List<(int Row, float Value)>(features.Count);
        for (var i = 0; i < values.Length; i++)
        {
            if (index.TryGetValue(features[i].Key, out var row))
            {
                entries.Add((row, values[i]));
            }
        }

        entries.Sort((a, b) => a.Row.CompareTo(b.Row));
        return new(entries.Select(entry => entry.Row).ToArray(), entries.Select(entry => entry.Value).ToArray());
    }
}
