using System.Diagnostics;
using KnowledgeBase.Benchmarks.Ingest;
using KnowledgeBase.Benchmarks.Search;
using KnowledgeBase.Engines.Lucene;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Answers;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Index.Memory;
using KnowledgeBase.Search.Query;
using KnowledgeBase.Store;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Engines.Comparison;

/// <summary>The passage indexes over one large store of invented papers: size, time to make, time to answer.</summary>
internal sealed class IndexComparison(string data, int passages, Report report)
{
    private const int Seed = 20260601;
    private const int Queries = 200;
    private const int CommonQueries = 300;

    /// <summary>Of them, those that FTS5 is asked too: it takes its time.</summary>
    private const int Compared = 30;

    private static readonly (string Name, Func<KnowledgeStore, IPassageIndex> Open)[] Engines =
    [
        ("FTS5", store => new Fts5PassageIndex(store)), ("memory (ours, for the service)", store => new MemoryPassageIndex(store)),
        ("Lucene.Net", store => new LucenePassageIndex(store)),
    ];

    public void Run(bool wordsAlone, CancellationToken cancellationToken)
    {
        using var store = KnowledgeStore.Open(data, new PassageAnalyser(), new());
        var papers = new SyntheticPapers();
        for (var i = store.Documents.List().Count; i < passages / SyntheticPapers.PassagesPerPaper; i++)
        {
            papers.Save(store, i);
        }

        report.Line($"## Passage index\n\n{passages:N0} invented passages of {SyntheticPapers.WordsPerPassage} words, words by Zipf's law, fixed seed.\n");
        if (!wordsAlone)
        {
            MeasureMaking(store, cancellationToken);
            MeasureClasses(store, cancellationToken);
        }

        MeasureCommonWords(store, cancellationToken);
    }

    private void MeasureMaking(KnowledgeStore store, CancellationToken cancellationToken)
    {
        var started = CpuClock.Now();
        store.Index.Rebuild(null, cancellationToken);
        var fts5 = CpuClock.Now().Since(started);
        var folder = LucenePassageIndex.FolderOf(store);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        started = CpuClock.Now();
        using (var lucene = new LucenePassageIndex(store))
        {
            lucene.Follow(cancellationToken);
        }

        var made = CpuClock.Now().Since(started);
        var bytes = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length);
        report.Line("| engine | index, MB | making it, s | of processor |\n|---|---|---|---|");
        report.Line($"| FTS5 (and the analysis of all text, which both need) | {Fts5Bytes() / 1e6:F0} | {fts5.Wall:F0} | {fts5.Processor:F0} |");
        report.Line($"| Lucene.Net (from the analysed text, opened too) | {bytes / 1e6:F0} | {made.Wall:F0} | {made.Processor:F0} |\n");
    }

    private long Fts5Bytes()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "kb.db")};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT SUM(LENGTH(block)) FROM passage_words_data";
        return (long)command.ExecuteScalar()!;
    }

    private void MeasureClasses(KnowledgeStore store, CancellationToken cancellationToken)
    {
        report.Line("Whole answers as the pages ask for them: top 10 with snippets, exact total, three facets; one client, ms. Processor: of all its threads.\n");
        report.Line("| class | engine | n | p50 | p95 | p50 of processor | p95 of processor |\n|---|---|---|---|---|---|---|");
        var mix = QueryMix.Make(Queries, Seed);
        var rows = new List<(string Class, string Line)>();
        foreach (var (name, open) in Engines)
        {
            using var index = open(store);
            index.Follow(cancellationToken);
            var service = new SearchService(store, index, TimeProvider.System);
            foreach (var query in mix.Take(40))
            {
                service.Search(query.Request, cancellationToken);
            }

            foreach (var group in mix.GroupBy(q => q.Class))
            {
                var times = group.Select(q => Time(() => service.Search(q.Request, cancellationToken))).ToArray();
                rows.Add((group.Key, FormattableString.Invariant($"| {group.Key} | {name} | {times.Length} | {Quantiles(times)} |")));
            }
        }

        foreach (var (_, line) in rows.OrderBy(r => r.Class, StringComparer.Ordinal))
        {
            report.Line(line);
        }

        report.Line("");
    }

    private void MeasureCommonWords(KnowledgeStore store, CancellationToken cancellationToken)
    {
        report.Line("Three common words (ranks 10 to 200), any of which may match; the index alone, top 10 and exact total, ms. First each question as it comes to a");
        report.Line("fresh index, then all once more.\n\n| engine | asked | n | p50 | p95 | p50 of processor | p95 of processor |\n|---|---|---|---|---|---|---|");
        var queries = QueryMix.Make(CommonQueries * 7, Seed + 1).Where(q => q.Class == "or of common").Take(CommonQueries)
            .Select(q => new IndexQuery(
                QueryCompiler.Compile(QueryParser.Parse(q.Request.Query).Query!, TextLanguages.English, () => []).Root, [], 0, 10)).ToArray();
        var totals = new List<int[]>();
        foreach (var (name, open) in Engines)
        {
            using var index = open(store);
            index.Follow(cancellationToken);
            var asked = name == "FTS5" ? queries[..Compared] : queries;
            foreach (var round in new[] { "first", "again" })
            {
                var found = new int[asked.Length];
                var times = asked.Select((q, i) => Time(() => found[i] = index.Search(q, cancellationToken).Total)).ToArray();
                report.Line($"| {name} | {round} | {asked.Length} | {Quantiles(times)} |");
                totals.Add(found[..Compared]);
            }
        }

        report.Line($"\nTotals of the engines {(totals.TrueForAll(t => t.SequenceEqual(totals[0])) ? "agree" : "DIFFER")}.\n");
    }

    private static (double Wall, double Processor) Time(Action act)
    {
        var (processor, started) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        act();
        return (Stopwatch.GetElapsedTime(started).TotalMilliseconds, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds);
    }

    private static string Quantiles((double Wall, double Processor)[] times)
    {
        double[] wall = [.. times.Select(t => t.Wall).Order()], processor = [.. times.Select(t => t.Processor).Order()];
        return FormattableString.Invariant($"{At(wall, .5):F1} | {At(wall, .95):F1} | {At(processor, .5):F1} | {At(processor, .95):F1}");
    }

    private static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
}
