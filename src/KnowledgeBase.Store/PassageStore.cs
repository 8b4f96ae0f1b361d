using KnowledgeBase.Documents;
using KnowledgeBase.Store.Database;
using KnowledgeBase.Store.Reading;

namespace KnowledgeBase.Store;

/// <summary>The passages and footnotes of all documents, without their boxes; safe to use from several threads.</summary>
public sealed class PassageStore
{
    private readonly StoreDatabase database;

    internal PassageStore(StoreDatabase database) => this.database = database;

    /// <summary>A passage by its id, an old id being followed to where its words went; null when there is none.</summary>
    public PassageEntry? Find(PassageId id) => database.Read(connection => PassageReader.ById(connection, PassageReader.Resolve(connection, id)));

    /// <summary>The passages of the given rows, in the order asked for; rows that are gone are left out.</summary>
    public IReadOnlyList<PassageEntry> ByRows(IReadOnlyList<long> rows) => database.Read(connection => PassageReader.ByRows(connection, rows));

    /// <summary>The tags that hold after people's decisions, for passages with a row; those that are gone are left out.</summary>
    public IReadOnlyDictionary<PassageId, PassageTags> Tags(IReadOnlyList<PassageEntry> passages) =>
        database.Read(connection => TagReader.Effective(connection, passages));

    /// <summary>The passages of a document at positions from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    public IReadOnlyList<PassageEntry> Between(DocumentId document, int first, int last) =>
        database.Read(connection => PassageReader.Between(connection, document, first, last));
}
