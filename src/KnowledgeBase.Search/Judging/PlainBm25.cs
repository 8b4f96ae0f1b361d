using System.Text;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Search.Judging;

/// <summary>A text found, and how well it fits.</summary>
/// <param name="Id">The text's id.</param>
/// <param name="Score">Greater is better; comparable within one answer only.</param>
public readonly record struct ScoredText(string Id, double Score);

/// <summary>
/// The baseline: what SQLite's FTS5 gives out of the box, with its Porter stemming and its bm25 over the whole text, for any
/// of the query's words. It shares no code with the product's search.
/// </summary>
public sealed class PlainBm25 : IRankingMethod, IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    private PlainBm25() => _connection.Open();

    /// <inheritdoc/>
    public string Name => "plain bm25";

    /// <summary>Indexes the texts of a collection in memory.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static PlainBm25 Index(IReadOnlyList<JudgedText> texts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var index = new PlainBm25();
        try
        {
            index.Fill(texts, cancellationToken);
            return index;
        }
        catch
        {
            index.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Rank(string query, int limit) => [.. Search(query, limit).Select(found => found.Id)];

    /// <summary>The best texts with their scores; equal scores in the order of the collection.</summary>
    public IReadOnlyList<ScoredText> Search(string query, int limit)
    {
        var words = Words(query);
        if (words.Count == 0)
        {
            return [];
        }

        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT id, -bm25(texts) FROM texts WHERE texts MATCH $words ORDER BY bm25(texts), rowid LIMIT $limit";
        command.Parameters.AddWithValue("$words", string.Join(" OR ", words.Select(word => $"\"{word}\"")));
        command.Parameters.AddWithValue("$limit", limit);
        using var reader = command.ExecuteReader();
        var found = new List<ScoredText>();
        while (reader.Read())
        {
            found.Add(new ScoredText(reader.GetString(0), reader.GetDouble(1)));
        }

        return found;
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private static List<string> Words(string query)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in query.EnumerateRunes().Append(new Rune(' ')))
        {
            if (Rune.IsLetterOrDigit(letter))
            {
                word.Append(letter.ToString());
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return words;
    }

    private void Fill(IReadOnlyList<JudgedText> texts, CancellationToken cancellationToken)
    {
        using var transaction = _connection.BeginTransaction();
        using var create = _connection.CreateCommand();
        create.CommandText = "CREATE VIRTUAL TABLE texts USING fts5 (id UNINDEXED, text, tokenize = 'porter unicode61')";
        create.ExecuteNonQuery();
        using var insert = _connection.CreateCommand();
        insert.CommandText = "INSERT INTO texts (id, text) VALUES ($id, $text)";
        var id = insert.Parameters.Add("$id", SqliteType.Text);
        var text = insert.Parameters.Add("$text", SqliteType.Text);
        foreach (var entry in texts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (id.Value, text.Value) = (entry.Id, entry.Whole);
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }
}
