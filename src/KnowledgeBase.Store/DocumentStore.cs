using KnowledgeBase.Documents;
using KnowledgeBase.Store.Care;
using KnowledgeBase.Store.Database;
using KnowledgeBase.Store.Files;
using KnowledgeBase.Store.Likeness;
using KnowledgeBase.Store.Reading;
using KnowledgeBase.Store.Saving;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Store;

/// <summary>
/// The documents of a store. Every change is one transaction, the index rows included: a document is there whole or not at all,
/// whenever the process is killed. Safe to use from several threads.
/// </summary>
public sealed class DocumentStore
{
    private readonly StoreDatabase database;
    private readonly KeptFiles files;
    private readonly PassageWriter passages;
    private readonly StoreIndex index;
    private readonly TimeProvider time;

    internal DocumentStore(StoreDatabase database, KeptFiles files, PassageWriter passages, StoreIndex index, TimeProvider time)
    {
        this.database = database;
        this.files = files;
        this.passages = passages;
        this.index = index;
        this.time = time;
    }

    /// <summary>Says what taking in a file would do, before it is read.</summary>
    /// <exception cref="RejectedInputException">The document to replace is not there, or the bytes are another document's.</exception>
    public IngestPlan Plan(IngestRequest request) => database.Read(connection => Planning.Plan(connection, request));

    /// <summary>
    /// Saves a document that was read under the id of <see cref="Plan"/>. When the store has changed since, so that the plan no longer
    /// holds, nothing is saved and the rejection "plan-changed" asks to plan again; when the bytes came in meanwhile, the result says unchanged.
    /// </summary>
    /// <param name="document">The document, read under the planned id.</param>
    /// <param name="original">The file's bytes, read to the end.</param>
    /// <param name="request">As it was planned.</param>
    /// <param name="cancellation">Stops before the commit; then nothing is saved.</param>
    /// <exception cref="RejectedInputException">The plan no longer holds, the file changed, or the store cannot be written.</exception>
    public SaveResult Save(TaggedDocument document, Stream original, IngestRequest request, CancellationToken cancellation)
    {
        CheckIds(document.Document);
        var sample = TextSketch.Of(document.Document);
        var analysed = passages.Analyse(document.Document);
        return database.Write(connection =>
        {
            var plan = Planning.Plan(connection, request);
            if (plan.Action == IngestAction.Unchanged)
            {
                return new SaveResult(plan, [], []);
            }

            if (plan.Document != document.Document.Id)
            {
                throw StoreFailure.Rejection(
                    "plan-changed", $"The store changed while '{document.Document.Source.FileName}' was being read. Ingest it again.");
            }

            files.Keep(connection, document.Document.Source, original);
            var result = Replace(connection, document, analysed, sample, request, plan);
            cancellation.ThrowIfCancellationRequested();
            return result;
        });
    }

    /// <summary>Replaces the machine's tags of a document; people's decisions stay and keep winning.</summary>
    /// <param name="id">The document.</param>
    /// <param name="tags">By passage or footnote id; a passage without an entry gets none.</param>
    /// <param name="tagger">Name and version of what tagged it.</param>
    /// <returns>False when there is no such document.</returns>
    public bool Retag(DocumentId id, IReadOnlyDictionary<PassageId, PassageTags> tags, string tagger) => database.Write(connection =>
    {
        if (RowOf(connection, id) is not { } row)
        {
            return false;
        }

        TagWriter.Remove(connection, row);
        using (var writer = new TagWriter(connection))
        {
            foreach (var (passage, passageId) in connection.Rows(
                "SELECT row, id FROM passage WHERE document = $1", r => (r.GetInt64(0), new PassageId(r.GetString(1))), row))
            {
                writer.Write(passage, tags.GetValueOrDefault(passageId, PassageTags.None));
            }
        }

        EffectiveRows.Refresh(connection, row);
        connection.Run(
            "UPDATE document SET tagger = $2, updated_at = $3, generation = $4 WHERE row = $1",
            row, tagger, time.GetUtcNow().ToColumn(), Generation.Next(connection));
        return true;
    });

    /// <summary>Says who may see a document.</summary>
    /// <returns>False when there is no such document.</returns>
    public bool SetVisibility(DocumentId id, Visibility visibility) => database.Write(connection => connection.Run(
        "UPDATE document SET visibility = $2, generation = $3 WHERE id = $1",
        id.Value, EnumWords.Of(visibility), Generation.Next(connection)) > 0);

