using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Query;

namespace KnowledgeBase.Search.Tests.Query;

/// <summary>Whatever is typed is read, or gives an error with its place, in bounded time; what is read is answered: see <see cref="Answers.SearchFuzzTests"/>.</summary>
public sealed class QueryFuzzTests
{
    [Fact]
    public void Never_throws_for_any_of_200_000_queries() => CheckQueries(200_000, seed: 20260601);

    [Fact]
    [Trait("Category", "Long")]
    public void Never_throws_for_any_of_a_million_queries() => CheckQueries(1_000_000, seed: 20261130);

    private static void CheckQueries(int count, int seed)
    {
        var random = new Random(seed);
        var (slowest, slowestQuery) = (TimeSpan.Zero, "");
        for (var i = 0; i < count; i++)
        {
            var query = QueryNoise.Next(random);
            if (TimeOf(query) is var took && took > slowest)
            {
                (slowest, slowestQuery) = (took, query);
            }
        }

        // Asked again, the least time counts: once, the machine may have been at something else.
        slowest = Enumerable.Range(0, 5).Min(_ => TimeOf(slowestQuery));
        Assert.True(slowest < TimeSpan.FromSeconds(1), $"'{slowestQuery}' took {slowest}.");
    }

    private static TimeSpan TimeOf(string query)
    {
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        Check(query);
        return System.Diagnostics.Stopwatch.GetElapsedTime(started);
    }

    private static void Check(string query)
    {
        var parsed = QueryParser.Parse(query);
        if (parsed.Error is { } error)
        {
            Assert.InRange(error.Position, 0, query.Length);
            Assert.InRange(error.Length, 0, query.Length - error.Position);
            Assert.NotEmpty(error.Message);
            Assert.NotEmpty(error.Hint);
            return;
        }

        QueryCompiler.Compile(parsed.Query!, TextLanguages.All, () => [new("trust", 3), new("fuzzy", 1)]);
    }
}
