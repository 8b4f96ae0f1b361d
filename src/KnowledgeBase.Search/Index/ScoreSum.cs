using System.Buffers;
using System.Numerics;

namespace KnowledgeBase.Search.Index;

/// <summary>
/// Adds up the scores of many sets in one array over all passages, so that a long question takes no more memory than a short one.
/// </summary>
internal sealed class ScoreSum : IDisposable
{
    private readonly float[] scores;
    private readonly ulong[] seen;
    private readonly int words;

    /// <param name="passages">Number of passages.</param>
    public ScoreSum(int passages)
    {
        words = (passages + 63) / 64;
        scores = MatchArena.ScorePool.Rent(passages);
        seen = ArrayPool<ulong>.Shared.Rent(words);
        scores.AsSpan(0, passages).Clear();
        seen.AsSpan(0, words).Clear();
    }

    /// <summary>Adds a set.</summary>
    public void Add(MatchSet set)
    {
        for (var i = 0; i < set.Count; i++)
        {
            var ordinal = set.Ordinals[i];
            scores[ordinal] += set.Scores[i];
            seen[ordinal >> 6] |= 1UL << (ordinal & 63);
        }
    }

    /// <summary>All passages that were in any of the sets.</summary>
    public MatchSet Sum(MatchArena arena)
    {
        var count = 0;
        for (var i = 0; i < words; i++)
        {
            count += BitOperations.PopCount(seen[i]);
        }

        var sum = arena.Rent(count);
        var at = 0;
        for (var i = 0; i < words; i++)
        {
            for (var bits = seen[i]; bits != 0; bits &= bits - 1)
            {
                var ordinal = (i << 6) | BitOperations.TrailingZeroCount(bits);
                sum.Ordinals[at] = ordinal;
                sum.Scores[at++] = scores[ordinal];
            }
        }

        return sum with { Count = count };
    }

    public void Dispose()
    {
        MatchArena.ScorePool.Return(scores);
        ArrayPool<ulong>.Shared.Return(seen);
    }
}
