using System.Diagnostics;
using System.Globalization;
using KnowledgeBase.Search.Meaning.Vectors;

namespace KnowledgeBase.Benchmarks.Search;

/// <summary>Measures the exact search among random vectors of 512 components: nothing near is missed, so what they are makes no difference.</summary>
internal static class VectorBenchmark
{
    private const int Dimensions = 512;
    private const int Queries = 50;

    /// <summary>Measures among so many vectors and writes a line.</summary>
    public static void Run(int count, TextWriter output)
    {
        var random = new Random(20260601);
        var table = VectorTable.Empty(Dimensions).With(Enumerable.Range(1, count).Select(row => ((long)row, VectorCodec.Encode(Random(random)))));
        var search = new ExactVectorSearch();
        var times = new List<double>();
        for (var i = 0; i < Queries; i++)
        {
            var query = Random(random);
            var started = Stopwatch.GetTimestamp();
            search.Nearest(table, query, 100, _ => true, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        times.Sort();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Exact search of the 100 nearest among {count:N0} vectors: p50 {times[Queries / 2]:F1} ms, p95 {times[(int)(Queries * .95)]:F1} ms.\n"));
    }

    private static float[] Random(Random random) => [.. Enumerable.Range(0, Dimensions).Select(_ => (float)(random.NextDouble() - 0.5))];
}
