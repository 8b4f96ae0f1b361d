using System.Globalization;
using System.Text;
using KnowledgeBase.Extraction.Processes;

namespace KnowledgeBase.Benchmarks.Ingest;

/// <summary>Measures ingest stage by stage against pdftotext, as a whole, and how it grows; writes a Markdown file.</summary>
internal static class IngestBenchmark
{
    /// <param name="args">The folder of PDFs, the Markdown file to write, perhaps "--no-growth", and perhaps "--program" with the path of <c>kb</c>.</param>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        if (args is not [var reports, var target, ..] || ChildProcess.FindOnPath("pdftotext") is null || !File.Exists("/proc/self/stat"))
        {
            await Console.Error.WriteLineAsync("usage: ingest FOLDER-OF-PDFS FILE.md [--no-growth] [--program KB]; needs Linux and pdftotext").ConfigureAwait(false);
            return 2;
        }

        var folder = Directory.CreateTempSubdirectory("kb-bench-");
        try
        {
            string[] files = [.. Directory.EnumerateFiles(reports, "*.pdf").Order(StringComparer.Ordinal)];
            // Twice, the first time unmeasured: files come into the system's cache and code is compiled.
            StageMeasurement.Floor(files);
            await IngestMeasurement.MeasureAsync([.. files.Take(10)], Path.Combine(folder.FullName, "warm"), cancellationToken).ConfigureAwait(false);

            var stages = await StageMeasurement.MeasureAsync(files, Path.Combine(folder.FullName, "stages"), cancellationToken).ConfigureAwait(false);
            var whole = await IngestMeasurement.MeasureAsync(files, Path.Combine(folder.FullName, "whole"), cancellationToken).ConfigureAwait(false);
            var growth = args.Contains("--no-growth") ? [] : await GrowthMeasurement.MeasureAsync(files, stages, folder.FullName, cancellationToken).ConfigureAwait(false);
            var text = Report(stages, whole, growth) + await ProgramAsync(args, reports, folder.FullName, cancellationToken).ConfigureAwait(false);
            await File.WriteAllTextAsync(target, text, cancellationToken).ConfigureAwait(false);
            await Console.Out.WriteLineAsync(text).ConfigureAwait(false);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> ProgramAsync(string[] args, string reports, string folder, CancellationToken cancellationToken)
    {
        if (Array.IndexOf(args, "--program") is not (>= 0 and var at) || at + 1 >= args.Length)
        {
            return "";
        }

        var before = StageMeasurement.Floor([.. Directory.EnumerateFiles(reports, "*.pdf")]).Time;
        var run = await ProgramMeasurement.MeasureAsync(args[at + 1], reports, folder, cancellationToken).ConfigureAwait(false);
        return string.Create(CultureInfo.InvariantCulture, $"""

            ## The program itself, from its start

            `kb ingest FOLDER --ocr never` in a process of its own, which compiles its code first: {run.Pages} pages in {run.Time.Wall:0.0} s by the clock: {run.Pages / run.Time.Wall:0} pages/s,
            {run.Time.Wall / before.Wall:0.00} times one sequential pdftotext right before it ({before.Wall:0.0} s). Processor: {run.Time.Processor:0.0} s. Largest memory {run.PeakMegabytes:0} MB.

            """);
    }

    private static string Report(StageTimes stages, IngestTime whole, IReadOnlyList<GrowthTime> growth)
    {
        var floor = stages.Stages[0].Time;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # How fast reports come in

            Written by `dotnet run -c Release --project bench/KnowledgeBase.Benchmarks -- ingest FOLDER docs/bench.md`, over {stages.Files} real PDF reports with {stages.Pages} pages,
            on {Environment.ProcessorCount} processors, recognition of pictures aside. Seconds of processor include the child processes; they hold on a busy machine too, where
            seconds by the clock say little.

            ## Stage by stage, one file at a time

            | stage | seconds by the clock | seconds of processor | times pdftotext | ms of processor a page |
            |---|---|---|---|---|

            """);
        foreach (var stage in stages.Stages.Append(new("all stages", stages.Stages.Skip(1).Aggregate(default(CpuClock), (sum, stage) => sum.Plus(stage.Time)))))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {stage.Stage} | {stage.Time.Wall:0.0} | {stage.Time.Processor:0.0} | {stage.Time.Processor / floor.Processor:0.00} | {1000 * stage.Time.Processor / stages.Pages:0.0} |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"""

            ## As `kb ingest` does it, two files at a time

            {whole.Pages} pages in {whole.Time.Wall:0.0} s by the clock: {whole.PagesPerSecond:0} pages/s, {whole.Time.Wall / floor.Wall:0.00} times one sequential pdftotext over the same files in the same run
            ({floor.Wall:0.0} s). Processor: {whole.Time.Processor:0.0} s, so {whole.Pages / (whole.Time.Processor / 2):0} pages/s where two processors have nothing else to do.
            Largest memory of the program over all of these runs: {IngestMeasurement.PeakMegabytes():0} MB.

            """);
        if (growth.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"""

                ## Growth

                The same {growth[0].Ingest.Files} files again and again (each time with a last line of their own, so that they are other documents), into a store that holds more and more pages.

                | pages in the store | pages taken in | seconds by the clock | pages/s | ms of processor a page | times pdftotext on the same files | against the first |
                |---|---|---|---|---|---|---|

                """);
            foreach (var time in growth)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {time.PagesBefore} | {time.Ingest.Pages} | {time.Ingest.Time.Wall:0.0} | {time.Ingest.PagesPerSecond:0} | {time.Ingest.ProcessorMilliseconds:0.0} | {time.TimesFloor:0.00} | {time.TimesFloor / growth[0].TimesFloor:0.00} |\n");
            }
        }

        return text.ToString();
    }
}
