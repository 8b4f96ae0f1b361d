using KnowledgeBase.Search.Meaning.Vectors;

namespace KnowledgeBase.Search.Meaning;

/// <summary>A query's vector and the vectors it is compared with; immutable.</summary>
public sealed class MeaningQuery
{
    private readonly VectorTable _table;
    private readonly float[] _vector;
    private readonly sbyte[] _code;
    private readonly float _inverseLength;
    private readonly Search _search;

    internal MeaningQuery(VectorTable table, float[] vector, Search search)
    {
        _table = table;
        _vector = vector;
        _search = search;
        _code = VectorCodec.Encode(vector);
        _inverseLength = VectorCodec.InverseLength(_code);
    }

    internal delegate IReadOnlyList<VectorHit> Search(
        VectorTable table, ReadOnlySpan<float> query, int limit, Func<long, bool> holds, CancellationToken cancellationToken);

    /// <summary>The cosine with a passage's vector, -1 to 1, or null when it has none yet.</summary>
    public float? Cosine(long row) => _table.Cosine(_code, _inverseLength, row);

    /// <summary>The nearest passages for whose row the predicate holds, nearest first.</summary>
    public IReadOnlyList<VectorHit> Nearest(int limit, Func<long, bool> holds, CancellationToken cancellationToken) =>
        _search(_table, _vector, limit, holds, cancellationToken);
}
