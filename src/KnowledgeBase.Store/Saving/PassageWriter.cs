using KnowledgeBase.Documents;
using KnowledgeBase.Store.Database;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Store.Saving;

/// <summary>Writes and removes the rows of a document's passages: the passages, their machine tags and their index rows.</summary>
internal sealed class PassageWriter(IDocumentAnalyser analyser)
{
    private const string InsertPassage = """
        INSERT INTO passage (document, position, id, role_as_read, role, text, heading_path, section, section_number, paragraph, page_first, page_last,
          label_first, label_last, marker, attribution, note_number, cited_by, language, ocr_confidence)
        VALUES ($1, $2, $3, $4, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19) RETURNING row
        """;

    /// <summary>Makes the index rows of a document, which takes a while: to be called before the store is locked for writing.</summary>
    public AnalysedDocument Analyse(StructuredDocument structured) => analyser.Analyse(structured);

    /// <summary>Writes all rows of a document that has none.</summary>
    public void Write(SqliteConnection connection, long document, TaggedDocument tagged, AnalysedDocument analysed)
    {
        var entries = PassageEntry.Of(tagged.Document);
        var rows = WritePassages(connection, document, entries);
        var tags = new TagWriter(connection);
        using (tags)
        {
            for (var i = 0; i < entries.Count; i++)
            {
                tags.Write(rows[i], tagged.Tags.GetValueOrDefault(entries[i].Passage.Id, PassageTags.None));
            }
        }

        WriteIndex(connection, document, analysed, rows);
    }

    /// <summary>Writes the index rows of a document whose passages are stored and whose index rows are gone.</summary>
    public void WriteIndex(SqliteConnection connection, long document, AnalysedDocument analysed, IReadOnlyList<long> rows)
    {
        if (analysed.Passages.Count != rows.Count)
        {
            throw new InvalidOperationException($"The analyser gave {analysed.Passages.Count} passages for {rows.Count}.");
        }

        using var words = new Statement(
            connection, "INSERT INTO passage_words (rowid, heading, text, heading_forms, text_forms) VALUES ($1, $2, $3, $4, $5)");
        WriteWords(words, rows, analysed.Passages);

        connection.Run(
            "INSERT INTO analysed_document (document, first_passage, data) VALUES ($1, $2, $3)",
            document, rows.Count > 0 ? rows[0] : 0, analysed.Data);
        connection.Run("INSERT INTO document_names (document, data) VALUES ($1, $2)", document, analysed.Names);
    }

    /// <summary>Removes all rows of a document's passages.</summary>
    public void Remove(SqliteConnection connection, long document)
    {
        RemoveIndex(connection, document);
        connection.Run("DELETE FROM passage WHERE document = $1", document);
    }

    private void RemoveIndex(SqliteConnection connection, long document)
    {
        if (connection.Scalar("SELECT data FROM analysed_document WHERE document = $1", document) is byte[] data)
        {
            var rows = connection.Rows("SELECT row FROM passage WHERE document = $1 ORDER BY position", r => r.GetInt64(0), document);
            using var words = new Statement(
                connection,
                "INSERT INTO passage_words (passage_words, rowid, heading, text, heading_forms, text_forms) VALUES ('delete', $1, $2, $3, $4, $5)");
            WriteWords(words, rows, analyser.Restore(data));
        }

        connection.Run("DELETE FROM analysed_document WHERE document = $1", document);
        connection.Run("DELETE FROM document_names WHERE document = $1", document);
    }

    private static void WriteWords(Statement statement, IReadOnlyList<long> rows, IReadOnlyList<AnalysedPassage> passages)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var passage = passages[i];
            statement.Run(
                rows[i], string.Join(' ', passage.Heading), string.Join(' ', passage.Text), string.Join(' ', passage.HeadingForms),
                string.Join(' ', passage.TextForms));
        }
    }

    private static List<long> WritePassages(SqliteConnection connection, long document, IReadOnlyList<PassageEntry> entries)
    {
        using var insert = new Statement(connection, InsertPassage);
        var rows = new List<long>(entries.Count);
        foreach (var entry in entries)
        {
            var p = entry.Passage;
            rows.Add((long)insert.Scalar(
                document, entry.Position, p.Id.Value, EnumWords.Of(p.Role), p.Text, StoreJson.Write(p.HeadingPath), p.Section,
                entry.SectionNumber, p.ParagraphInSection, p.PageFirst, p.PageLast, p.PageLabelFirst, p.PageLabelLast, p.Marker,
                p.Attribution, entry.NoteNumber, entry.CitedBy?.Value, p.Language, p.OcrConfidence)!);
        }

        return rows;
    }
}
