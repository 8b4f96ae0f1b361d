using System.Diagnostics;
using System.Security.Cryptography;
using KnowledgeBase.Documents;
using KnowledgeBase.Extraction;
using KnowledgeBase.Extraction.Ocr;
using KnowledgeBase.Extraction.Pdf;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Store;
using KnowledgeBase.Structuring;
using KnowledgeBase.Tagging;

namespace KnowledgeBase.Benchmarks.Ingest;

/// <summary>What one stage took over all files.</summary>
internal sealed record StageTime(string Stage, CpuClock Time);

/// <summary>All stages, one after the other, file by file.</summary>
/// <param name="Stages">In the order of the flow; first the floor, pdftotext over the same files.</param>
/// <param name="Files">Files read.</param>
/// <param name="Pages">Pages read.</param>
internal sealed record StageTimes(IReadOnlyList<StageTime> Stages, int Files, int Pages);

/// <summary>Takes the flow apart: one file at a time, each stage by itself.</summary>
internal static class StageMeasurement
{
    /// <summary>Measures it.</summary>
    /// <param name="files">PDFs; those that are rejected are passed over.</param>
    /// <param name="data">A folder for the store, made anew.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<StageTimes> MeasureAsync(IReadOnlyList<string> files, string data, CancellationToken cancellationToken)
    {
        var floor = Floor(files);
        var names = new[] { "extraction (pdfinfo, pdftohtml, lines)", "structuring", "tagging", "store and index" };
        var times = new CpuClock[names.Length];
        var options = ExtractionOptions.Default with { Ocr = new OcrOptions { Mode = OcrMode.Off } };
        var (extractor, structurer, classifier) = (new Extractor(new PopplerPdfReader()), new Structurer(), new ModelClassifier(DefaultModel.Load()));
        using var store = KnowledgeStore.Open(data, new PassageAnalyser(), new());
        int read = 0, pages = 0;
        foreach (var file in files)
        {
            try
            {
                var bytes = await File.ReadAllBytesAsync(file, cancellationToken).ConfigureAwait(false);
                var request = new IngestRequest(Convert.ToHexStringLower(SHA256.HashData(bytes)), file);
                var id = store.Documents.Plan(request).Document;
                var clock = CpuClock.Now();
                var extracted = await extractor.ExtractAsync(file, options, cancellationToken).ConfigureAwait(false);
                Take(times, 0, ref clock);
                var document = structurer.Structure(extracted, id);
                Take(times, 1, ref clock);
                var tagged = classifier.Predict(document);
                Take(times, 2, ref clock);
                store.Documents.Save(tagged, new MemoryStream(bytes), request, cancellationToken);
                Take(times, 3, ref clock);
                read++;
                pages += extracted.Pages.Count;
            }
            catch (RejectedInputException error)
            {
                await Console.Error.WriteLineAsync($"{Path.GetFileName(file)}: {error.Problem.Code}").ConfigureAwait(false);
            }
        }

        return new([floor, .. names.Zip(times, (name, time) => new StageTime(name, time))], read, pages);
    }

    /// <summary>One sequential run of pdftotext, which prints text without structure: nothing that reads PDFs with Poppler can be quicker.</summary>
    public static StageTime Floor(IReadOnlyList<string> files)
    {
        var start = CpuClock.Now();
        foreach (var file in files)
        {
            using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-q", file, "/dev/null"]) { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
        }

        return new("pdftotext alone", CpuClock.Now().Since(start));
    }

    private static void Take(CpuClock[] times, int stage, ref CpuClock clock)
    {
        var now = CpuClock.Now();
        times[stage] = times[stage].Plus(now.Since(clock));
        clock = now;
    }
}
