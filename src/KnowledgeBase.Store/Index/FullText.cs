using KnowledgeBase.Store.Database;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Store.Index;

/// <summary>What the full-text table says of one row that matches one phrase.</summary>
/// <param name="Row">The passage's row.</param>
/// <param name="Weight">Its bm25 value for the phrase, negated: never below 0, greater is better.</param>
public readonly record struct FullTextMatch(long Row, double Weight);

/// <summary>
/// The FTS5 table of passage words, as analysed when documents were saved. All calls of one <see cref="Read{T}"/> see the same snapshot.
/// </summary>
public sealed class FullText
{
    private readonly StoreDatabase database;

    internal FullText(StoreDatabase database) => this.database = database;

    /// <summary>Opens a snapshot, to be used only inside <paramref name="read"/>.</summary>
    public T Read<T>(Func<Snapshot, T> read) => database.Read(connection => read(new Snapshot(connection)));

    /// <summary>One consistent view of the table.</summary>
    public sealed class Snapshot
    {
        private readonly SqliteConnection connection;

        internal Snapshot(SqliteConnection connection) => this.connection = connection;

        /// <summary>Number of passages in the table.</summary>
        public long Count => connection.Count("SELECT count(*) FROM passage");

        /// <summary>All rows that match, in order of row.</summary>
        /// <param name="expression">An FTS5 expression; see https://www.sqlite.org/fts5.html#full_text_query_syntax.</param>
        /// <param name="headingWeight">How much a word in the heading counts against one in the text.</param>
        public List<FullTextMatch> Match(string expression, double headingWeight) => connection.Rows(
            "SELECT rowid, -bm25(passage_words, $2, 1.0) FROM passage_words WHERE passage_words MATCH $1 ORDER BY rowid",
            r => new FullTextMatch(r.GetInt64(0), r.GetDouble(1)),
            expression, headingWeight);
    }
}
