using KnowledgeBase.Documents;
using KnowledgeBase.Store.Database;
using KnowledgeBase.Store.Reading;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Store.Desk;

/// <summary>
/// Baskets of passages. Every change keeps the state before it, so that changes can be undone one by one; what changes nothing keeps none. A
/// deleted basket can be brought back. Safe to use from several threads.
/// </summary>
public sealed class CollectionStore
{
    /// <summary>Most passages in one basket.</summary>
    public const int MaxItems = 2000;

    private const int MaxNameLength = 200;
    private readonly StoreDatabase database;
    private readonly TimeProvider time;

    internal CollectionStore(StoreDatabase database, TimeProvider time)
    {
        this.database = database;
        this.time = time;
    }

    /// <summary>All baskets that are not deleted, the last changed first.</summary>
    public IReadOnlyList<CollectionInfo> List() => database.Read(CollectionReader.List);

    /// <summary>One basket with its passages; null when there is none or it was deleted.</summary>
    public CollectionContents? Get(long id) => database.Read(connection => CollectionReader.One(connection, id));

    /// <summary>The baskets that hold each of the given passages; passages in none are left out.</summary>
    public IReadOnlyDictionary<PassageId, IReadOnlyList<CollectionUse>> Uses(IReadOnlyList<PassageId> passages) =>
        database.Read(connection => CollectionReader.Uses(connection, passages));

    /// <summary>Makes an empty basket.</summary>
    /// <exception cref="RejectedInputException">The name is empty, too long or taken.</exception>
    public CollectionContents Create(string name, string? note, string person, string? usedIn = null) => database.Write(connection =>
    {
        var checkedName = CheckName(connection, name, null);
        var now = time.GetUtcNow().ToColumn();
        var id = (long)connection.Scalar(
            "INSERT INTO collection (name, note, person, created_at, updated_at, used_in) VALUES ($1, $2, $3, $4, $4, $5) RETURNING id",
            checkedName, Blank(note), person, now, Blank(usedIn))!;
        return CollectionReader.One(connection, id)!;
    });

    /// <summary>Changes name, note and the publication it was used in.</summary>
    /// <exception cref="RejectedInputException">There is no such basket, or the name is empty, too long or taken.</exception>
    public CollectionContents Describe(long id, string name, string? note, string? usedIn, string person) => Change(id, person, "described", connection =>
        connection.Run(
            "UPDATE collection SET name = $2, note = $3, used_in = $4 WHERE id = $1", id, CheckName(connection, name, id), Blank(note), Blank(usedIn)));

    /// <summary>Adds passages at the end of their sections; those that are in the basket already stay where they are.</summary>
    /// <exception cref="RejectedInputException">There is no such basket or passage, or the basket would grow too large.</exception>
    public CollectionContents Add(long id, IReadOnlyList<CollectionEntry> entries, string person) =>
        Change(id, person, entries.Count == 1 ? "passage added" : $"{entries.Count} passages added", connection =>
        {
            var now = time.GetUtcNow().ToColumn();
            var present = connection.Rows("SELECT passage_id FROM collection_item WHERE collection = $1", r => r.GetString(0), id)
                .ToHashSet(StringComparer.Ordinal);
            foreach (var entry in entries)
            {
                var passage = PassageReader.Resolve(connection, entry.Passage);
                var text = connection.Scalar("SELECT text FROM passage WHERE id = $1", passage.Value) as string
                    ?? throw StoreFailure.Rejection("passage-not-found", $"There is no passage '{entry.Passage}' in the store.");
                if (!present.Add(passage.Value))
                {
                    continue;
                }

                if (present.Count > MaxItems)
                {
                    throw StoreFailure.Rejection("collection-full", $"A collection holds {MaxItems} passages at most. Begin another one.");
                }

                connection.Run(
                    """
                    INSERT INTO collection_item (collection, position, section, passage_id, text, note, added_by, added_at)
                    VALUES ($1, (SELECT coalesce(max(position), -1) + 1 FROM collection_item WHERE collection = $1), $2, $3, $4, $5, $6, $7)
                    """,
                    id, Blank(entry.Section), passage.Value, text, Blank(entry.Note), person, now);
            }
        });

    /// <summary>Takes a passage out.</summary>
    /// <exception cref="RejectedInputException">There is no such basket or item.</exception>
    public CollectionContents Remove(long id, long item, string person) => Change(id, person, "passage taken out", connection =>
        CheckItem(id, item, connection.Run("DELETE FROM collection_item WHERE id = $1 AND collection = $2", item, id)));

    /// <summary>Writes a note on a passage and puts it under a heading, at the heading's end when that is another than before.</summary>
    /// <param name="id">The basket.</param>
    /// <param name="item">The item.</param>
    /// <param name="section">The heading; null leaves it as it is, an empty one takes it away.</param>
    /// <param name="note">The note; null leaves it as it is, an empty one takes it away.</param>
    /// <param name="person">Who does it.</param>
    /// <exception cref="RejectedInputException">There is no such basket or item.</exception>
    public CollectionContents Annotate(long id, long item, string? section, string? note, string person) => Change(id, person, "passage annotated", connection =>
        CheckItem(id, item, connection.Run(
            """
            UPDATE collection_item SET note = nullif(coalesce($3, note), ''), section = nullif(coalesce($4, section), ''),
              position = CASE WHEN section IS nullif(coalesce($4, section), '') THEN position
              ELSE (SELECT max(position) + 1 FROM collection_item WHERE collection = $2) END
            WHERE id = $1 AND collection = $2
            """,
            item, id, note?.Trim(), section?.Trim())));

