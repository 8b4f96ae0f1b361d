using System.Diagnostics;
using System.Globalization;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Meaning.Models;
using KnowledgeBase.Store;

namespace KnowledgeBase.Benchmarks.Search;

/// <summary>Measures the real program over a large synthetic store: from its start to the first answer, and its memory under eight clients.</summary>
internal static class ServiceBenchmark
{
    private const int Seed = 20260601;
    private const int VectorBytes = 512;
    private const int Clients = 8;
    private const int Starts = 3;
    private static readonly TimeSpan MostWaited = TimeSpan.FromMinutes(3);

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var folder, var program, ..])
        {
            Console.Error.WriteLine("service needs a data folder and the path of kb.dll.");
            return 2;
        }

        using (var store = KnowledgeStore.Open(folder, new PassageAnalyser(), new()))
        {
            SearchBenchmark.Fill(store, Number(args, "--passages", 500_000));
            GiveVectors(store, Number(args, "--vectors", 100_000));
        }

        // The first start may have to make the segments that later ones read.
        for (var start = 0; start <= Starts; start++)
        {
            await MeasureAsync(folder, program, start == 0 ? "first start, segments not kept yet" : $"start {start}").ConfigureAwait(false);
        }

        return 0;
    }

    // Random ones take the room and the time that true ones take.
    private static void GiveVectors(KnowledgeStore store, int count)
    {
        var random = new Random(Seed);
        var model = ModelPackage.SentenceEncoder.ModelVersion;
        for (var have = store.Vectors.Count(model); have < count;)
        {
            var lacking = store.Vectors.Lacking(model, 0, Math.Min(10_000, count - have));
            if (lacking.Count == 0)
            {
                return;
            }

            have += store.Vectors.Save(model, [.. lacking.Select(passage =>
            {
                var code = new byte[VectorBytes];
                random.NextBytes(code);
                return (passage.Row, code);
            })]);
        }
    }

    private static async Task MeasureAsync(string folder, string program, string name)
    {
        var port = 20_000 + Random.Shared.Next(20_000);
        var watch = Stopwatch.StartNew();
        using var service = Process.Start(new ProcessStartInfo("dotnet", [program, "serve", "--data", folder, "--urls", $"http://127.0.0.1:{port}", "--rate", "1000000"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        service.BeginOutputReadLine();
        service.BeginErrorReadLine();
        try
        {
            using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}"), Timeout = MostWaited };
            var queries = QueryMix.Make(400, Seed).Select(query => "/api/v1/search?q=" + Uri.EscapeDataString(query.Request.Query)).ToArray();
            while (!await AnswersAsync(client, queries[0]).ConfigureAwait(false) && watch.Elapsed < MostWaited)
            {
                await Task.Delay(10).ConfigureAwait(false);
            }

            var first = watch.Elapsed;
            await Task.WhenAll(Enumerable.Range(0, Clients).Select(async c =>
            {
                for (var i = c; i < queries.Length; i += Clients)
                {
                    await AnswersAsync(client, queries[i]).ConfigureAwait(false);
                }
            })).ConfigureAwait(false);
            service.Refresh();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: first answer {first.TotalMilliseconds:F0} ms after the start; after {queries.Length} queries of {Clients} clients {service.WorkingSet64 / 1e6:F0} MB resident, {service.PeakWorkingSet64 / 1e6:F0} MB at the peak"));
        }
        finally
        {
            service.Kill(entireProcessTree: true);
            await service.WaitForExitAsync().ConfigureAwait(false);
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient client, string address)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative)).ConfigureAwait(false);
            await answer.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            // Not listening yet.
            return false;
        }
    }

    private static int Number(string[] args, string name, int standard) =>
        Array.IndexOf(args, name) is var at and >= 0 ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : standard;
}
