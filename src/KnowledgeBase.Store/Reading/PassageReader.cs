using KnowledgeBase.Documents;
using KnowledgeBase.Store.Database;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Store.Reading;

/// <summary>Reads passages by row, by id and by place.</summary>
internal static class PassageReader
{
    private const string Select = """
        SELECT p.row, d.id, p.position, p.id, p.role, p.text, p.heading_path, p.section, p.section_number, p.paragraph, p.page_first, p.page_last,
          p.label_first, p.label_last, p.marker, p.attribution, p.note_number, p.cited_by, p.language, p.ocr_confidence
        FROM passage p JOIN document d ON d.row = p.document
        """;

    /// <summary>The id under which a passage is found now: its own, or that of the passage that took its place.</summary>
    public static PassageId Resolve(SqliteConnection connection, PassageId id) =>
        connection.Scalar("SELECT 1 FROM passage WHERE id = $1", id.Value) is null
        && connection.Scalar("SELECT new_id FROM moved_passage WHERE old_id = $1", id.Value) is string moved
            ? new(moved)
            : id;

    public static PassageEntry? ById(SqliteConnection connection, PassageId id) =>
        connection.Rows($"{Select} WHERE p.id = $1", Read, id.Value).FirstOrDefault();

    /// <summary>The passages of the given rows that exist, in the order asked for.</summary>
    public static List<PassageEntry> ByRows(SqliteConnection connection, IReadOnlyList<long> rows)
    {
        using var statement = new Statement(connection, $"{Select} WHERE p.row = $1");
        var found = new List<PassageEntry>(rows.Count);
        foreach (var row in rows)
        {
            found.AddRange(statement.Rows(Read, row));
        }

        return found;
    }

    /// <summary>The passages of a document at positions from first to last, both included.</summary>
    public static List<PassageEntry> Between(SqliteConnection connection, DocumentId document, int first, int last) => connection.Rows(
        $"{Select} WHERE d.id = $1 AND p.position BETWEEN $2 AND $3 ORDER BY p.position", Read, document.Value, first, last);

    private static PassageEntry Read(SqliteDataReader r) => new(
        r.GetInt64(0),
        new(r.GetString(1)),
        r.GetInt32(2),
        new(new(r.GetString(3)), EnumWords.Find<PassageRole>(r.GetString(4))!.Value, r.GetString(5))
        {
            HeadingPath = StoreJson.ReadStrings(r.GetString(6)),
            Section = r.Number(7),
            ParagraphInSection = r.GetInt32(9),
            PageFirst = r.Number(10),
            PageLast = r.Number(11),
            PageLabelFirst = r.Text(12),
            PageLabelLast = r.Text(13),
            Marker = r.Text(14),
            Attribution = r.Text(15),
            Language = r.Text(18),
            OcrConfidence = r.Real(19),
        })
    {
        SectionNumber = r.Text(8),
        NoteNumber = r.Text(16),
        CitedBy = r.Text(17) is { } id ? new PassageId(id) : null,
    };
}
