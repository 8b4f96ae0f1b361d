using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Store;

namespace KnowledgeBase.Ingestion.Tests;

/// <summary>A folder of its own for each test, with a place for reports and one for data; gone afterwards.</summary>
internal sealed class TestFolder : IDisposable
{
    public TestFolder() => Directory.CreateDirectory(Reports);

    private string Root { get; } = Path.Combine(Path.GetTempPath(), $"kb-ingest-{Guid.NewGuid():N}");

    public string Reports => Path.Combine(Root, "reports");

    public string Data => Path.Combine(Root, "data");

    /// <summary>Writes a file under the reports and gives its path.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(Reports, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public FoundFiles Find() => new FileFinder().Find([Reports], CancellationToken.None);

    public KnowledgeStore Open(StoreOptions? options = null) => KnowledgeStore.Open(Data, new PassageAnalyser(), options ?? new());

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
