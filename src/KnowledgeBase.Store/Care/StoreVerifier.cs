using KnowledgeBase.Documents;
using KnowledgeBase.Store.Database;
using KnowledgeBase.Store.Files;
using KnowledgeBase.Store.Reading;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Store.Care;

/// <summary>What a check of the store found.</summary>
/// <param name="Documents">Documents checked.</param>
/// <param name="Passages">Passages and footnotes checked.</param>
/// <param name="Files">Kept files checked.</param>
/// <param name="Problems">What is wrong; empty for a sound store.</param>
public sealed record VerifyReport(int Documents, int Passages, int Files, IReadOnlyList<Problem> Problems)
{
    /// <summary>True when nothing is wrong.</summary>
    public bool IsSound => Problems.Count == 0;

    /// <summary>Copies of files that a killed process had left behind and that were removed.</summary>
    public int SweptFiles { get; init; }
}

/// <summary>
/// Checks a store against itself: the database file, the references between rows, the passages against the documents they come from, their
/// ids, the tags that hold, the index against the passages, and the kept files against their hashes.
/// </summary>
public sealed class StoreVerifier
{
    private readonly StoreDatabase database;
    private readonly KeptFiles files;
    private readonly IDocumentAnalyser analyser;

    internal StoreVerifier(StoreDatabase database, KeptFiles files, IDocumentAnalyser analyser)
    {
        this.database = database;
        this.files = files;
        this.analyser = analyser;
    }

    /// <summary>Checks everything. Nothing is changed, but for copies of files that a killed process left behind: those are removed.</summary>
    public VerifyReport Verify(IProgress<CareProgress>? progress, CancellationToken cancellation)
    {
        var problems = new List<Problem>();
        // The full-text table is checked by a statement that SQLite counts as a write.
        var swept = database.Write(connection =>
        {
            CheckDatabase(connection, problems);
            return files.Sweep(connection);
        });
        return database.Read(connection =>
        {
            CheckIndexRows(connection, problems);
            var documents = connection.Rows("SELECT row, id FROM document ORDER BY row", r => (Row: r.GetInt64(0), Id: new DocumentId(r.GetString(1))));
            var current = Generation.Meta(connection, "analysis") == analyser.Version;
            if (!current && documents.Count > 0)
            {
                problems.Add(new("index-outdated", "The index was made by another version of this program. 'kb reindex' makes it anew."));
            }

            for (var i = 0; i < documents.Count; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                DocumentCheck.Check(connection, documents[i].Row, documents[i].Id, current ? analyser : null, problems);
                progress?.Report(new(i + 1, documents.Count));
            }

            var kept = CheckFiles(connection, problems, cancellation);
            return new VerifyReport(documents.Count, (int)connection.Count("SELECT count(*) FROM passage"), kept, problems) { SweptFiles = swept };
        });
    }

    private static void CheckDatabase(SqliteConnection connection, List<Problem> problems)
    {
        foreach (var line in connection.Rows("PRAGMA integrity_check", r => r.GetString(0)).Where(l => l != "ok"))
        {
            problems.Add(new("store-damaged", $"The database file is damaged: {line}"));
        }

        foreach (var table in connection.Rows("PRAGMA foreign_key_check", r => r.GetString(0)).Distinct(StringComparer.Ordinal))
        {
            problems.Add(new("store-damaged", $"Rows of the table '{table}' point to rows that are not there."));
        }

        try
        {
            connection.Run("INSERT INTO passage_words (passage_words, rank) VALUES ('integrity-check', 0)");
        }
        catch (SqliteException error)
        {
            problems.Add(new("index-damaged", $"The full-text index is damaged ({error.Message}). 'kb reindex' makes it anew."));
        }
    }

    private static void CheckIndexRows(SqliteConnection connection, List<Problem> problems)
    {
        var without = connection.Count("SELECT count(*) FROM passage WHERE row NOT IN (SELECT id FROM passage_words_docsize)");
        var beyond = connection.Count("SELECT count(*) FROM passage_words_docsize WHERE id NOT IN (SELECT row FROM passage)");
        if (without > 0 || beyond > 0)
        {
            problems.Add(new(
                "index-damaged", $"{without} passages are not in the index, {beyond} index rows have no passage. 'kb reindex' makes it anew."));
        }
    }

    private int CheckFiles(SqliteConnection connection, List<Problem> problems, CancellationToken cancellation)
    {
        var kept = connection.Rows("SELECT sha256, size_bytes FROM kept_file", r => (Hash: r.GetString(0), Size: r.GetInt64(1)));
        foreach (var (hash, size) in kept)
        {
            cancellation.ThrowIfCancellationRequested();
            var path = files.PathOf(hash);
            if (!File.Exists(path))
            {
                problems.Add(new("kept-file-missing", $"The kept file '{path}' is missing. Ingest the original again."));
            }
            else if (new FileInfo(path).Length != size || KeptFiles.HashOf(path) != hash)
            {
                problems.Add(new("kept-file-damaged", $"The kept file '{path}' has changed since it was stored. Ingest the original again."));
            }
        }

        return kept.Count;
    }
}
