using System.Globalization;
using KnowledgeBase.Benchmarks.Search;
using KnowledgeBase.Extraction;
using KnowledgeBase.Extraction.Pdf;
using KnowledgeBase.Ingestion;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Answers;
using KnowledgeBase.Search.Index.Memory;
using KnowledgeBase.Store;
using KnowledgeBase.Structuring;
using KnowledgeBase.Tagging.Rules;
using KnowledgeBase.Web;
using KnowledgeBase.Web.Tests.Load;

namespace KnowledgeBase.Benchmarks.Web;

/// <summary>Measures the pages over a large synthetic store, as users see them: from sending a request to the last byte of its answer.</summary>
internal static class WebBenchmark
{
    private const int Seed = 20260601;
    private const int Queries = 500;
    private const int FirstExtraPaper = 10_000_000;
    private static readonly TimeSpan Reading = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenPapers = TimeSpan.FromMilliseconds(500);

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var folder, ..])
        {
            Console.Error.WriteLine("web needs a data folder.");
            return 2;
        }

        var passages = Number(args, "--passages", 100_000);
        var users = Number(args, "--users", 50);
        var time = TimeSpan.FromSeconds(Number(args, "--seconds", 60));
        using var store = KnowledgeStore.Open(folder, new PassageAnalyser(), new());
        SearchBenchmark.Fill(store, passages);
        using var index = new MemoryPassageIndex(store);
        index.Follow(CancellationToken.None);
        var reading = new DocumentReading(new Extractor(new PopplerPdfReader()), new Structurer(), new RuleClassifier());
        var parts = new SiteParts(
            store, new SearchService(store, index, TimeProvider.System), new Ingester(reading, store, TimeProvider.System), TimeProvider.System);
        await using var app = Site.Build(parts, new() { Urls = ["http://127.0.0.1:0"], Log = false });
        await app.StartAsync().ConfigureAwait(false);

        var random = new Random(Seed);
        var queries = Enumerable.Range(0, Queries)
            .Select(_ => $"{SyntheticPapers.Word(random.Next(20, 2000))} {SyntheticPapers.Word(random.Next(20, 20_000))}").ToArray();
        var crowd = new Crowd(new Uri(app.Urls.First()), queries);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores shared by users and service, .NET {Environment.Version}, {passages:N0} passages\n"));
        await crowd.WorkAsync(2, TimeSpan.Zero, TimeSpan.FromSeconds(5), CancellationToken.None).ConfigureAwait(false);
        Report("one user", await crowd.WorkAsync(1, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(15), CancellationToken.None).ConfigureAwait(false));
        Report($"{users} users", await crowd.WorkAsync(users, Reading, time, CancellationToken.None).ConfigureAwait(false));

        using var end = new CancellationTokenSource();
        var incoming = TakeInAsync(store, end.Token);
        var during = await crowd.WorkAsync(users, Reading, time, CancellationToken.None).ConfigureAwait(false);
        await end.CancelAsync().ConfigureAwait(false);
        Report($"{users} users while {await incoming.ConfigureAwait(false)} documents of {SyntheticPapers.PassagesPerPaper} passages come in", during);
        await app.StopAsync().ConfigureAwait(false);
        return 0;
    }

    // Removed afterwards, so that a later run finds the store as it was.
    private static async Task<int> TakeInAsync(KnowledgeStore store, CancellationToken end)
    {
        var papers = new SyntheticPapers();
        var before = store.Documents.List().Select(document => document.Id).ToHashSet();
        var count = 0;
        while (!end.IsCancellationRequested)
        {
            await Task.Run(() => papers.Save(store, FirstExtraPaper + count), CancellationToken.None).ConfigureAwait(false);
            count++;
            await Task.Delay(BetweenPapers, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        foreach (var document in store.Documents.List().Where(document => !before.Contains(document.Id)).ToArray())
        {
            store.Documents.Remove(document.Id);
        }

        return count;
    }

    private static void Report(string name, IReadOnlyList<Visit> visits)
    {
        Console.WriteLine($"### {name}\n\n| | answers | median ms | p95 ms | worst ms | errors |\n|---|---|---|---|---|---|");
        foreach (var page in visits.GroupBy(visit => visit.Page).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {page.Key} | {page.Count()} | {Crowd.Percentile(page, 0.5):F1} | {Crowd.Percentile(page, 0.95):F1} | {Crowd.Percentile(page, 1):F1} | {page.Count(visit => visit.Fault is not null)} |"));
        }

        Console.WriteLine();
    }

    private static int Number(string[] args, string name, int standard) =>
        Array.IndexOf(args, name) is var at and >= 0 ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : standard;
}
