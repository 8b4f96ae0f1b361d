using KnowledgeBase.Documents;
using KnowledgeBase.Store.Database;
using KnowledgeBase.Store.Reading;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Store.Desk;

/// <summary>Reads baskets.</summary>
internal static class CollectionReader
{
    private const string Select = """
        SELECT id, name, person, created_at, updated_at, note, used_in, (SELECT count(*) FROM collection_item WHERE collection = collection.id)
        FROM collection WHERE deleted_at IS NULL
        """;

    public static List<CollectionInfo> List(SqliteConnection connection) =>
        connection.Rows($"{Select} ORDER BY updated_at DESC, id DESC", ReadInfo);

    public static CollectionContents? One(SqliteConnection connection, long id)
    {
        var info = connection.Rows($"{Select} AND id = $1", ReadInfo, id).FirstOrDefault();
        if (info is null)
        {
            return null;
        }

        var last = connection.Rows(
            "SELECT id, what FROM collection_change WHERE collection = $1 ORDER BY id DESC LIMIT 1", r => (Id: (long?)r.GetInt64(0), What: r.GetString(1)), id).FirstOrDefault();
        return new(info, Items(connection, id)) { LastChange = last.What, LastChangeId = last.Id };
    }

    /// <summary>The items of a basket: sections in order of their first item, items of one section together.</summary>
    public static List<CollectionItem> Items(SqliteConnection connection, long id)
    {
        var items = connection.Rows(
            "SELECT id, passage_id, text, added_by, added_at, section, note, moved_from FROM collection_item WHERE collection = $1 ORDER BY position, id",
            r => new CollectionItem(r.GetInt64(0), new(r.GetString(1)), r.GetString(2), r.GetString(3), r.Time(4))
            {
                Section = r.Text(5),
                Note = r.Text(6),
                MovedFrom = r.Text(7) is { } from ? new PassageId(from) : null,
            },
            id);
        return [.. items.GroupBy(item => item.Section).SelectMany(section => section)];
    }

    public static Dictionary<PassageId, IReadOnlyList<CollectionUse>> Uses(SqliteConnection connection, IReadOnlyList<PassageId> passages)
    {
        using var statement = new Statement(connection, """
            SELECT collection.id, name, used_in FROM collection_item JOIN collection ON collection.id = collection
            WHERE passage_id = $1 AND deleted_at IS NULL ORDER BY name
            """);
        var uses = new Dictionary<PassageId, IReadOnlyList<CollectionUse>>();
        foreach (var passage in passages.Distinct())
        {
            var found = statement.Rows(
                r => new CollectionUse(r.GetInt64(0), r.GetString(1), r.Text(2)), PassageReader.Resolve(connection, passage).Value);
            if (found.Count > 0)
            {
                uses.Add(passage, found);
            }
        }

        return uses;
    }

    private static CollectionInfo ReadInfo(SqliteDataReader r) => new(r.GetInt64(0), r.GetString(1), r.GetString(2), r.Time(3), r.Time(4))
    {
        Note = r.Text(5),
        UsedIn = r.Text(6),
        Count = r.GetInt32(7),
    };
}