    /// <summary>Moves a passage up or down among those of its section; at the end of the section it stays.</summary>
    /// <param name="id">The basket.</param>
    /// <param name="item">The item.</param>
    /// <param name="by">Places: below 0 is up.</param>
    /// <param name="person">Who moves it.</param>
    /// <exception cref="RejectedInputException">There is no such basket or item.</exception>
    public CollectionContents Move(long id, long item, int by, string person) => Change(id, person, "passage moved", connection =>
    {
        var order = CollectionReader.Items(connection, id).ToList();
        var moved = order.Find(i => i.Id == item);
        CheckItem(id, item, moved is null ? 0 : 1);
        var mates = order.Where(i => i.Section == moved!.Section).ToList();
        var from = mates.IndexOf(moved!);
        var to = Math.Clamp(from + by, 0, mates.Count - 1);
        mates.RemoveAt(from);
        mates.Insert(to, moved!);
        var next = new Queue<CollectionItem>(mates);
        Renumber(connection, [.. order.Select(i => i.Section == moved!.Section ? next.Dequeue() : i)]);
    });

    /// <summary>Puts every passage under the heading that <paramref name="sectionOf"/> names for it, headings in order of first use.</summary>
    /// <exception cref="RejectedInputException">There is no such basket.</exception>
    public CollectionContents Arrange(long id, Func<CollectionItem, string?> sectionOf, string person) => Change(id, person, "sections arranged", connection =>
    {
        foreach (var item in CollectionReader.Items(connection, id))
        {
            connection.Run("UPDATE collection_item SET section = $2 WHERE id = $1", item.Id, Blank(sectionOf(item)));
        }

        Renumber(connection, CollectionReader.Items(connection, id));
    });

    /// <summary>Takes the last change back that was not taken back before.</summary>
    /// <param name="id">The basket.</param>
    /// <param name="change">Its number, where no other must be taken back, such as one that somebody else made meanwhile; null for any.</param>
    /// <returns>The basket after it; null when nothing is left to undo, or another change is the last.</returns>
    /// <exception cref="RejectedInputException">There is no such basket.</exception>
    public CollectionContents? Undo(long id, long? change = null) => database.Write(connection =>
    {
        CheckPresent(connection, id);
        return CollectionSnapshot.RestoreLast(connection, id, change, time.GetUtcNow()) ? CollectionReader.One(connection, id) : null;
    });

    /// <summary>Deletes a basket; <see cref="BringBack"/> undoes it.</summary>
    /// <returns>False when there is no such basket.</returns>
    public bool Delete(long id) => database.Write(connection => connection.Run(
        // The name is given free for another basket.
        "UPDATE collection SET deleted_at = $2, name = name || ' #' || id WHERE id = $1 AND deleted_at IS NULL", id, time.GetUtcNow().ToColumn()) > 0);

    /// <summary>Brings a deleted basket back; when its name has been taken meanwhile it keeps its number behind the name.</summary>
    /// <returns>False when there is no such deleted basket.</returns>
    public bool BringBack(long id) => database.Write(connection =>
    {
        var back = connection.Run("UPDATE collection SET deleted_at = NULL WHERE id = $1 AND deleted_at IS NOT NULL", id) > 0;
        connection.Run(
            """
            UPDATE collection SET name = substr(name, 1, length(name) - length(' #' || id)) WHERE id = $1 AND $2
              AND NOT EXISTS (SELECT 1 FROM collection AS other WHERE other.name = substr(collection.name, 1, length(collection.name) - length(' #' || collection.id)))
            """,
            id, back ? 1 : 0);
        return back;
    });

    private CollectionContents Change(long id, string person, string what, Action<SqliteConnection> change) => database.Write(connection =>
    {
        CheckPresent(connection, id);
        var before = CollectionSnapshot.Take(connection, id);
        change(connection);
        // Else the next undo would take back what nobody can see.
        if (CollectionSnapshot.Take(connection, id) != before)
        {
            var now = time.GetUtcNow();
            CollectionSnapshot.Keep(connection, id, person, what, before, now);
            connection.Run("UPDATE collection SET updated_at = $2 WHERE id = $1", id, now.ToColumn());
        }

        return CollectionReader.One(connection, id)!;
    });

    private static void Renumber(SqliteConnection connection, IReadOnlyList<CollectionItem> order)
    {
        for (var i = 0; i < order.Count; i++)
        {
            connection.Run("UPDATE collection_item SET position = $2 WHERE id = $1", order[i].Id, i);
        }
    }

    private static void CheckPresent(SqliteConnection connection, long id)
    {
        if (connection.Scalar("SELECT 1 FROM collection WHERE id = $1 AND deleted_at IS NULL", id) is null)
        {
            throw StoreFailure.Rejection("collection-not-found", $"There is no collection {id}.");
        }
    }

    private static void CheckItem(long id, long item, int found)
    {
        if (found == 0)
        {
            throw StoreFailure.Rejection("collection-item-not-found", $"There is no item {item} in collection {id}.");
        }
    }

    private static string CheckName(SqliteConnection connection, string name, long? own)
    {
        var trimmed = name.Trim();
        if (trimmed.Length is 0 or > MaxNameLength)
        {
            throw StoreFailure.Rejection("collection-name", $"A collection needs a name of 1 to {MaxNameLength} characters.");
        }

        return connection.Scalar("SELECT 1 FROM collection WHERE name = $1 AND id IS NOT $2", trimmed, own) is null
            ? trimmed
            : throw StoreFailure.Rejection("collection-exists", $"There is a collection '{trimmed}' already. Choose another name.");
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
