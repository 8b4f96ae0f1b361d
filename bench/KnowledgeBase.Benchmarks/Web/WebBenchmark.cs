using System.Globalization;
using System.Runtime.InteropServices;
using KnowledgeBase.Benchmarks.Search;
using KnowledgeBase.Extraction;
using KnowledgeBase.Extraction.Pdf;
using KnowledgeBase.Ingestion;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Answers;
using KnowledgeBase.Search.Index.Memory;
using KnowledgeBase.Search.Meaning;
using KnowledgeBase.Search.Meaning.Models;
using KnowledgeBase.Search.Meaning.Vectors;
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
    private const int VectorBatch = 1000;
    private const int Dimensions = 512;
    private const int FirstExtraPaper = 10_000_000;
    private static readonly string[] RealQueries =
    [
        "rivalry between mediators", "women armed groups talks", "\"local ownership\"", "recommendations to donors", "ceasefire monitoring", "youth participation",
        "climate change and conflict", "trust kind:recommendation", "funding AND (donors OR states)", "disarm*", "appropriation locale", "derechos humanos", "data sharing",
        "accountability for violations", "peacekeeping mandate", "evaluation of programmes", "kind:good_practice inclusion", "migration data",
    ];

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
        var isReal = args.Contains("--as-is");
        if (!isReal)
        {
            SearchBenchmark.Fill(store, passages);
        }

        var meaning = Meaning(store, isReal);
        using var index = new MemoryPassageIndex(store);
        index.Follow(CancellationToken.None);
        var reading = new DocumentReading(new Extractor(new PopplerPdfReader()), new Structurer(), new RuleClassifier());
        var parts = new SiteParts(
            store, new SearchService(store, index, meaning, TimeProvider.System), new Ingester(reading, store, TimeProvider.System), TimeProvider.System);
        await using var app = Site.Build(parts, new() { Urls = ["http://127.0.0.1:0"], Log = false });
        await app.StartAsync().ConfigureAwait(false);

        var random = new Random(Seed);
        var queries = isReal ? RealQueries : Enumerable.Range(0, Queries)
            .Select(_ => $"{SyntheticPapers.Word(random.Next(20, 2000))} {SyntheticPapers.Word(random.Next(20, 20_000))}").ToArray();
        var crowd = new Crowd(new Uri(app.Urls.First()), queries);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores shared by users and service, .NET {Environment.Version}, {store.Documents.List().Sum(document => document.PassageCount):N0} passages, searched by {(ReferenceEquals(meaning, MeaningSource.None) ? "words" : "words and meaning")}\n"));
        await crowd.WorkAsync(2, TimeSpan.Zero, TimeSpan.FromSeconds(5), CancellationToken.None).ConfigureAwait(false);
        var before = Environment.CpuUsage.TotalTime;
        var alone = await crowd.WorkAsync(1, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(15), CancellationToken.None).ConfigureAwait(false);
        // What can be compared on a machine that does other things too.
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Processor time a visit, user and service together: {(Environment.CpuUsage.TotalTime - before).TotalMilliseconds / alone.Count:F1} ms\n"));
        Report("one user", alone);
        Report($"{users} users", await crowd.WorkAsync(users, Reading, time, CancellationToken.None).ConfigureAwait(false));

        using var end = new CancellationTokenSource();
        var incoming = Text(args, "--incoming") is { } reports ? IngestAsync(parts, reports, end.Token) : TakeInAsync(store, end.Token);
        var during = await crowd.WorkAsync(users, Reading, time, CancellationToken.None).ConfigureAwait(false);
        await end.CancelAsync().ConfigureAwait(false);
        Report($"{users} users while documents come in ({await incoming.ConfigureAwait(false)} of them)", during);
        await app.StopAsync().ConfigureAwait(false);
        return 0;
    }

    // Vectors of invented words would mean nothing, and take long: random ones cost a search the same.
    private static MeaningSource Meaning(KnowledgeStore store, bool isReal)
    {
        if (ModelFiles.Default().Check() is not null)
        {
            return MeaningSource.None;
        }

        var encoder = UniversalSentenceEncoder.Load(ModelFiles.Default(), new EncoderOptions());
        var random = new Random(Seed);
        while (!isReal && store.Vectors.Lacking(encoder.ModelVersion, 0, VectorBatch) is { Count: > 0 } lacking)
        {
            store.Vectors.Save(encoder.ModelVersion, [.. lacking.Select(text => (text.Row, RandomCode(random)))]);
        }

        return MeaningSource.Of(new(store.Vectors, encoder));
    }

    private static byte[] RandomCode(Random random)
    {
        float[] vector = [.. Enumerable.Range(0, Dimensions).Select(_ => random.NextSingle() - 0.5f)];
        return MemoryMarshal.AsBytes(VectorCodec.Encode(vector).AsSpan()).ToArray();
    }

    // Real files by the real stages, as an upload takes them in: one after the other.
    private static async Task<int> IngestAsync(SiteParts parts, string folder, CancellationToken end)
    {
        var counter = new Counter();
        var files = new FileFinder().Find([folder], CancellationToken.None).Files;
        try
        {
            await parts.Ingester.IngestAsync(files, new() { RememberPaths = false, Parallel = 1 }, counter, end).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The users have gone home.
        }

        return counter.Ended;
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

    private sealed class Counter : IIngestObserver
    {
        public int Ended { get; private set; }

        void IIngestObserver.Ended(FileOutcome outcome) => Ended++;

        public void Advanced(IngestProgress progress)
        {
        }
    }

    private static string? Text(string[] args, string name) => Array.IndexOf(args, name) is var at and >= 0 ? args[at + 1] : null;

    private static int Number(string[] args, string name, int standard) =>
        Array.IndexOf(args, name) is var at and >= 0 ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : standard;
}
