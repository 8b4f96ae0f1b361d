using KnowledgeBase.Documents;
using KnowledgeBase.Extraction;
using KnowledgeBase.Extraction.Pdf;
using KnowledgeBase.Structuring;
using KnowledgeBase.Tagging.Rules;

namespace KnowledgeBase.Ingestion.Tests;

/// <summary>Reads "PDFs" as a test says, to let one be slow, broken or changed at the right moment.</summary>
internal sealed class ScriptedPdfReader(Func<string, CancellationToken, Task> act, bool withText = true) : IPdfReader
{
    /// <summary>What a file must begin with to reach this reader.</summary>
    public const string Signature = "%PDF-1.4 ";

    public async Task<ExtractedDocument> ReadAsync(string path, SourceFile source, ExtractionOptions options, CancellationToken cancellationToken)
    {
        await act(path, cancellationToken);
        string[] texts = withText ? ["Mediators who know each other lose less time.", "That takes meetings, and meetings take money."] : [];
        var font = new Font("Serif", 11);
        var lines = texts.Select((text, index) =>
        {
            var box = new Box(72, 100 + (14 * index), 400, 111 + (14 * index));
            return new Line(text, box, font, [new TextRun(text, box, font)]);
        });
        IReadOnlyList<Problem> problems = withText ? [] : [new("no-text-layer", $"'{source.FileName}' has no text, only pictures of pages. It needs OCR.")];
        return new(source, [new(1, null, 595, 842, [.. lines])], problems);
    }

    /// <summary>All real stages behind this reader.</summary>
    public DocumentReading Reading() => new(new Extractor(this), new Structurer(), new RuleClassifier());
}
