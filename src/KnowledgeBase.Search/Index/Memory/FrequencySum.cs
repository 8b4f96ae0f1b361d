using System.Numerics;

namespace KnowledgeBase.Search.Index.Memory;

/// <summary>Adds up the frequencies of several terms that count as one. To be used by one thread, to its end.</summary>
internal sealed class FrequencySum
{
    // One for each thread, of zeros between two sums: fresh ones for every word of a long question are most of what answering it costs.
    [ThreadStatic]
    private static FrequencySum? idle;

    private readonly float[] frequencies;
    private readonly ulong[] seen;

    private FrequencySum(int passages)
    {
        frequencies = new float[passages];
        seen = new ulong[(passages + 63) / 64];
    }

    /// <summary>A sum over a segment of so many passages.</summary>
    public static FrequencySum Of(int passages)
    {
        var sum = idle is { } ready && ready.frequencies.Length >= passages ? ready : new(passages);
        // Only lent when it is given back whole: an exception leaves the next sum a new one.
        idle = null;
        return sum;
    }

    public void Add(int passage, float frequency)
    {
        frequencies[passage] += frequency;
        seen[passage >> 6] |= 1UL << (passage & 63);
    }

    /// <summary>The sum, by rising passage; ends it.</summary>
    public MatchSet Take(MatchArena arena)
    {
        var (passages, sums, _) = arena.Rent(seen.Sum(BitOperations.PopCount));
        var kept = 0;
        for (var i = 0; i < seen.Length; i++)
        {
            for (var bits = seen[i]; bits != 0; bits &= bits - 1)
            {
                var passage = (i << 6) | BitOperations.TrailingZeroCount(bits);
                passages[kept] = passage;
                sums[kept++] = frequencies[passage];
                frequencies[passage] = 0;
            }

            seen[i] = 0;
        }

        idle = this;
        return new(passages, sums, kept);
    }
}
