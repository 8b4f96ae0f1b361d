using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Store.Tests;

/// <summary>A data folder of its own for each test, gone afterwards.</summary>
internal sealed class TestFolder : IDisposable
{
    public TestFolder() => Directory.CreateDirectory(Path);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"kb-test-{Guid.NewGuid():N}");

    public string Data => System.IO.Path.Combine(Path, "data");

    public KnowledgeStore Open(IDocumentAnalyser? analyser = null) => KnowledgeStore.Open(Data, analyser ?? new WordAnalyser(), new());

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

/// <summary>Small documents made of paragraphs, as if read from a text file of that content.</summary>
internal static class Samples
{
    public static byte[] Bytes(params string[] paragraphs) => Encoding.UTF8.GetBytes(string.Join("\n\n", paragraphs));

    public static IngestRequest Request(byte[] bytes, string? path = null) => new(Convert.ToHexStringLower(SHA256.HashData(bytes)), path);

    public static TaggedDocument Document(DocumentId id, byte[] bytes, params string[] paragraphs)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var passages = new List<Passage>();
        foreach (var text in paragraphs)
        {
            var key = PassageId.Normalise(text);
            var occurrence = seen[key] = seen.GetValueOrDefault(key, -1) + 1;
            passages.Add(new(PassageId.Compute(id, text, occurrence), PassageRole.Paragraph, text) { HeadingPath = ["Trust"], Section = 0, Language = "en" });
        }

        var source = new SourceFile("paper.txt", Convert.ToHexStringLower(SHA256.HashData(bytes)), SourceFormat.Text, bytes.Length);
        var document = new StructuredDocument(
            id, source, null, new() { Title = "A paper", Year = 2019, Language = "en" }, [new("1", "Trust", 1, null)], passages, [], [], [], []);
        return new(document, passages.ToDictionary(p => p.Id, _ => PassageTags.None), "rules/1");
    }

    /// <summary>Plans, makes and saves a document of paragraphs.</summary>
    public static SaveResult Save(this KnowledgeStore store, string? path, params string[] paragraphs)
    {
        var bytes = Bytes(paragraphs);
        var request = Request(bytes, path);
        var plan = store.Documents.Plan(request);
        return store.Documents.Save(
            Document(plan.Document, bytes, paragraphs), new MemoryStream(bytes), request, TestContext.Cancellation);
    }
}

/// <summary>What tests pass where they cancel nothing.</summary>
internal static class TestContext
{
    public static CancellationToken Cancellation => CancellationToken.None;
}
