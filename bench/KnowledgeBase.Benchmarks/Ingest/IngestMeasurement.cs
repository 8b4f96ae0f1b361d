using System.Diagnostics;
using KnowledgeBase.Extraction;
using KnowledgeBase.Extraction.Ocr;
using KnowledgeBase.Extraction.Pdf;
using KnowledgeBase.Ingestion;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Store;
using KnowledgeBase.Structuring;
using KnowledgeBase.Tagging;

namespace KnowledgeBase.Benchmarks.Ingest;

/// <summary>What taking files in took.</summary>
/// <param name="Files">Taken in.</param>
/// <param name="Pages">Pages of these.</param>
/// <param name="Time">In all.</param>
internal sealed record IngestTime(int Files, int Pages, CpuClock Time)
{
    public double PagesPerSecond => Pages / Time.Wall;

    /// <summary>Milliseconds of processor a page.</summary>
    public double ProcessorMilliseconds => 1000 * Time.Processor / Pages;
}

/// <summary>Takes files in as <c>kb ingest</c> does, two at a time, without recognition of pictures; all that is taken in can be searched.</summary>
internal static class IngestMeasurement
{
    private const int Parallel = 2;

    /// <summary>Takes them into a new store.</summary>
    public static async Task<IngestTime> MeasureAsync(IReadOnlyList<string> files, string data, CancellationToken cancellationToken)
    {
        var reading = new DocumentReading(new Extractor(new PopplerPdfReader()), new Structurer(), new ModelClassifier(DefaultModel.Load()));
        using var store = KnowledgeStore.Open(data, new PassageAnalyser(), new());
        var options = new IngestOptions { Parallel = Parallel, Extraction = ExtractionOptions.Default with { Ocr = new OcrOptions { Mode = OcrMode.Off } } };
        var found = new FileFinder().Find(files, cancellationToken).Files;
        var start = CpuClock.Now();
        var summary = await new Ingester(reading, store, TimeProvider.System).IngestAsync(found, options, new Silent(), cancellationToken).ConfigureAwait(false);
        return new(summary.Added, summary.Pages, CpuClock.Now().Since(start));
    }

    /// <summary>Largest memory this process has had, in megabytes.</summary>
    public static double PeakMegabytes()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / 1048576.0;
    }

    private sealed class Silent : IIngestObserver
    {
        public void Ended(FileOutcome outcome)
        {
        }

        public void Advanced(IngestProgress progress)
        {
        }
    }
}
