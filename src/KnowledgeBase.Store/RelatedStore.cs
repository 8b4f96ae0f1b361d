using KnowledgeBase.Documents;
using KnowledgeBase.Store.Database;
using KnowledgeBase.Store.Likeness;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Store;

/// <summary>Which documents have much in common; found whenever a document is saved. Safe to use from several threads.</summary>
public sealed class RelatedStore
{
    private readonly StoreDatabase database;

    internal RelatedStore(StoreDatabase database) => this.database = database;

    /// <summary>What each document is to others, those most alike first; documents that have nothing in common with others are left out.</summary>
    public IReadOnlyDictionary<DocumentId, IReadOnlyList<RelatedDocument>> All() => database.Read(connection => connection
        .Rows(
            "SELECT d.id, o.id, r.kind, r.similarity FROM related_document r JOIN document d ON d.row = r.document JOIN document o ON o.row = r.other ORDER BY r.similarity DESC, o.id",
            r => (From: new DocumentId(r.GetString(0)), To: new RelatedDocument(new(r.GetString(1)), EnumWords.Find<RelationKind>(r.GetString(2))!.Value, r.GetDouble(3))))
        .GroupBy(pair => pair.From)
        .ToDictionary(group => group.Key, group => (IReadOnlyList<RelatedDocument>)[.. group.Select(pair => pair.To)]));

    /// <summary>What one document is to others, those most alike first.</summary>
    /// <param name="document">The document.</param>
    /// <param name="audience">Documents that it may not see are left out.</param>
    public IReadOnlyList<RelatedForm> FormsOf(DocumentId document, Visibility audience) => database.Read(connection => FormsOf(connection, document))
        .Where(form => form.Visibility <= audience).Select(form => form.Form).ToList();

    internal static List<(RelatedForm Form, Visibility Visibility)> FormsOf(SqliteConnection connection, DocumentId document) => connection.Rows(
        """
        SELECT o.id, r.kind, r.similarity, v.file_name, o.title, o.visibility
        FROM related_document r JOIN document d ON d.row = r.document JOIN document o ON o.row = r.other
        JOIN document_version v ON v.document = o.row AND v.version = o.version
        WHERE d.id = $1 ORDER BY r.similarity DESC, o.id
        """,
        r => (new RelatedForm(new(r.GetString(0)), r.GetString(1), r.GetDouble(2), r.GetString(3), r.Text(4)), EnumWords.Find<Visibility>(r.GetString(5))!.Value),
        document.Value);
}
