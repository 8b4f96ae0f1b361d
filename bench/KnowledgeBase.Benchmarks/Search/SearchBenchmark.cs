using System.Diagnostics;
using System.Globalization;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Answers;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Index.Memory;
using KnowledgeBase.Store;

namespace KnowledgeBase.Benchmarks.Search;

/// <summary>Measures search over a large synthetic store.</summary>
internal static class SearchBenchmark
{
    private const int Seed = 20260601;

    private static readonly int[] Growth = [5_000, 20_000, 50_000, 100_000, 200_000, 500_000];

    public static int Run(string[] args)
    {
        if (args is not [var folder, ..])
        {
            Console.Error.WriteLine("search needs a data folder.");
            return 2;
        }

        var passages = Number(args, "--passages", 500_000);
        var queries = Number(args, "--queries", 1000);
        var engine = Array.IndexOf(args, "--engine") is var at and >= 0 ? args[at + 1] : "memory";
        using var file = Array.IndexOf(args, "--write") is var to and >= 0 ? new StreamWriter(args[to + 1]) : null;
        if (file is not null)
        {
            Console.SetOut(file);
        }

        Console.WriteLine("# Speed of search\n\nWritten by `dotnet run -c Release --project bench/KnowledgeBase.Benchmarks -- search DATA --write FILE`.\n");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores, {Environment.OSVersion.Platform}, .NET {Environment.Version}, engine {engine}\n"));
        int[] sizes = args.Contains("--growth") ? [.. Growth.Where(s => s <= passages)] : [passages];
        foreach (var size in sizes)
        {
            using var store = KnowledgeStore.Open(folder, new PassageAnalyser(), new());
            Fill(store, size);
            Measure(store, folder, engine, size, queries, args.Contains("--ingest"));
        }

        VectorBenchmark.Run(Number(args, "--vectors", 200_000), Console.Out);
        Console.Out.Flush();

        return 0;
    }

    /// <summary>Brings a store up to a size; what is there stays.</summary>
    internal static void Fill(KnowledgeStore store, int passages)
    {
        var papers = new SyntheticPapers();
        var have = store.Documents.List().Count;
        var watch = Stopwatch.StartNew();
        for (var i = have; i < passages / SyntheticPapers.PassagesPerPaper; i++)
        {
            papers.Save(store, i);
            if (i % 500 == 499)
            {
                Console.Error.WriteLine($"{(i + 1) * SyntheticPapers.PassagesPerPaper} passages saved, {(i + 1 - have) * SyntheticPapers.PassagesPerPaper / watch.Elapsed.TotalSeconds:F0}/s");
            }
        }
    }

