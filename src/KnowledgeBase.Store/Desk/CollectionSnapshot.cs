using System.Text.Json;
using KnowledgeBase.Store.Database;
using KnowledgeBase.Store.Reading;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Store.Desk;

/// <summary>The state of a basket before a change.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Note">Its note.</param>
/// <param name="UsedIn">Where it was used.</param>
/// <param name="Items">Its passages, in order.</param>
internal sealed record CollectionSnapshot(string Name, string? Note, string? UsedIn, IReadOnlyList<CollectionItem> Items)
{
    // Older states are forgotten: an undo goes back a working session, not to the beginning.
    private const int KeptChanges = 100;

    /// <summary>The present state as text: the same as long as nothing is changed that an undo would bring back.</summary>
    public static string Take(SqliteConnection connection, long id)
    {
        var now = CollectionReader.One(connection, id)!;
        return JsonSerializer.Serialize(new(now.Info.Name, now.Info.Note, now.Info.UsedIn, now.Items), StoreJson.Default.CollectionSnapshot);
    }

    /// <summary>Keeps the state that a change came after.</summary>
    public static void Keep(SqliteConnection connection, long id, string person, string what, string before, DateTimeOffset now)
    {
        connection.Run(
            "INSERT INTO collection_change (collection, person, at, what, before) VALUES ($1, $2, $3, $4, $5)", id, person, now.ToColumn(), what, before);
        connection.Run(
            "DELETE FROM collection_change WHERE collection = $1 AND id <= (SELECT max(id) FROM collection_change WHERE collection = $1) - $2", id, KeptChanges);
    }

    /// <summary>Brings the last kept state back.</summary>
    /// <param name="connection">Inside a write transaction.</param>
    /// <param name="id">The basket.</param>
    /// <param name="expected">The change to take back, when it must be that one; null for whichever is the last.</param>
    /// <param name="now">The time to write.</param>
    /// <returns>False when none is left, or another change is the last.</returns>
    public static bool RestoreLast(SqliteConnection connection, long id, long? expected, DateTimeOffset now)
    {
        var (change, before) = connection.Rows(
            "SELECT id, before FROM collection_change WHERE collection = $1 ORDER BY id DESC LIMIT 1",
            r => (r.GetInt64(0), r.GetString(1)), id).FirstOrDefault();
        if (before is null || (expected is not null && expected != change))
        {
            return false;
        }

        var snapshot = JsonSerializer.Deserialize(before, StoreJson.Default.CollectionSnapshot)!;
        connection.Run(
            "UPDATE collection SET name = $2, note = $3, used_in = $4, updated_at = $5 WHERE id = $1",
            id, NameIsFree(connection, id, snapshot.Name) ? snapshot.Name : $"{snapshot.Name} #{id}", snapshot.Note, snapshot.UsedIn, now.ToColumn());
        connection.Run("DELETE FROM collection_item WHERE collection = $1", id);
        for (var i = 0; i < snapshot.Items.Count; i++)
        {
            var item = snapshot.Items[i];
            // The passage may have moved since the change: then the item says so, as those do that it moved away from while they were there.
            var passage = PassageReader.Resolve(connection, item.Passage);
            var movedFrom = item.MovedFrom ?? (passage == item.Passage ? null : item.Passage);
            connection.Run(
                """
                INSERT INTO collection_item (id, collection, position, section, passage_id, text, note, added_by, added_at, moved_from)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                """,
                item.Id, id, i, item.Section, passage.Value, item.Text, item.Note, item.AddedBy,
                item.AddedAt.ToColumn(), movedFrom?.Value);
        }

        connection.Run("DELETE FROM collection_change WHERE id = $1", change);
        return true;
    }

    private static bool NameIsFree(SqliteConnection connection, long id, string name) =>
        connection.Scalar("SELECT 1 FROM collection WHERE name = $1 AND id <> $2", name, id) is null;
}
