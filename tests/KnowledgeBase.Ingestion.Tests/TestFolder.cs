using System.Text;
using KnowledgeBase.Documents;
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

    public KnowledgeStore Open(StoreOptions? options = null) => KnowledgeStore.Open(Data, new BlankAnalyser(), options ?? new());

    public void Dispose() => Directory.Delete(Root, recursive: true);

    /// <summary>Splits at blanks: these tests do not search.</summary>
    private sealed class BlankAnalyser : IDocumentAnalyser
    {
        public string Version => "blank/1";

        public AnalysedDocument Analyse(StructuredDocument document) => new(
            [.. PassageEntry.Of(document).Select(entry => new AnalysedPassage([], entry.Passage.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))],
            Encoding.UTF8.GetBytes("blank"));
    }
}
