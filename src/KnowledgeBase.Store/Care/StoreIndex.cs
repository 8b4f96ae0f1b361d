using System.Globalization;
using KnowledgeBase.Store.Database;
using KnowledgeBase.Store.Reading;
using KnowledgeBase.Store.Saving;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Store.Care;

/// <summary>How far a long work on the store has come.</summary>
/// <param name="Done">Documents done.</param>
/// <param name="Of">Documents in all.</param>
public sealed record CareProgress(int Done, int Of);

/// <summary>The index as a whole: whether it fits the program, and making it anew from the documents.</summary>
public sealed class StoreIndex
{
    private const string AnalysisKey = "analysis";

    private readonly StoreDatabase database;
    private readonly PassageWriter passages;
    private readonly string version;

    internal StoreIndex(StoreDatabase database, PassageWriter passages, string version)
    {
        this.database = database;
        this.passages = passages;
        this.version = version;
    }

    /// <summary>False when documents were analysed by another version of the program, so that words may not be found; a rebuild mends it.</summary>
    public bool IsCurrent => database.Read(connection =>
        Generation.Meta(connection, AnalysisKey) == version || connection.Scalar("SELECT 1 FROM document LIMIT 1") is null);

    /// <summary>Makes all index rows anew, in one transaction: until it ends, searches see the old ones.</summary>
    /// <returns>The number of documents indexed.</returns>
    public int Rebuild(IProgress<CareProgress>? progress, CancellationToken cancellation) => database.Write(connection =>
    {
        connection.Run("INSERT INTO passage_words (passage_words) VALUES ('delete-all')");
        connection.Run("DELETE FROM analysed_document");
        connection.Run("DELETE FROM document_names");
        var documents = connection.Rows("SELECT row FROM document ORDER BY row", r => r.GetInt64(0));
        for (var i = 0; i < documents.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var rows = connection.Rows("SELECT row FROM passage WHERE document = $1 ORDER BY position", r => r.GetInt64(0), documents[i]);
            passages.WriteIndex(connection, documents[i], passages.Analyse(DocumentReader.Body(connection, documents[i])), rows);
            progress?.Report(new(i + 1, documents.Count));
        }

        connection.Run("UPDATE document SET generation = $1", Generation.Next(connection));
        Generation.SetMeta(connection, AnalysisKey, version);
        Generation.SetMeta(connection, Generation.RebuiltKey, Generation.Current(connection).ToString(CultureInfo.InvariantCulture));
        return documents.Count;
    });

    /// <summary>Makes index data kept outside the store unfit for it.</summary>
    internal void Renew() => database.Write(connection =>
    {
        Generation.SetMeta(connection, Generation.IdentityKey, Guid.NewGuid().ToString("N"));
        return 0;
    });

    /// <summary>Refuses to change an index that another version made; to be called before documents are saved or removed.</summary>
    internal void Check(SqliteConnection connection)
    {
        if (Generation.Meta(connection, AnalysisKey) != version)
        {
            throw StoreFailure.Rejection(
                "index-outdated", "The index was made by another version of this program. 'kb reindex' makes it anew; then try again.");
        }
    }

    /// <summary>Notes the version of the analysis in a store that has no documents yet; to be called before the first is saved.</summary>
    internal void Claim(SqliteConnection connection)
    {
        if (connection.Scalar("SELECT 1 FROM document LIMIT 1") is null)
        {
            Generation.SetMeta(connection, AnalysisKey, version);
        }
    }
}
