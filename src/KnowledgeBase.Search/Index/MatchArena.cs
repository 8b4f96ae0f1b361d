using System.Buffers;

namespace KnowledgeBase.Search.Index;

/// <summary>
/// Lends the arrays of one query's match sets and takes them all back at its end: at half a million passages they would otherwise be
/// megabytes of garbage for each query.
/// </summary>
public sealed class MatchArena : IDisposable
{
    private readonly List<int[]> ordinals = [];
    private readonly List<float[]> scores = [];

    /// <summary>A set with room for so many passages, none in it yet.</summary>
    public MatchSet Rent(int capacity)
    {
        var lent = new MatchSet(ArrayPool<int>.Shared.Rent(capacity), ArrayPool<float>.Shared.Rent(capacity), 0);
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
            ArrayPool<int>.Shared.Return(ordinals[i]);
            ArrayPool<float>.Shared.Return(scores[i]);
        }

        ordinals.RemoveRange(mark, ordinals.Count - mark);
        scores.RemoveRange(mark, scores.Count - mark);
    }

    public void Dispose() => Release(0);
}
