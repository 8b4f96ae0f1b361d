namespace KnowledgeBase.Search.Meaning.Vectors;

/// <summary>
/// For many vectors: compares first only the signs of the components (Charikar 2002, "Similarity Estimation Techniques from
/// Rounding Algorithms"), an eighth of the memory, and then exactly the few that agree in most signs. Nothing has to be trained
/// or rebuilt when vectors come. Some near vectors may be missed; see docs/evaluation for how many.
/// </summary>
public sealed class SketchedVectorSearch
{
    /// <summary>Candidates compared exactly for each hit wanted.</summary>
    private const int CandidatesPerHit = 20;

    private const int FewestCandidates = 2000;

    /// <summary>The nearest passages found, nearest first, equal ones by row; see <see cref="ExactVectorSearch.Nearest"/>.</summary>
    public IReadOnlyList<VectorHit> Nearest(
        VectorTable table, ReadOnlySpan<float> query, int limit, Func<long, bool> holds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfNotEqual(query.Length, table.Dimensions, nameof(query));
        var code = VectorCodec.Encode(query);
        var sketch = SignSketch.Of(code);
        var inverseLength = VectorCodec.InverseLength(code);
        var candidates = Math.Max(FewestCandidates, limit * CandidatesPerHit);
        var options = new ParallelOptions { CancellationToken = cancellationToken };

        // Counting distances first gives the limit that lets just enough candidates through, without a queue per vector.
        var counts = new int[table.Blocks.Count][];
        var distances = new ushort[table.Blocks.Count][];
        Parallel.For(0, table.Blocks.Count, options, index =>
        {
            (distances[index], counts[index]) = Distances(table.Blocks[index], sketch, holds, table.Dimensions);
        });
        var farthest = Farthest(counts, candidates);
        var nearest = new NearestHits[table.Blocks.Count];
        Parallel.For(0, table.Blocks.Count, options, index =>
            nearest[index] = Compare(table.Blocks[index], distances[index], farthest, code, inverseLength, limit));
        return NearestHits.Merge(nearest, limit);
    }

    private static (ushort[] Distances, int[] Counts) Distances(VectorBlock block, ulong[] sketch, Func<long, bool> holds, int dimensions)
    {
        var distances = new ushort[VectorTable.BlockLength];
        var counts = new int[dimensions + 1];
        for (var place = 0; place < distances.Length; place++)
        {
            var row = block.Rows[place];
            if (row == VectorBlock.NoRow || !holds(row))
            {
                distances[place] = ushort.MaxValue;
                continue;
            }

            var distance = SignSketch.Distance(block.Sketch(place), sketch);
            distances[place] = (ushort)distance;
            counts[distance]++;
        }

        return (distances, counts);
    }

    /// <summary>The distance up to which there are enough candidates.</summary>
    private static int Farthest(int[][] counts, int candidates)
    {
        var seen = 0;
        for (var distance = 0; distance < (counts.Length > 0 ? counts[0].Length : 0); distance++)
        {
            seen += counts.Sum(part => part[distance]);
            if (seen >= candidates)
            {
                return distance;
            }
        }

        return ushort.MaxValue - 1;
    }

    private static NearestHits Compare(VectorBlock block, ushort[] distances, int farthest, sbyte[] code, float inverseLength, int limit)
    {
        var nearest = new NearestHits(limit);
        for (var place = 0; place < distances.Length; place++)
        {
            if (distances[place] > farthest)
            {
                continue;
            }

            var hit = new VectorHit(block.Rows[place], block.Product(place, code) * inverseLength);
            if (nearest.Wants(hit))
            {
                nearest.Add(hit);
            }
        }

        return nearest;
    }
}
