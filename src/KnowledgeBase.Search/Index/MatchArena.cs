using System.Buffers;

namespace KnowledgeBase.Search.Index;

/// <summary>
/// Lends the arrays of one query's match sets and takes them all back at its end: at half a million passages they would otherwise be
/// megabytes of garbage for each query.
/// </summary>
public sealed class MatchArena : IDisposable
{
    // The shared pool keeps arrays for each thread and core, which at half a million passages is hundreds of megabytes under many readers.
    private const int KeptOfEachSize = 4;
    private const int Largest = 1 << 24;

    private static readonly ArrayPool<int> OrdinalPool = ArrayPool<int>.Create(Largest, KeptOfEachSize);
    internal static readonly ArrayPool<float> ScorePool = ArrayPool<float>.Create(Largest, KeptOfEachSize);

    private readonly List<int[]> ordinals = [];
    private readonly List<float[]> scores = [];

    /// <summary>A set with room for so many passages, none in it yet.</summary>
    public MatchSet Rent(int capacity)
    {
        var lent = new MatchSet(OrdinalPool.Rent(capacity), ScorePool.Rent(capacity), 0);
        ordinals.Add(lent.Ordinals);
        scores.Add(lent.Scores);
        return lent;
    }

    /// <summary>How much is lent now; for <see cref="Release"/>.</summary>
    internal int Mark => ordinals.Count;

    /// <summary>Takes back what was lent since a mark: of a part of a query, once it has been joined to the others.</summary>
    internal void Release(int mark)
    {
        for (var i = ordinals.Count - 1; i >= mark; i--)
        {
            OrdinalPool.Return(ordinals[i]);
            ScorePool.Return(scores[i]);
        }

        ordinals.RemoveRange(mark, ordinals.Count - mark);
        scores.RemoveRange(mark, scores.Count - mark);
    }

    public void Dispose() => Release(0);
}
