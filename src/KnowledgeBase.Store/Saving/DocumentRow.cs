using KnowledgeBase.Documents;
using KnowledgeBase.Store.Database;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Store.Saving;

/// <summary>Writes a document's own row and the row of its version.</summary>
internal static class DocumentRow
{
    /// <param name="connection">Inside a write transaction.</param>
    /// <param name="row">The row of the document that is updated, or null for a new one.</param>
    /// <param name="tagged">The document.</param>
    /// <param name="request">Where its file came from.</param>
    /// <param name="plan">What is being done.</param>
    /// <param name="now">The time to write.</param>
    /// <returns>The document's row.</returns>
    public static long Write(
        SqliteConnection connection, long? row, TaggedDocument tagged, IngestRequest request, IngestPlan plan, DateTimeOffset now)
    {
        var document = tagged.Document;
        if (request.Path is { } path)
        {
            // A path names one document: whoever had it before keeps its content but is no longer followed there.
            connection.Run("UPDATE document SET path = NULL WHERE path = $1 AND id <> $2", path, document.Id.Value);
        }

        var saved = row ?? Insert(connection, document, request, now);
        connection.Run(
            """
            UPDATE document SET version = $2, sha256 = $3, path = coalesce($4, path), format = $5, language = $6, title = $7, series = $8, number = $9,
              year = $10, grade_letter = $11, grade_score = $12, tagger = $13, updated_at = $14, generation = $15, body = $16, front = $17, passages = $18, footnotes = $19, grade_reasons = $20 WHERE row = $1
            """,
            saved, plan.Version, document.Source.Sha256, request.Path, EnumWords.Of(document.Source.Format), document.Front.Language,
            document.Front.Title, document.Front.Series, document.Front.Number, document.Front.Year, document.Grade?.Letter, document.Grade?.Score,
            tagged.Tagger, now.ToColumn(), Generation.Next(connection), StoreJson.Compress(document), StoreJson.Write(document.Front),
            document.Passages.Count, document.Footnotes.Count, StoreJson.Write(document.Grade?.Reasons ?? []));
        connection.Run(
            "INSERT OR REPLACE INTO document_version (document, version, sha256, file_name, path, added_at) VALUES ($1, $2, $3, $4, $5, $6)",
            saved, plan.Version, document.Source.Sha256, document.Source.FileName, request.Path, now.ToColumn());
        return saved;
    }

    private static long Insert(SqliteConnection connection, StructuredDocument document, IngestRequest request, DateTimeOffset now) =>
        (long)connection.Scalar(
            """
            INSERT INTO document (id, version, sha256, format, visibility, tagger, added_at, updated_at, generation, body, front)
            VALUES ($1, 1, $2, '', $3, '', $4, $4, 0, zeroblob(0), '{}') RETURNING row
            """,
            document.Id.Value, document.Source.Sha256, EnumWords.Of(request.Visibility), now.ToColumn())!;
}
