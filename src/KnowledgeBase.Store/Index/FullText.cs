using KnowledgeBase.Store.Database;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Store.Index;

/// <summary>What the full-text table says of one row that matches an expression.</summary>
/// <param name="Row">The passage's row.</param>
/// <param name="Weight">Its bm25 value, negated: above 0, greater is better.</param>
public readonly record struct FullTextMatch(long Row, double Weight);

/// <summary>
/// The FTS5 table of passage words, as analysed when documents were saved, with the columns "heading", "text", "heading_forms" and
/// "text_forms".
/// </summary>
public sealed class FullText
{
    private readonly StoreDatabase database;
    private readonly DocumentList documents = new();

    internal FullText(StoreDatabase database) => this.database = database;

    /// <summary>Opens a snapshot, to be used only inside <paramref name="read"/>.</summary>
    public T Read<T>(Func<StoreSnapshot, T> read) => database.Read(connection => read(new StoreSnapshot(connection, documents)));
}