    private static void Measure(KnowledgeStore store, string folder, string engine, int size, int count, bool ingest)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        using IPassageIndex index = engine == "fts5" ? new Fts5PassageIndex(store) : new MemoryPassageIndex(store);
        index.Follow(CancellationToken.None);
        var loaded = Stopwatch.GetElapsedTime(started);
        var loadCpu = Environment.CpuUsage.TotalTime - cpu;
        var service = new SearchService(store, index, TimeProvider.System);
        var mix = QueryMix.Make(count, Seed);
        service.Search(mix[0].Request, CancellationToken.None);
        var first = Stopwatch.GetElapsedTime(started);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"## {size:N0} passages\n\nIndex loaded in {loaded.TotalMilliseconds:F0} ms ({loadCpu.TotalMilliseconds:F0} ms of processor time), first answer after {first.TotalMilliseconds:F0} ms.\n"));
        foreach (var query in mix.Take(100))
        {
            service.Search(query.Request, CancellationToken.None);
        }

        Compare(folder, mix, Ask(service, mix, clients: 1));
        ReportProcessorTime(service, mix);
        Report("eight clients", Ask(service, mix, clients: 8));
        if (ingest)
        {
            Report("one client during ingest", During(store, service, mix));
        }

        GC.Collect();
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Memory: {GC.GetTotalMemory(true) / 1e6:F0} MB of objects after collection, {self.WorkingSet64 / 1e6:F0} MB resident, {self.PeakWorkingSet64 / 1e6:F0} MB at the peak.\n"));
    }

    private static List<(string Class, double Ms)> Ask(SearchService service, IReadOnlyList<MixedQuery> mix, int clients)
    {
        var times = new List<(string, double)>();
        var threads = Enumerable.Range(0, clients).Select(client => new Thread(() =>
        {
            for (var i = client; i < mix.Count; i += clients)
            {
                var started = Stopwatch.GetTimestamp();
                service.Search(mix[i].Request, CancellationToken.None);
                var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
                lock (times)
                {
                    times.Add((mix[i].Class, took));
                }
            }
        })).ToArray();
        Array.ForEach(threads, t => t.Start());
        Array.ForEach(threads, t => t.Join());
        return times;
    }

    private static List<(string Class, double Ms)> During(KnowledgeStore store, SearchService service, IReadOnlyList<MixedQuery> mix)
    {
        using var stop = new CancellationTokenSource();
        var added = new List<int>();
        var papers = new SyntheticPapers();
        var writer = new Thread(() =>
        {
            for (var i = 1_000_000; !stop.IsCancellationRequested; i++)
            {
                papers.Save(store, i);
                added.Add(i);
            }
        });
        writer.Start();
        var times = Ask(service, mix, clients: 1);
        stop.Cancel();
        writer.Join();
        foreach (var document in store.Documents.List().Where(d => d.Path is { } path && added.Any(i => path == $"/synthetic/{i}.txt")))
        {
            store.Documents.Remove(document.Id);
        }

        Console.WriteLine($"({added.Count} papers came in meanwhile.)\n");
        return times;
    }

    // The same machine in the same minutes: the ratio says more than the times.
    private static void Compare(string folder, IReadOnlyList<MixedQuery> mix, List<(string Class, double Ms)> product)
    {
        Report("one client", product);
        using var plain = new PlainFts5(folder);
        var alone = new List<(string Class, double Ms)>();
        foreach (var query in mix)
        {
            var started = Stopwatch.GetTimestamp();
            plain.Ask(query.Fts5);
            alone.Add((query.Class, Stopwatch.GetElapsedTime(started).TotalMilliseconds));
        }

        Report("FTS5 alone, ten best without total, filters and facets", alone);
        Console.WriteLine("| ratio of the product to FTS5 alone | p50 | p95 |\n|---|---|---|");
        foreach (var name in product.Select(t => t.Class).Distinct().Order(StringComparer.Ordinal))
        {
            double[] left = [.. product.Where(t => t.Class == name).Select(t => t.Ms).Order()], right = [.. alone.Where(t => t.Class == name).Select(t => t.Ms).Order()];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {At(left, .5) / At(right, .5):F2} | {At(left, .95) / At(right, .95):F2} |"));
        }

        Console.WriteLine();
    }

    private static void Report(string title, List<(string Class, double Ms)> times)
    {
        Console.WriteLine($"| {title} | n | p50 ms | p95 ms | p99 ms | max ms |\n|---|---|---|---|---|---|");
        foreach (var group in times.GroupBy(t => t.Class).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var sorted = group.Select(g => g.Ms).Order().ToArray();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {group.Key} | {sorted.Length} | {At(sorted, .5):F1} | {At(sorted, .95):F1} | {At(sorted, .99):F1} | {sorted[^1]:F1} |"));
        }

        Console.WriteLine();
    }

    // On a machine shared with others, the time on the clock says more about them.
    private static void ReportProcessorTime(SearchService service, IReadOnlyList<MixedQuery> mix)
    {
        Console.WriteLine("| processor time | n | mean ms |\n|---|---|---|");
        foreach (var group in mix.GroupBy(q => q.Class).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            using var self = Process.GetCurrentProcess();
            var before = self.TotalProcessorTime;
            Ask(service, [.. group], clients: 1);
            self.Refresh();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {group.Key} | {group.Count()} | {(self.TotalProcessorTime - before).TotalMilliseconds / group.Count():F1} |"));
        }

        Console.WriteLine();
    }

    private static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];

    private static int Number(string[] args, string name, int otherwise) =>
        Array.IndexOf(args, name) is var at and >= 0 ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
}
