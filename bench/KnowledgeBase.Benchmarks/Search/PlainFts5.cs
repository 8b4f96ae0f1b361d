using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Benchmarks.Search;

/// <summary>The store's own FTS5 table asked directly: the ten best by bm25, without total, filters or facets. What the product is compared with.</summary>
internal sealed class PlainFts5 : IDisposable
{
    private readonly SqliteConnection connection;

    /// <param name="folder">A data folder.</param>
    public PlainFts5(string folder)
    {
        connection = new($"Data Source={Path.Combine(folder, "kb.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
    }

    /// <summary>Asks, and reads the hits.</summary>
    public void Ask(string expression)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT rowid FROM passage_words WHERE passage_words MATCH $1 ORDER BY rank LIMIT 10";
        command.Parameters.AddWithValue("$1", expression);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            reader.GetInt64(0);
        }
    }

    public void Dispose() => connection.Dispose();
}
