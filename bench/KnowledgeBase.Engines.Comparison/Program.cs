using System.Globalization;
using KnowledgeBase.Engines.Comparison;

// Writes docs/engines.md anew: all engines measured in one run on one machine.
if (args is not [var shared, var data, var output, ..])
{
    Console.Error.WriteLine("""
        usage: SHARED DATA OUTPUT [--passages N]

          SHARED   folder with truth/, reports/, corpus/, ir/ and tools/score.py
          DATA     folder for the large store; made once, used again by later runs
          OUTPUT   the Markdown file to write
        """);
    return 2;
}

var passages = Array.IndexOf(args, "--passages") is var at and >= 0 ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : 500_000;
var root = Repository.Root;
var report = new Report();
report.Line($"""
    # Engines compared

    Written by `bench/KnowledgeBase.Engines.Comparison` in one run; do not edit. {DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores,
    {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:F0} GB of memory, .NET {Environment.Version}. The machine was shared with other work, so times are what they
    were then, best seen against each other.

    """);
await new PdfComparison(shared, report).RunAsync(CancellationToken.None);
await new RankingComparison(shared, report).RunAsync(CancellationToken.None);
new TaggingComparison(Path.Combine(root, "corpus", "labels"), report).Run(CancellationToken.None);
new IndexComparison(data, passages, report).Run(CancellationToken.None);
report.Line(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "recommendation.md")));
await File.WriteAllTextAsync(output, report.Text);
return 0;
