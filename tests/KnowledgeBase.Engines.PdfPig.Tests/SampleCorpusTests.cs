using KnowledgeBase.Documents;
using KnowledgeBase.Extraction;
using KnowledgeBase.Extraction.Pdf;
using KnowledgeBase.Structuring;

namespace KnowledgeBase.Engines.PdfPig.Tests;

/// <summary>The sample papers read by PdfPig are the documents that Poppler reads: the same sections, footnotes and pages, and nearly all passages to the letter.</summary>
public sealed class SampleCorpusTests
{
    public static TheoryData<string> Papers =>
        [.. Directory.EnumerateFiles(Folder, "*.pdf").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private static string Folder { get; } = Path.Combine(Root(), "corpus", "papers");

    [Theory]
    [MemberData(nameof(Papers))]
    public async Task Has_the_sections_footnotes_and_pages_that_Poppler_gives(string paper)
    {
        var (expected, actual) = (await Read(new PopplerPdfReader(), paper), await Read(new PdfPigReader(), paper));

        Assert.Equal((expected.Front.Title, expected.Front.Year), (actual.Front.Title, actual.Front.Year));
        Assert.Equal(expected.Sections.Select(s => (s.Level, s.Title)), actual.Sections.Select(s => (s.Level, s.Title)));
        Assert.Equal(expected.Footnotes.Select(f => (f.Number, f.Page)), actual.Footnotes.Select(f => (f.Number, f.Page)));
        var same = expected.Passages.Select(Cited).Intersect(actual.Passages.Select(Cited)).Count();
        Assert.True(same >= 0.95 * expected.Passages.Count, $"{same} of {expected.Passages.Count} passages and their pages are the same");
    }

    private static (string, int?, string?) Cited(Passage passage) => (passage.Text, passage.PageFirst, passage.PageLabelFirst);

    private static async Task<StructuredDocument> Read(IPdfReader reader, string paper)
    {
        var extracted = await new Extractor(reader).ExtractAsync(Path.Combine(Folder, paper), ExtractionOptions.Default, CancellationToken.None);
        return new Structurer().Structure(extracted, DocumentId.FromSha256(extracted.Source.Sha256));
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "KnowledgeBase.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No KnowledgeBase.sln above {AppContext.BaseDirectory}.");
    }
}
