using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using KnowledgeBase.Benchmarks.Ingest;
using KnowledgeBase.Documents;
using KnowledgeBase.Documents.Json;
using KnowledgeBase.Engines.PdfPig;
using KnowledgeBase.Extraction;
using KnowledgeBase.Extraction.Pdf;
using KnowledgeBase.Ingestion;
using KnowledgeBase.Structuring;
using KnowledgeBase.Tagging;

namespace KnowledgeBase.Engines.Comparison;

/// <summary>Poppler against PdfPig: structure scores on hand-read documents, and time to read.</summary>
internal sealed class PdfComparison(string shared, Report report)
{
    private static readonly string[] Figures = ["words", "headings", "levels", "passages", "order", "paths", "roles", "pages", "quotes", "footnotes", "refs", "front"];

    private static readonly string[] Folders = ["corpus", "reports"];

    private readonly (string Name, IPdfReader Reader)[] readers = [("Poppler", new PopplerPdfReader()), ("PdfPig", new PdfPigReader())];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var truths = Truths().ToArray();
        var scores = new List<(string Name, JsonElement Scores)>();
        report.Line("## PDF reading\n");
        report.Line("Structure scores of `score.py` (0 to 1), all documents with a text layer pooled, then each; everything after reading is the same.\n");
        foreach (var (name, reader) in readers)
        {
            scores.Add((name, await ScoresAsync(reader, truths, cancellationToken).ConfigureAwait(false)));
        }

        report.Line($"| document | reader | {string.Join(" | ", Figures)} |");
        report.Line($"|---|---|{string.Concat(Figures.Select(_ => "---|"))}");
        foreach (var document in truths.Select(t => t.Name).Prepend("ALL"))
        {
            foreach (var (name, of) in scores)
            {
                report.Line($"| {(document == "ALL" ? "all" : document)} | {name} | {string.Join(" | ", Figures.Select(f => Shown(of.GetProperty(document).GetProperty(f))))} |");
            }
        }

        report.Line("\n| reader | pages | seconds per 100 pages | of processor, child processes included |\n|---|---|---|---|");
        foreach (var (name, reader) in readers)
        {
            var pages = 0;
            var started = CpuClock.Now();
            foreach (var (_, path) in truths.Concat(truths))
            {
                pages += (await reader.ReadAsync(path, Source(path), ExtractionOptions.Default, cancellationToken).ConfigureAwait(false)).Pages.Count;
            }

            var took = CpuClock.Now().Since(started);
            report.Line($"| {name} | {pages} | {took.Wall / pages * 100:F2} | {took.Processor / pages * 100:F2} |");
        }

        report.Line("");
    }

    private static string Shown(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetDouble().ToString("F3", CultureInfo.InvariantCulture) : "-";

    private static SourceFile Source(string path) => new(Path.GetFileName(path), new('0', 64), SourceFormat.Pdf, new FileInfo(path).Length);

    private async Task<JsonElement> ScoresAsync(IPdfReader reader, (string Name, string Path)[] truths, CancellationToken cancellationToken)
    {
        var truthFolder = Directory.CreateTempSubdirectory("kb-truth-").FullName;
        var folder = Directory.CreateTempSubdirectory("kb-engines-").FullName;
        try
        {
            var reading = new DocumentReading(new Extractor(reader), new Structurer(), DefaultModel.Classifier());
            foreach (var (name, path) in truths)
            {
                File.Copy(Path.Combine(shared, "truth", name + ".json"), Path.Combine(truthFolder, name + ".json"));
                var tagged = await reading.ReadAsync(path, null, FrontMatterEdits.None, ExtractionOptions.Default, cancellationToken).ConfigureAwait(false);
                await File.WriteAllTextAsync(Path.Combine(folder, name + ".json"), DocumentJson.Write(tagged.Document, tagged.Tags), cancellationToken).ConfigureAwait(false);
            }

            using var score = Process.Start(new ProcessStartInfo("python3", [Path.Combine(shared, "tools", "score.py"), "--dir", truthFolder, folder, "--json"])
            {
                RedirectStandardOutput = true,
            })!;
            var json = await score.StandardOutput.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
            await score.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            return JsonDocument.Parse(json).RootElement;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            Directory.Delete(truthFolder, recursive: true);
        }
    }

    // Truths name their document by its folder in the source, the copies beside them by folder and name joined.
    private IEnumerable<(string Name, string Path)> Truths()
    {
        var files = Folders.SelectMany(f => Directory.EnumerateFiles(Path.Combine(shared, f), "*.pdf")).ToArray();
        foreach (var truth in Directory.EnumerateFiles(Path.Combine(shared, "truth"), "*.json").Order(StringComparer.Ordinal))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(truth));
            var named = json.RootElement.GetProperty("source") is { ValueKind: JsonValueKind.String } source ? source.GetString()! : Path.GetFileName(truth);
            var name = Path.GetFileNameWithoutExtension(named) + ".pdf";
            var file = Array.Find(files, f => Path.GetFileName(f) == name || f.EndsWith("__" + name, StringComparison.Ordinal));
            // Pages without text are recognised from their picture, by the same means whatever the reader.
            if (file is not null && !name.Contains("scan", StringComparison.Ordinal))
            {
                yield return (Path.GetFileNameWithoutExtension(truth), file);
            }
        }
    }
}
