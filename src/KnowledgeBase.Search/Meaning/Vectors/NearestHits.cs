namespace KnowledgeBase.Search.Meaning.Vectors;

/// <summary>The nearest of the hits offered, up to a limit.</summary>
internal sealed class NearestHits(int limit)
{
    private static readonly Comparer<VectorHit> NearestFirst = Comparer<VectorHit>.Create((left, right) =>
        left.Cosine != right.Cosine ? right.Cosine.CompareTo(left.Cosine) : left.Row.CompareTo(right.Row));

    // The farthest of those kept is on top.
    private readonly PriorityQueue<VectorHit, VectorHit> _kept = new(Comparer<VectorHit>.Create((left, right) => NearestFirst.Compare(right, left)));

    /// <summary>Whether a hit would be kept.</summary>
    public bool Wants(VectorHit hit) => _kept.Count < limit || NearestFirst.Compare(hit, _kept.Peek()) < 0;

    /// <summary>Keeps a hit that is wanted.</summary>
    public void Add(VectorHit hit)
    {
        if (_kept.Count < limit)
        {
            _kept.Enqueue(hit, hit);
        }
        else
        {
            _kept.EnqueueDequeue(hit, hit);
        }
    }

    /// <summary>The nearest of several, in order.</summary>
    public static IReadOnlyList<VectorHit> Merge(IEnumerable<NearestHits> parts, int limit) =>
        [.. parts.SelectMany(part => part._kept.UnorderedItems.Select(item => item.Element)).Order(NearestFirst).Take(limit)];
}
