using KnowledgeBase.Documents;
using KnowledgeBase.Store.Database;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Store.Reading;

/// <summary>Reads people's decisions.</summary>
internal static class ReviewReader
{
    private const string Columns = "id, passage_id, field, label, decision, person, at, why, undone_by, undone_at, moved_from, text";

    /// <summary>All decisions on a document, oldest first, the undone ones included.</summary>
    public static List<Review> OfDocument(SqliteConnection connection, long document) =>
        connection.Rows($"SELECT {Columns} FROM review WHERE document = $1 ORDER BY id", Read, document);

    /// <summary>All decisions on a passage, oldest first, the undone ones included.</summary>
    public static List<Review> OfPassage(SqliteConnection connection, PassageId passage) =>
        connection.Rows($"SELECT {Columns} FROM review WHERE passage_id = $1 ORDER BY id", Read, passage.Value);

    /// <summary>All decisions in the store, oldest first.</summary>
    public static List<Review> All(SqliteConnection connection) =>
        connection.Rows($"SELECT {Columns} FROM review ORDER BY id", Read);

    /// <summary>One decision, or null.</summary>
    public static Review? One(SqliteConnection connection, long id) =>
        connection.Rows($"SELECT {Columns} FROM review WHERE id = $1", Read, id).FirstOrDefault();

    private static Review Read(SqliteDataReader r) => new(
        r.GetInt64(0), new(r.GetString(1)), EnumWords.Find<ReviewField>(r.GetString(2))!.Value, r.GetString(3), EnumWords.Find<Decision>(r.GetString(4))!.Value,
        r.GetString(5), r.Time(6), r.Text(7))
    {
        UndoneBy = r.Text(8),
        UndoneAt = r.IsDBNull(9) ? null : r.Time(9),
        MovedFrom = r.Text(10) is { } from ? new PassageId(from) : null,
        Text = r.GetString(11),
    };
}
