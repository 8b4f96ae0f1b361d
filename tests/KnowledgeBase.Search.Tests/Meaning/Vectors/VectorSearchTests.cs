using KnowledgeBase.Search.Meaning.Vectors;

namespace KnowledgeBase.Search.Tests.Meaning.Vectors;

public sealed class VectorSearchTests
{
    private static readonly CancellationToken Cancellation = CancellationToken.None;

    [Fact]
    public void Finds_the_nearest_by_direction_whatever_their_length()
    {
        var table = VectorTable.Empty(2).With([(10, [127, 0]), (20, [0, 127]), (30, [90, 90]), (40, [-127, 0])]);

        var hits = new ExactVectorSearch().Nearest(table, [0.5f, 0.1f], 3, _ => true, Cancellation);

        Assert.Equal([10, 30, 20], hits.Select(hit => hit.Row));
        Assert.Equal(0.5 / Math.Sqrt(0.26), hits[0].Cosine, 0.01);
    }

    [Fact]
    public void Gives_only_what_the_predicate_holds_for_and_no_more_than_wanted()
    {
        var (table, _) = Table(3 * VectorTable.BlockLength / 2);

        var hits = new ExactVectorSearch().Nearest(table, Query(1), 7, row => row % 10 == 3, Cancellation);

        Assert.Equal(7, hits.Count);
        Assert.All(hits, hit => Assert.Equal(3, hit.Row % 10));
    }

    [Fact]
    public void Misses_none_that_is_near()
    {
        var (table, vectors) = Table(2 * VectorTable.BlockLength + 5);
        var query = Query(2);

        var hits = new ExactVectorSearch().Nearest(table, query, 10, _ => true, Cancellation);

        var expected = vectors.Select(v => VectorCodecTests.Cosine(v, query)).OrderDescending().Take(10).ToList();
        Assert.Equal(10, hits.Select(hit => hit.Row).Distinct().Count());
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(expected[i], hits[i].Cosine, 0.01);
            Assert.Equal(VectorCodecTests.Cosine(vectors[(int)hits[i].Row], query), hits[i].Cosine, 0.01);
        }
    }

    [Fact]
    public void Sketches_find_what_stands_out()
    {
        var (table, vectors) = Table(2 * VectorTable.BlockLength + 5);
        var chance = new Random(5);
        foreach (var row in new[] { 0, 17, VectorTable.BlockLength, (2 * VectorTable.BlockLength) + 4 })
        {
            float[] near = [.. vectors[row].Select(x => x + (float)(0.3 * (chance.NextDouble() - 0.5)))];

            Assert.Equal(row, new SketchedVectorSearch().Nearest(table, near, 10, _ => true, Cancellation)[0].Row);
            Assert.DoesNotContain(new SketchedVectorSearch().Nearest(table, near, 10, r => r != row, Cancellation), hit => hit.Row == row);
        }
    }

    [Fact]
    public void A_new_vector_replaces_the_old_one_and_earlier_tables_stay_as_they_were()
    {
        var before = VectorTable.Empty(2).With([(1, [127, 0]), (2, [0, 127])]);
        var after = before.With([(1, [-127, 0]), (3, [127, 1])]);

        Assert.Equal([1, 2], new ExactVectorSearch().Nearest(before, [1f, 0f], 9, _ => true, Cancellation).Select(hit => hit.Row));
        Assert.Equal([3, 2, 1], new ExactVectorSearch().Nearest(after, [1f, 0f], 9, _ => true, Cancellation).Select(hit => hit.Row));
        Assert.Equal([3, 2, 1], new SketchedVectorSearch().Nearest(after, [1f, 0f], 9, _ => true, Cancellation).Select(hit => hit.Row));
    }

    [Fact]
    public void Holds_many_additions_each_in_its_place()
    {
        var (_, vectors) = Table(VectorTable.BlockLength + 50);
        var table = VectorTable.Empty(16);
        for (var i = 0; i < vectors.Count; i += 1000)
        {
            table = table.With(vectors.Skip(i).Take(1000).Select((v, j) => ((long)(i + j), VectorCodec.Encode(v))));
        }

        foreach (var row in new[] { 0, 999, 1000, VectorTable.BlockLength - 1, VectorTable.BlockLength, VectorTable.BlockLength + 49 })
        {
            var code = VectorCodec.Encode(vectors[row]);
            Assert.Equal(1, table.Cosine(code, VectorCodec.InverseLength(code), row)!.Value, 1e-5);
        }

        Assert.Null(table.Cosine(new sbyte[16], 1, vectors.Count));
    }

    [Fact]
    public void Finds_nothing_in_an_empty_table()
    {
        Assert.Empty(new ExactVectorSearch().Nearest(VectorTable.Empty(2), [1f, 0f], 5, _ => true, Cancellation));
        Assert.Empty(new SketchedVectorSearch().Nearest(VectorTable.Empty(2), [1f, 0f], 5, _ => true, Cancellation));
    }

    private static float[] Query(int seed) => VectorCodecTests.Vector(new Random(seed), 16);

    private static (VectorTable Table, List<float[]> Vectors) Table(int count)
    {
        var chance = new Random(99);
        var vectors = Enumerable.Range(0, count).Select(_ => VectorCodecTests.Vector(chance, 16)).ToList();
        return (VectorTable.Empty(16).With(vectors.Select((v, row) => ((long)row, VectorCodec.Encode(v)))), vectors);
    }
}
