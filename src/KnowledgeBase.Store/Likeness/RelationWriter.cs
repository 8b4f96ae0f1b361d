using System.Globalization;
using KnowledgeBase.Documents;
using KnowledgeBase.Store.Database;
using KnowledgeBase.Store.Reading;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Store.Likeness;

/// <summary>Samples a document that is being saved and puts down what it is to the others.</summary>
internal static class RelationWriter
{
    private sealed record Other(long Row, string Format, string? Title, int Shingles, int Common);

    /// <summary>Replaces what was known of a document's likeness.</summary>
    /// <param name="connection">Inside the write transaction that saves the document.</param>
    /// <param name="row">The document's row, written before.</param>
    /// <param name="document">The document.</param>
    /// <param name="sample">Its <see cref="TextSketch"/>.</param>
    public static void Write(SqliteConnection connection, long row, StructuredDocument document, IReadOnlyCollection<long> sample)
    {
        SampleOlder(connection, row);
        connection.Run("DELETE FROM related_document WHERE document = $1 OR other = $1", row);
        WriteSample(connection, row, sample);
        var format = EnumWords.Of(document.Source.Format);
        foreach (var other in Candidates(connection, row, sample))
        {
            if (Relation.Of(other.Common, sample.Count, other.Shingles, format == other.Format, SameTitle(document.Front.Title, other.Title)) is { } kind)
            {
                var similarity = (double)other.Common / Math.Min(sample.Count, other.Shingles);
                WritePair(connection, row, other.Row, kind, similarity);
                WritePair(connection, other.Row, row, Relation.Reversed(kind), similarity);
            }
        }
    }

    /// <summary>Samples the documents that an earlier version of the program saved.</summary>
    private static void SampleOlder(SqliteConnection connection, long saved)
    {
        var older = connection.Rows("SELECT row FROM document WHERE row <> $1 AND row NOT IN (SELECT document FROM document_sketch)", r => r.GetInt64(0), saved);
        foreach (var row in older)
        {
            WriteSample(connection, row, TextSketch.Of(DocumentReader.Body(connection, row)));
        }
    }

    private static void WriteSample(SqliteConnection connection, long row, IReadOnlyCollection<long> sample)
    {
        connection.Run("DELETE FROM sketch_shingle WHERE document = $1", row);
        connection.Run("INSERT OR REPLACE INTO document_sketch (document, shingles) VALUES ($1, $2)", row, sample.Count);
        using var insert = new Statement(connection, "INSERT INTO sketch_shingle (hash, document) VALUES ($1, $2)");
        foreach (var hash in sample.Order())
        {
            insert.Run(hash, row);
        }
    }

    private static List<Other> Candidates(SqliteConnection connection, long row, IReadOnlyCollection<long> sample) => connection.Rows(
        """
        SELECT d.row, d.format, d.title, k.shingles, c.common
        FROM (SELECT document, count(*) AS common FROM sketch_shingle WHERE hash IN (SELECT value FROM json_each($2)) AND document <> $1 GROUP BY document) c
        JOIN document d ON d.row = c.document JOIN document_sketch k ON k.document = c.document
        """,
        r => new Other(r.GetInt64(0), r.GetString(1), r.Text(2), r.GetInt32(3), r.GetInt32(4)),
        row,
        $"[{string.Join(',', sample.Select(hash => hash.ToString(CultureInfo.InvariantCulture)))}]");

    private static bool SameTitle(string? title, string? other) =>
        title is not null && other is not null && PassageId.Normalise(title) is { Length: > 0 } words && words == PassageId.Normalise(other);

    private static void WritePair(SqliteConnection connection, long document, long other, RelationKind kind, double similarity) => connection.Run(
        "INSERT INTO related_document (document, other, kind, similarity) VALUES ($1, $2, $3, $4)",
        document, other, EnumWords.Of(kind), Math.Round(similarity, 3));
}
