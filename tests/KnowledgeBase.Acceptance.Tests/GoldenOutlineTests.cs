using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeBase.Documents;
using KnowledgeBase.Extraction;
using KnowledgeBase.Extraction.Pdf;
using KnowledgeBase.Structuring;

namespace KnowledgeBase.Acceptance.Tests;

/// <summary>The sample papers against the outlines written by hand from their sources (Goldens/README.md).</summary>
public sealed partial class GoldenOutlineTests
{
    public static TheoryData<string> Papers()
    {
        var papers = new TheoryData<string>();
        foreach (var file in Directory.EnumerateFiles(Goldens, "*.outline.txt").Order(StringComparer.Ordinal))
        {
            papers.Add(Path.GetFileName(file).Replace(".outline.txt", "", StringComparison.Ordinal));
        }

        return papers;
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public async Task Recovers_the_outline_of_a_sample_paper(string paper)
    {
        var golden = await File.ReadAllLinesAsync(Path.Combine(Goldens, paper + ".outline.txt"));
        var file = Directory.EnumerateFiles(Path.Combine(Repository.Root, "corpus", "papers"), paper + ".*").Single();
        var extracted = await new Extractor(new PopplerPdfReader()).ExtractAsync(file, ExtractionOptions.Default, CancellationToken.None);

        var document = new Structurer().Structure(extracted, DocumentId.FromSha256(extracted.Source.Sha256));

        Assert.Equal(Plain(golden[0]), Plain($"{document.Front.Title} {document.Front.Subtitle}"));
        var headings = golden.Skip(1).Select(line => line.Split('\t')).Where(cells => cells.Length == 5).ToList();
        Assert.Equal(headings.Select(cells => $"{cells[0]} {Plain(cells[2])}"), document.Sections.Select(section => $"{section.Level} {Plain(section.Title)}"));
        Assert.All(headings.Zip(document.Sections).Where(pair => pair.First[3] != "-"), pair =>
        {
            Assert.Equal(pair.First[3], EnumWords.Of(pair.Second.Kind!.Value));
            Assert.Equal(pair.First[4], pair.Second.Ordinal?.ToString(CultureInfo.InvariantCulture) ?? "-");
        });
        Assert.Equal(Figure(golden, "footnotes"), document.Footnotes.Count);
        Assert.Equal(Figure(golden, "quotes"), document.Passages.Count(passage => passage.Role == PassageRole.Quote && passage.Attribution is not null));
        Assert.Equal(Figure(golden, "year"), document.Front.Year);
        Assert.Equal(Word(golden, "language"), document.Front.Language);
        Assert.Equal(Word(golden, "authors"), string.Join("; ", document.Front.Authors));
        Assert.Equal(Plain(Word(golden, "series")), Plain($"{document.Front.Series} / {document.Front.Number}"));
    }

    private static string Goldens => Path.Combine(Repository.Root, "tests", "KnowledgeBase.Acceptance.Tests", "Goldens");

    private static int Figure(string[] golden, string name) => int.Parse(Word(golden, name), CultureInfo.InvariantCulture);

    private static string Word(string[] golden, string name) => golden.Single(line => line.StartsWith(name + " ", StringComparison.Ordinal))[(name.Length + 1)..].Trim();

    /// <summary>Small letters, one kind of blank and apostrophe, no colon: print differs from the source in these (Goldens/README.md).</summary>
    private static string Plain(string text) =>
        Blanks().Replace(text.ToLowerInvariant().Replace('’', '\'').Replace(":", " ", StringComparison.Ordinal), " ").Trim();

    [GeneratedRegex(@"[\s\u202F\u00A0]+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
