using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Documents;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Tests;

/// <summary>A store in a folder of its own, gone afterwards, with short ways to put papers into it.</summary>
public sealed class SearchFolder : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"kb-search-{Guid.NewGuid():N}");

    public SearchFolder() => Store = KnowledgeStore.Open(path, new PassageAnalyser(), new());

    public KnowledgeStore Store { get; }

    /// <summary>Saves a paper; a second one of the same name replaces the first.</summary>
    public DocumentId Save(Paper paper, Visibility visibility = Visibility.Network)
    {
        var bytes = Encoding.UTF8.GetBytes(paper.ToString() + string.Join('\n', paper.Passages.Select(p => p.ToString() + string.Join(',', p.Kinds))));
        var request = new IngestRequest(Convert.ToHexStringLower(SHA256.HashData(bytes)), "/papers/" + paper.Name) { Visibility = visibility };
        var id = Store.Documents.Plan(request).Document;
        Store.Documents.Save(paper.Read(id, bytes), new MemoryStream(bytes), request, CancellationToken.None);
        return id;
    }

    public void Dispose()
    {
        Store.Dispose();
        Directory.Delete(path, recursive: true);
    }
}

/// <summary>A passage of a test paper.</summary>
public sealed record Words(string Text)
{
    public string[] Heading { get; init; } = [];

    /// <summary>Index of its section, or null.</summary>
    public int? Section { get; init; }

    public string[] Kinds { get; init; } = [];

    public string[] Themes { get; init; } = [];

    public string[] Addressees { get; init; } = [];

    /// <summary>How sure all its tags are.</summary>
    public double Confidence { get; init; } = 0.9;

    public PassageRole Role { get; init; } = PassageRole.Paragraph;

    public string? Language { get; init; } = "en";

    public int? Page { get; init; }

    public static implicit operator Words(string text) => new(text);
}

/// <summary>A test paper.</summary>
public sealed record Paper(string Name, params Words[] Passages)
{
    public string? Title { get; init; }

    public string? Series { get; init; }

    public string? Number { get; init; }

    public int? Year { get; init; }

    public string Language { get; init; } = "en";

    public string[] Notes { get; init; } = [];

    public TaggedDocument Read(DocumentId id, byte[] bytes)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        PassageId Next(string text)
        {
            var key = PassageId.Normalise(text);
            var occurrence = seen[key] = seen.GetValueOrDefault(key, -1) + 1;
            return PassageId.Compute(id, text, occurrence);
        }

        var passages = Passages.Select((p, i) => new Passage(Next(p.Text), p.Role, p.Text)
        {
            HeadingPath = p.Heading, Section = p.Section, Language = p.Language, PageFirst = p.Page, PageLast = p.Page, ParagraphInSection = i + 1,
        }).ToArray();
        var notes = Notes.Select((text, i) => new Footnote(Next(text), $"{i + 1}", text, FootnoteType.Explanatory)
        {
            CitedBy = passages.Length > 0 ? passages[0].Id : null, Language = "en",
        }).ToArray();
        var document = new StructuredDocument(
            id,
            new(Name, Convert.ToHexStringLower(SHA256.HashData(bytes)), SourceFormat.Text, bytes.Length),
            null,
            new() { Title = Title ?? Name, Series = Series, Number = Number, Year = Year, Language = Language },
            [],
            passages,
            notes,
            [],
            [],
            []);
        var tags = passages.Zip(Passages).ToDictionary(p => p.First.Id, p => PassageTags.None with
        {
            Kinds = Tags(p.Second.Kinds, p.Second.Confidence),
            Themes = Tags(p.Second.Themes, p.Second.Confidence),
            Addressees = Tags(p.Second.Addressees, p.Second.Confidence),
        });
        return new(document, tags, "test/1");
    }

    private static Tag[] Tags(string[] labels, double confidence) => [.. labels.Select(l => new Tag(l, confidence, TagOrigin.Rule, []))];
}
