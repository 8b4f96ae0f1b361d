using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Documents;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Judging;

/// <summary>A judged set put into a store of its own, each text as one passage of one document; gone when disposed of.</summary>
internal sealed class JudgedStore : IDisposable
{
    private readonly string _folder;
    private readonly Dictionary<PassageId, string> _idOf;

    private JudgedStore(string folder, KnowledgeStore store, Dictionary<PassageId, string> idOf) =>
        (_folder, Store, _idOf) = (folder, store, idOf);

    public KnowledgeStore Store { get; }

    public static JudgedStore Fill(JudgedSet set, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("kb-judging-").FullName;
        var store = KnowledgeStore.Open(Path.Combine(folder, "data"), new PassageAnalyser(), new());
        try
        {
            return new JudgedStore(folder, store, Save(set, store, cancellationToken));
        }
        catch
        {
            store.Dispose();
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <summary>The judged text's id for a passage's.</summary>
    public string IdOf(string passage) => _idOf[new(passage)];

    public void Dispose()
    {
        Store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static Dictionary<PassageId, string> Save(JudgedSet set, KnowledgeStore store, CancellationToken cancellationToken)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Join('\n', set.Texts.Select(text => text.Whole)));
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var request = new IngestRequest(hash, Path.Combine("/", set.Name));
        var id = store.Documents.Plan(request).Document;
        var idOf = new Dictionary<PassageId, string>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var passages = new List<Passage>(set.Texts.Count);
        foreach (var text in set.Texts)
        {
            var words = PassageId.Normalise(text.Whole);
            var occurrence = seen[words] = seen.GetValueOrDefault(words, -1) + 1;
            var passage = PassageId.Compute(id, text.Whole, occurrence);
            idOf.Add(passage, text.Id);
            passages.Add(new Passage(passage, PassageRole.Paragraph, text.Whole) { Language = "en" });
        }

        var source = new SourceFile(set.Name, hash, SourceFormat.Text, bytes.Length);
        var document = new StructuredDocument(id, source, null, new() { Title = set.Name, Language = "en" }, [], passages, [], [], [], []);
        store.Documents.Save(
            new TaggedDocument(document, passages.ToDictionary(p => p.Id, _ => PassageTags.None), "none"), new MemoryStream(bytes), request, cancellationToken);
        return idOf;
    }
}
