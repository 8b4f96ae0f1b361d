using System.Globalization;
using KnowledgeBase.Engines.Comparison;

// Writes docs/engines.md anew: all engines measured in one run on one machine.
if (args is not [var shared, var data, var output, ..])
{
    Console.Error.WriteLine("""
        usage: SHARED DATA OUTPUT [--passages N] [--only pdf|order|tagging|index|words]

          SHARED   folder with truth/, reports/, corpus/, ir/ and tools/score.py
          DATA     folder for the large store; made once, used again by later runs
          OUTPUT   the Markdown file to write
          N        passages of the large store, 500000 unless told
          words    of the index, only the answers to three common words
        """);
    return 2;
}

string? Told(string option) => Array.IndexOf(args, option) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
var passages = int.Parse(Told("--passages") ?? "500000", CultureInfo.InvariantCulture);
var only = Told("--only");
var report = new Report();
report.Line($"""
    # Engines compared

    Written by `bench/KnowledgeBase.Engines.Comparison` in one run; do not edit. {DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores,
    {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:F0} GB of memory, .NET {Environment.Version}. Where the machine had other work, the seconds of processor say more than those by the clock.

    """);
foreach (var (name, part) in new (string, Func<Task>)[]
{
    ("pdf", () => new PdfComparison(shared, report).RunAsync(CancellationToken.None)),
    ("order", () => new RankingComparison(shared, report).RunAsync(CancellationToken.None)),
    ("tagging", () => Task.Run(() => new TaggingComparison(Path.Combine(Repository.Root, "corpus", "labels"), report).Run(CancellationToken.None))),
    ("index", () => Task.Run(() => new IndexComparison(data, passages, report).Run(only == "words", CancellationToken.None))),
})
{
    if (only is null || only == name || (only == "words" && name == "index"))
    {
        await part().ConfigureAwait(false);
    }
}

report.Line(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "recommendation.md")).ConfigureAwait(false));
await File.WriteAllTextAsync(output, report.Text).ConfigureAwait(false);
return 0;
