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

    public void Dispose()
    {
        ordinals.ForEach(o => ArrayPool<int>.Shared.Return(o));
        scores.ForEach(s => ArrayPool<float>.Shared.Return(s));
        ordinals.Clear();
        scores.Clear();
    }
}
