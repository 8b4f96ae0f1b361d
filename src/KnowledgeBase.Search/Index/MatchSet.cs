namespace KnowledgeBase.Search.Index;

/// <summary>Passages with scores, by rising ordinal (see <see cref="PassageColumns"/>). Lent by a <see cref="MatchArena"/>.</summary>
/// <param name="Ordinals">Rising, without repetition, up to <paramref name="Count"/>; what lies behind means nothing.</param>
/// <param name="Scores">One for each ordinal, 0 or more.</param>
/// <param name="Count">Number of passages.</param>
public readonly record struct MatchSet(int[] Ordinals, float[] Scores, int Count)
{
    public static MatchSet Empty { get; } = new([], [], 0);

    /// <summary>Those for which the predicate holds, in the arrays of this set.</summary>
    public MatchSet Where(Func<int, bool> holds)
    {
        var kept = 0;
        for (var i = 0; i < Count; i++)
        {
            if (holds(Ordinals[i]))
            {
                Ordinals[kept] = Ordinals[i];
                Scores[kept++] = Scores[i];
            }
        }

        return this with { Count = kept };
    }

    /// <summary>Those in both, in the arrays of this set; scores add up.</summary>
    public MatchSet And(MatchSet other)
    {
        var kept = 0;
        for (int i = 0, j = 0; i < Count && j < other.Count;)
        {
            if (Ordinals[i] == other.Ordinals[j])
            {
                Ordinals[kept] = Ordinals[i];
                Scores[kept++] = Scores[i++] + other.Scores[j++];
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

        return this with { Count = kept };
    }

    /// <summary>Those in either; scores add up, or the greater stands.</summary>
    public MatchSet Or(MatchArena arena, MatchSet other, bool greater = false)
    {
        if (Count == 0 || other.Count == 0)
        {
            return Count == 0 ? other : this;
        }

        var (ordinals, scores, _) = arena.Rent(Count + other.Count);
        var kept = 0;
        int i = 0, j = 0;
        while (i < Count && j < other.Count)
        {
            var (a, b) = (Ordinals[i], other.Ordinals[j]);
            ordinals[kept] = Math.Min(a, b);
            if (a == b)
            {
                scores[kept++] = greater ? Math.Max(Scores[i], other.Scores[j]) : Scores[i] + other.Scores[j];
                i++;
                j++;
            }
            else
            {
                scores[kept++] = a < b ? Scores[i++] : other.Scores[j++];
            }
        }

        var (rest, from) = i < Count ? (this, i) : (other, j);
        Array.Copy(rest.Ordinals, from, ordinals, kept, rest.Count - from);
        Array.Copy(rest.Scores, from, scores, kept, rest.Count - from);
        return new(ordinals, scores, kept + rest.Count - from);
    }

    /// <summary>Those of this set; where they are in the other too, its score is added.</summary>
    public MatchSet Plus(MatchSet other)
    {
        for (int i = 0, j = 0; i < Count && j < other.Count;)
        {
            if (Ordinals[i] == other.Ordinals[j])
            {
                Scores[i++] += other.Scores[j++];
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

        return this;
    }

    /// <summary>Those that are not in the other, in the arrays of this set.</summary>
    public MatchSet Except(MatchSet other) =>
        Where(ordinal => Array.BinarySearch(other.Ordinals, 0, other.Count, ordinal) < 0);

    /// <summary>The same set, all scores times a factor.</summary>
    public MatchSet Times(double factor)
    {
        for (var i = 0; i < Count; i++)
        {
            Scores[i] = (float)(Scores[i] * factor);
        }

        return this;
    }
}
