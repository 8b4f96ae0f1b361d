using KnowledgeBase.Documents;
using KnowledgeBase.Store.Database;
using KnowledgeBase.Store.Index;
using KnowledgeBase.Store.Reading;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Store.Care;

/// <summary>Checks the rows of one document against the document as it was saved.</summary>
internal static class DocumentCheck
{
    /// <param name="connection">A snapshot.</param>
    /// <param name="row">The document's row.</param>
    /// <param name="id">The document's id.</param>
    /// <param name="analyser">To check the index data with; null when another version made them.</param>
    /// <param name="problems">Gets what is wrong.</param>
    public static void Check(SqliteConnection connection, long row, DocumentId id, IDocumentAnalyser? analyser, List<Problem> problems)
    {
        StructuredDocument body;
        try
        {
            body = DocumentReader.Body(connection, row);
        }
        catch (Exception error) when (error is InvalidDataException or System.Text.Json.JsonException or InvalidOperationException)
        {
            problems.Add(new("document-damaged", $"Document {id} cannot be read: {error.Message} Ingest its file again."));
            return;
        }

        var entries = PassageEntry.Of(body);
        var stored = connection.Rows(
            "SELECT id, text, role_as_read FROM passage WHERE document = $1 ORDER BY position",
            r => (r.GetString(0), r.GetString(1), r.GetString(2)),
            row);
        if (!stored.SequenceEqual(entries.Select(e => (e.Passage.Id.Value, e.Passage.Text, EnumWords.Of(e.Passage.Role)))))
        {
            problems.Add(new("document-damaged", $"The passages of document {id} are not those it was saved with. Ingest its file again."));
        }

        CheckIds(id, entries, problems);
        using var facts = FactsRow.Select(connection);
        if (!FactsRow.Read(facts, connection, row).SequenceEqual(FactsRow.FromPassages(connection, row)))
        {
            problems.Add(new("tags-out-of-step", $"The tags by which passages of document {id} are found are not those they have. Ingest its file again."));
        }

        CheckTags(connection, row, id, problems);
        if (analyser is not null && !IndexData(connection, row).AsSpan().SequenceEqual(analyser.Analyse(body).Data))
        {
            problems.Add(new("index-damaged", $"The index data of document {id} are not what its text gives. 'kb reindex' makes them anew."));
        }
    }

    private static byte[] IndexData(SqliteConnection connection, long row) =>
        connection.Scalar("SELECT data FROM analysed_document WHERE document = $1", row) as byte[] ?? [];

    private static void CheckIds(DocumentId document, IReadOnlyList<PassageEntry> entries, List<Problem> problems)
    {
        foreach (var same in entries.GroupBy(e => PassageId.Normalise(e.Passage.Text), StringComparer.Ordinal))
        {
            var expected = Enumerable.Range(0, same.Count()).Select(n => PassageId.Compute(document, same.Key, n)).ToHashSet();
            if (!expected.SetEquals(same.Select(e => e.Passage.Id)))
            {
                problems.Add(new(
                    "passage-id-wrong", $"A passage id of document {document} does not follow from its words: '{same.First().Passage.Id}'. Ingest its file again."));
            }
        }
    }

    private static void CheckTags(SqliteConnection connection, long row, DocumentId id, List<Problem> problems)
    {
        var reviews = ReviewReader.OfDocument(connection, row).ToLookup(r => r.Passage);
        var columns = connection.Rows(
            "SELECT id, kinds, themes, addressees FROM passage WHERE document = $1",
            r => (Id: new PassageId(r.GetString(0)), Tags: (r.GetString(1), r.GetString(2), r.GetString(3))),
            row).ToDictionary(r => r.Id, r => r.Tags);
        foreach (var (passage, machine) in TagReader.Machine(connection, row))
        {
            var tags = EffectiveTags.Of(machine, reviews[passage]);
            if (columns[passage] != (Labels(tags.Kinds), Labels(tags.Themes), Labels(tags.Addressees)))
            {
                problems.Add(new("tags-out-of-step", $"The tags by which passage {passage} of document {id} is found are not those it has."));
            }
        }
    }

    private static string Labels(IEnumerable<Tag> tags) => string.Join(' ', tags.Select(t => t.Label));
}
