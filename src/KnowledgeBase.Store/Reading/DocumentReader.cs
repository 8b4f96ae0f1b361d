using KnowledgeBase.Documents;
using KnowledgeBase.Store.Database;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Store.Reading;

/// <summary>Reads documents as a list shows them and as they were saved.</summary>
internal static class DocumentReader
{
    private const string Select = """
        SELECT d.row, d.id, d.version, v.file_name, d.sha256, d.format, f.size_bytes, d.path, d.title, d.visibility, d.series, d.number, d.year,
          d.language, d.grade_letter, d.grade_score, d.tagger, d.added_at, d.updated_at,
          d.passages, d.footnotes, d.front, d.grade_reasons
        FROM document d JOIN document_version v ON v.document = d.row AND v.version = d.version JOIN kept_file f ON f.sha256 = d.sha256
        """;

    /// <summary>All documents, by title, then by id.</summary>
    public static List<DocumentInfo> List(SqliteConnection connection) =>
        connection.Rows($"{Select} ORDER BY coalesce(d.title, v.file_name), d.id", ReadInfo);

    /// <summary>One document, or null.</summary>
    public static DocumentInfo? Info(SqliteConnection connection, DocumentId id) =>
        connection.Rows($"{Select} WHERE d.id = $1", ReadInfo, id.Value).FirstOrDefault();

    /// <summary>Documents changed after a generation, and ids of those removed.</summary>
    public static List<DocumentInfo> ChangedSince(SqliteConnection connection, long generation) =>
        connection.Rows($"{Select} WHERE d.generation > $1 ORDER BY d.row", ReadInfo, generation);

    /// <summary>One document with all that is known of it, or null.</summary>
    public static StoredDocument? Full(SqliteConnection connection, DocumentId id)
    {
        if (Info(connection, id) is not { } info)
        {
            return null;
        }

        var machine = TagReader.Machine(connection, info.Row);
        var reviews = ReviewReader.OfDocument(connection, info.Row);
        var byPassage = reviews.ToLookup(r => r.Passage);
        var versions = connection.Rows(
            "SELECT version, sha256, file_name, path, added_at FROM document_version WHERE document = $1 ORDER BY version",
            r => new DocumentVersion(r.GetInt32(0), r.GetString(1), r.GetString(2), r.Text(3), r.Time(4)),
            info.Row);
        return new(
            info,
            new(WithRoles(Body(connection, info.Row), reviews), machine, info.Tagger),
            machine.ToDictionary(t => t.Key, t => EffectiveTags.Of(t.Value, byPassage[t.Key])),
            reviews,
            versions);
    }

    /// <summary>The document as structuring gave it.</summary>
    public static StructuredDocument Body(SqliteConnection connection, long row) =>
        StoreJson.Expand((byte[])connection.Scalar("SELECT body FROM document WHERE row = $1", row)!);

    /// <summary>The document with the roles that people gave in place of those that were read.</summary>
    private static StructuredDocument WithRoles(StructuredDocument document, List<Review> reviews)
    {
        var roles = new Dictionary<PassageId, PassageRole>();
        foreach (var review in reviews.Where(r => r.UndoneAt is null && r.Field == ReviewField.Role))
        {
            roles[review.Passage] = EnumWords.Find<PassageRole>(review.Label)!.Value;
        }

        return roles.Count == 0 ? document : document with
        {
            Passages = [.. document.Passages.Select(passage => roles.TryGetValue(passage.Id, out var role) ? passage with { Role = role } : passage)],
        };
    }

    private static DocumentInfo ReadInfo(SqliteDataReader r) => new(
        new(r.GetString(1)),
        r.GetInt32(2),
        new(r.GetString(3), r.GetString(4), EnumWords.Find<SourceFormat>(r.GetString(5))!.Value, r.GetInt64(6)),
        r.Text(7),
        r.Text(8),
        EnumWords.Find<Visibility>(r.GetString(9))!.Value)
    {
        Row = r.GetInt64(0),
        Series = r.Text(10),
        Number = r.Text(11),
        Year = r.Number(12),
        Language = r.Text(13),
        GradeLetter = r.Text(14),
        GradeScore = r.Real(15),
        Tagger = r.GetString(16),
        AddedAt = r.Time(17),
        UpdatedAt = r.Time(18),
        PassageCount = r.GetInt32(19),
        FootnoteCount = r.GetInt32(20),
        Front = StoreJson.ReadFront(r.GetString(21)),
        GradeReasons = StoreJson.ReadStrings(r.GetString(22)),
    };
}
