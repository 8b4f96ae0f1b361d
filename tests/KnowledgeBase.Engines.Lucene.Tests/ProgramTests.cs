using System.Diagnostics;
using System.Text.Json;
using KnowledgeBase.Acceptance.Tests.Running;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Answers;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Store;

namespace KnowledgeBase.Engines.Lucene.Tests;

/// <summary>The real program with this engine: whatever moment it is killed at, its next start repairs what is between store and index.</summary>
public sealed class ProgramTests : IDisposable
{
    private static readonly string[] Queries = ["trust", "note donors", "\"less time\"", "mediat*", "recommendation kind:recommendation"];

    private readonly KbProgram kb = new();

    public void Dispose() => kb.Dispose();

    [Fact]
    public async Task Says_that_it_runs()
    {
        Fill(0, 1);
        await kb.DoAsync("ingest", "in");

        var engines = JsonDocument.Parse((await kb.DoAsync("status", "--json")).Out).RootElement.GetProperty("engines");

        Assert.Equal("lucene-4.8/1", engines.GetProperty("Passage index").GetString());
        Assert.Contains("Passage index lucene-4.8/1", (await kb.DoAsync("status")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public Task Killed_at_six_moments_finds_what_the_store_holds() => KillAsync(6);

    [Fact]
    [Trait("Category", "Long")]
    public Task Killed_at_thirty_moments_finds_what_the_store_holds() => KillAsync(30);

    [Fact]
    public async Task Reindex_makes_the_index_anew_and_one_killed_leaves_the_old_or_the_new()
    {
        Fill(0, 30);
        await kb.DoAsync("ingest", "in");
        await AssertSameAsFts5Async();
        var before = Current();

        var watch = Stopwatch.StartNew();
        await kb.DoAsync("reindex");
        Assert.NotEqual(before, Current());
        Assert.Equal([Current()], Directory.GetDirectories(IndexRoot));
        foreach (var share in new[] { 0.5, 0.7, 0.8, 0.9 })
        {
            await KillAfterAsync(watch.Elapsed * share, "reindex");
            await AssertSameAsFts5Async();
        }

        await kb.DoAsync("verify");
    }

    private string IndexRoot => kb.PathOf("kb-data/index/lucene-4.8-1");

    private string Current() => Path.Combine(IndexRoot, File.ReadAllText(Path.Combine(IndexRoot, "current")));

    private async Task KillAsync(int times)
    {
        var random = new Random(20220601);
        Fill(0, 10);
        await kb.DoAsync("ingest", "in");
        var watch = Stopwatch.StartNew();
        await kb.DoAsync("search", "trust");
        var length = watch.Elapsed;
        for (var time = 1; time <= times; time++)
        {
            // The store runs ahead of the index: killed while it does, and then while the index follows.
            Fill(10 * time, 10);
            File.Delete(kb.PathOf($"in/{time:000}.md"));
            if (time % 2 == 0)
            {
                await KillAfterAsync(length * random.NextDouble() * 2, "ingest", "in");
            }

            await kb.DoAsync("ingest", "in");
            await kb.DoAsync("remove", $"{time:000}.md");
            await KillAfterAsync(length * random.NextDouble(), "search", "trust");
            await AssertSameAsFts5Async();
        }

        Assert.Equal(10 * (times + 1) - times, await CountAsync());
        await kb.DoAsync("verify");
    }

    private async Task KillAfterAsync(TimeSpan wait, params string[] arguments)
    {
        var process = kb.Start(arguments);
        var ended = KbProgram.FinishAsync(process);
        await Task.WhenAny(ended, Task.Delay(wait));
        try
        {
            // On Linux and macOS: kill -9.
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It was faster this time and has ended by itself.
        }

        await ended;
    }

    private async Task<int> CountAsync() =>
        JsonDocument.Parse((await kb.DoAsync("list", "--json")).Out).RootElement.GetProperty("documents").GetArrayLength();

    private async Task AssertSameAsFts5Async()
    {
        using var store = KnowledgeStore.Open(kb.PathOf("kb-data"), new PassageAnalyser(), new());
        using var fts5 = new Fts5PassageIndex(store);
        foreach (var query in Queries)
        {
            var answer = JsonDocument.Parse((await kb.RunAsync("search", query, "--json", "--mode", "keyword", "--order", "document", "--limit", "100")).Out).RootElement;
            var expected = new SearchService(store, fts5, TimeProvider.System).Search(new(query) { Limit = 100, Order = HitOrder.Document }, CancellationToken.None).Answer!;
            Assert.Equal((query, expected.Total), (query, answer.GetProperty("total").GetInt32()));
            Assert.Equal(
                expected.Hits.Select(hit => $"{hit.PassageId} {hit.Citation}"),
                answer.GetProperty("hits").EnumerateArray().Select(hit => $"{hit.GetProperty("passage_id").GetString()} {hit.GetProperty("citation").GetString()}"));
        }
    }

    private void Fill(int from, int count)
    {
        for (var i = from; i < from + count; i++)
        {
            kb.Write($"in/{i:000}.md", $"# Note {i}\n\n## Trust\n\nNote {i} says that mediators who know each other lose less time.\n\nRecommendation {i}: donors should plan for {i + 1} years.\n");
        }
    }
}
