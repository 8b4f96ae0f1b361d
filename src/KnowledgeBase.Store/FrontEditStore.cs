using KnowledgeBase.Documents;
using KnowledgeBase.Store.Database;

namespace KnowledgeBase.Store;

/// <summary>
/// What people say of documents in place of what was read. It is kept apart from the document, so that whoever reads the file anew can put it
/// in again. Safe to use from several threads.
/// </summary>
public sealed class FrontEditStore
{
    private readonly StoreDatabase database;
    private readonly TimeProvider time;

    internal FrontEditStore(StoreDatabase database, TimeProvider time)
    {
        this.database = database;
        this.time = time;
    }

    /// <summary>What was said of a document; <see cref="FrontMatterEdits.None"/> when nothing was.</summary>
    public FrontMatterEdits Of(DocumentId document) => database.Read(connection =>
        connection.Scalar("SELECT e.edits FROM front_edit e JOIN document d ON d.row = e.document WHERE d.id = $1", document.Value) is string json
            ? StoreJson.ReadEdits(json)
            : FrontMatterEdits.None);

    /// <summary>Puts down what is said of a document, in place of all that was said before. It holds from the next reading of the document on.</summary>
    /// <returns>False when there is no such document.</returns>
    public bool Set(DocumentId document, FrontMatterEdits edits) => database.Write(connection => connection.Run(
        "INSERT INTO front_edit (document, edits, at) SELECT row, $2, $3 FROM document WHERE id = $1 ON CONFLICT (document) DO UPDATE SET edits = excluded.edits, at = excluded.at",
        document.Value, StoreJson.Write(edits), time.GetUtcNow().ToColumn()) > 0);
}
