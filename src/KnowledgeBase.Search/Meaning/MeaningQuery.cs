using KnowledgeBase.Search.Meaning.Vectors;

namespace KnowledgeBase.Search.Meaning;

/// <summary>A query's vector and the vectors it is compared with; immutable.</summary>
public sealed class MeaningQuery
{
    private readonly VectorTable _table;
    private readonly int _count;
    private readonly float[] _vector;
    private readonly sbyte[] _code;
    private readonly float _inverseLength;
    private readonly Search _search;

    internal MeaningQuery(VectorTable table, int count, long sequence, float[] vector, Search search)
    {
        _table = table;
        _count = count;
        Sequence = sequence;
        _vector = vector;
        _search = search;
        _code = VectorCodec.Encode(vector);
        _inverseLength = VectorCodec.InverseLength(_code);
    }

    internal delegate IReadOnlyList<VectorHit> Search(
        VectorTable table, ReadOnlySpan<float> query, int limit, Func<long, bool> holds, CancellationToken cancellationToken);

    /// <summary>The sequence, in the store, of the newest vector that takes part; 0 for none.</summary>
    public long Sequence { get; }

    /// <summary>The cosine with a passage's vector, -1 to 1, or null when it has none yet.</summary>
    public float? Cosine(long row) => TakesPart(row) ? _table.Cosine(_code, _inverseLength, row) : null;

    /// <summary>The nearest passages for whose row the predicate holds, nearest first.</summary>
    public IReadOnlyList<VectorHit> Nearest(int limit, Func<long, bool> holds, CancellationToken cancellationToken) =>
        _search(_table, _vector, limit, _count == _table.Count ? holds : row => TakesPart(row) && holds(row), cancellationToken);

    private bool TakesPart(long row) => _count == _table.Count || _table.Place(row) < _count;
}