    /// <summary>Removes a document with its passages, tags, decisions, versions and kept files. Baskets keep its passages' words.</summary>
    /// <returns>False when there is no such document.</returns>
    public bool Remove(DocumentId id)
    {
        var removed = database.Write(connection =>
        {
            if (RowOf(connection, id) is not { } row)
            {
                return false;
            }

            index.Check(connection);
            passages.Remove(connection, row);
            connection.Run("DELETE FROM document WHERE row = $1", row);
            connection.Run(
                "INSERT INTO removed_document (row, id, generation) VALUES ($1, $2, $3)", row, id.Value, Generation.Next(connection));
            connection.Run(
                "DELETE FROM kept_file WHERE sha256 NOT IN (SELECT sha256 FROM document) AND sha256 NOT IN (SELECT sha256 FROM document_version)");
            return true;
        });
        if (removed)
        {
            // Only after the commit: a file deleted before it would be missing if the process died between the two.
            database.Write(files.Sweep);
        }

        return removed;
    }

    /// <summary>Removes copies of files that a killed process left behind; to be called before an ingest. Gives their number.</summary>
    public int SweepFiles() => database.Write(files.Sweep);

    /// <summary>All documents, by title.</summary>
    public IReadOnlyList<DocumentInfo> List() => database.Read(DocumentReader.List);

    /// <summary>One document as a list shows it, or null.</summary>
    public DocumentInfo? Info(DocumentId id) => database.Read(connection => DocumentReader.Info(connection, id));

    /// <summary>One document with all that is known of it, or null.</summary>
    public StoredDocument? Get(DocumentId id) => database.Read(connection => DocumentReader.Full(connection, id));

    /// <summary>Opens the kept copy of a document's file, or gives null when there is no such document.</summary>
    /// <exception cref="RejectedInputException">The copy is missing.</exception>
    public Stream? OpenOriginal(DocumentId id)
    {
        if (Info(id) is not { } info)
        {
            return null;
        }

        try
        {
            return File.OpenRead(files.PathOf(info.Source.Sha256));
        }
        catch (IOException error)
        {
            throw StoreFailure.Rejection(
                "kept-file-missing", $"The kept copy of '{info.Source.FileName}' is missing from the data folder. Ingest the file again.", error);
        }
    }

    /// <summary>Where the kept copy of a document's file lies, for programs that take a path; null when there is no such document.</summary>
    public string? OriginalPath(DocumentId id) => Info(id) is { } info ? files.PathOf(info.Source.Sha256) : null;

    /// <summary>The document that a person means by an id, the beginning of one (4 characters or more), a file name or a path.</summary>
    /// <exception cref="RejectedInputException">None, or more than one, is meant.</exception>
    public DocumentInfo Find(string reference)
    {
        var all = List();
        var full = Path.GetFullPath(reference);
        var found = all.Where(d => d.Id.Value == reference || d.Path == full).ToArray();
        if (found.Length == 0)
        {
            found = [.. all.Where(d => string.Equals(d.Source.FileName, reference, StringComparison.OrdinalIgnoreCase)
                || (reference.Length >= 4 && d.Id.Value.StartsWith(reference, StringComparison.OrdinalIgnoreCase)))];
        }

        return found.Length switch
        {
            1 => found[0],
            0 => throw StoreFailure.Rejection("document-not-found", $"There is no document '{reference}'. 'kb list' shows what is in the store."),
            _ => throw StoreFailure.Rejection(
                "document-ambiguous", $"'{reference}' may be any of {string.Join(", ", found.Select(d => d.Id.Value))}. Give the id."),
        };
    }

    private static long? RowOf(SqliteConnection connection, DocumentId id) =>
        connection.Scalar("SELECT row FROM document WHERE id = $1", id.Value) as long?;

    private static void CheckIds(StructuredDocument document)
    {
        var ids = new HashSet<PassageId>();
        foreach (var entry in PassageEntry.Of(document))
        {
            if (!ids.Add(entry.Passage.Id))
            {
                throw new ArgumentException($"Two passages of '{document.Source.FileName}' have the id {entry.Passage.Id}.", nameof(document));
            }
        }
    }

    private SaveResult Replace(
        SqliteConnection connection, TaggedDocument document, AnalysedDocument analysed, IReadOnlyCollection<long> sample, IngestRequest request, IngestPlan plan)
    {
        index.Claim(connection);
        index.Check(connection);
        var now = time.GetUtcNow();
        var row = RowOf(connection, plan.Document);
        var before = row is { } old ? TextsOf(connection, old) : [];
        if (row is { } existing)
        {
            passages.Remove(connection, existing);
        }

        var saved = DocumentRow.Write(connection, row, document, request, plan, now);
        passages.Write(connection, saved, document, analysed);
        var moved = PassageFollower.Follow(before, TextsOf(connection, saved));
        Following.Apply(connection, saved, moved, now);
        EffectiveRows.Refresh(connection, saved);
        RelationWriter.Write(connection, saved, document.Document, sample);
        return new(plan, moved, Following.Lost(connection, before)) { Related = [.. RelatedStore.FormsOf(connection, plan.Document).Select(form => form.Form)] };
    }

    private static List<(PassageId Id, string Text)> TextsOf(SqliteConnection connection, long document) => connection.Rows(
        "SELECT id, text FROM passage WHERE document = $1 ORDER BY position", r => (new PassageId(r.GetString(0)), r.GetString(1)), document);
}
