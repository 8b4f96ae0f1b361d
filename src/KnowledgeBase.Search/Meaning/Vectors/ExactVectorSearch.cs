namespace KnowledgeBase.Search.Meaning.Vectors;

/// <summary>Compares a query with every vector of a table; nothing near is missed.</summary>
public sealed class ExactVectorSearch
{
    /// <summary>The nearest passages, nearest first, equal ones by row.</summary>
    /// <param name="table">The vectors.</param>
    /// <param name="query">A vector of the table's dimensions, of any length above 0.</param>
    /// <param name="limit">The most wanted, from 1.</param>
    /// <param name="holds">Only passages for whose row it holds; called from several threads, for few rows.</param>
    /// <param name="cancellationToken">Stops between blocks.</param>
    public IReadOnlyList<VectorHit> Nearest(
        VectorTable table, ReadOnlySpan<float> query, int limit, Func<long, bool> holds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfNotEqual(query.Length, table.Dimensions, nameof(query));
        var code = VectorCodec.Encode(query);
        var inverseLength = VectorCodec.InverseLength(code);
        var nearest = new NearestHits[table.Blocks.Count];
        Parallel.For(0, table.Blocks.Count, new ParallelOptions { CancellationToken = cancellationToken }, index =>
            nearest[index] = Scan(table.Blocks[index], code, inverseLength, limit, holds));
        return NearestHits.Merge(nearest, limit);
    }

    private static NearestHits Scan(VectorBlock block, sbyte[] code, float inverseLength, int limit, Func<long, bool> holds)
    {
        var nearest = new NearestHits(limit);
        var rows = block.Rows;
        for (var place = 0; place < rows.Length; place++)
        {
            if (rows[place] == VectorBlock.NoRow)
            {
                continue;
            }

            var hit = new VectorHit(rows[place], block.Product(place, code) * inverseLength);
            if (nearest.Wants(hit) && holds(hit.Row))
            {
                nearest.Add(hit);
            }
        }

        return nearest;
    }
}
