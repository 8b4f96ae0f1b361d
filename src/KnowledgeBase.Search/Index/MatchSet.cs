namespace KnowledgeBase.Search.Index;

/// <summary>Passages with scores, by rising ordinal (see <see cref="PassageColumns"/>).</summary>
/// <param name="Ordinals">Rising, without repetition.</param>
/// <param name="Scores">One for each ordinal, 0 or more.</param>
internal readonly record struct MatchSet(int[] Ordinals, float[] Scores)
{
    public static MatchSet Empty { get; } = new([], []);

    public int Count => Ordinals.Length;

    /// <summary>Those for which the predicate holds.</summary>
    public MatchSet Where(Func<int, bool> holds)
    {
        var ordinals = new int[Count];
        var scores = new float[Count];
        var kept = 0;
        for (var i = 0; i < Count; i++)
        {
            if (holds(Ordinals[i]))
            {
                ordinals[kept] = Ordinals[i];
                scores[kept++] = Scores[i];
            }
        }

        return new(ordinals[..kept], scores[..kept]);
    }

    /// <summary>Those in both; scores add up.</summary>
    public MatchSet And(MatchSet other)
    {
        var ordinals = new int[Math.Min(Count, other.Count)];
        var scores = new float[ordinals.Length];
        var kept = 0;
        for (int i = 0, j = 0; i < Count && j < other.Count;)
        {
            if (Ordinals[i] == other.Ordinals[j])
            {
                ordinals[kept] = Ordinals[i];
                scores[kept++] = Scores[i++] + other.Scores[j++];
            }
            else if (Ordinals[i] < other.Ordinals[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return new(ordinals[..kept], scores[..kept]);
    }

    /// <summary>Those in either; scores add up.</summary>
    public MatchSet Or(MatchSet other) => Merge(other, (a, b) => a + b);

    /// <summary>Those in either, with the greater score.</summary>
    public MatchSet Best(MatchSet other) => Merge(other, Math.Max);

    /// <summary>Those of this set; where they are in the other too, its score is added.</summary>
    public MatchSet Plus(MatchSet other)
    {
        var scores = Scores.ToArray();
        for (int i = 0, j = 0; i < Count && j < other.Count;)
        {
            if (Ordinals[i] == other.Ordinals[j])
            {
                scores[i++] += other.Scores[j++];
            }
            else if (Ordinals[i] < other.Ordinals[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return this with { Scores = scores };
    }

    /// <summary>Those that are not in the other.</summary>
    public MatchSet Except(MatchSet other)
    {
        var excluded = other.Ordinals;
        return Where(ordinal => Array.BinarySearch(excluded, ordinal) < 0);
    }

    /// <summary>All scores times a factor.</summary>
    public MatchSet Times(double factor) => factor == 1 ? this : this with { Scores = Array.ConvertAll(Scores, s => (float)(s * factor)) };

    private MatchSet Merge(MatchSet other, Func<float, float, float> both)
    {
        if (Count == 0 || other.Count == 0)
        {
            return Count == 0 ? other : this;
        }

        var ordinals = new int[Count + other.Count];
        var scores = new float[ordinals.Length];
        var kept = 0;
        int i = 0, j = 0;
        while (i < Count || j < other.Count)
        {
            if (j == other.Count || (i < Count && Ordinals[i] < other.Ordinals[j]))
            {
                ordinals[kept] = Ordinals[i];
                scores[kept++] = Scores[i++];
            }
            else if (i == Count || other.Ordinals[j] < Ordinals[i])
            {
                ordinals[kept] = other.Ordinals[j];
                scores[kept++] = other.Scores[j++];
            }
            else
            {
                ordinals[kept] = Ordinals[i];
                scores[kept++] = both(Scores[i++], other.Scores[j++]);
            }
        }

        return new(ordinals[..kept], scores[..kept]);
    }
}
