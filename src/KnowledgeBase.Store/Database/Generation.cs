using System.Globalization;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Store.Database;

/// <summary>The counter of changes that readers' snapshots follow, and the other named values.</summary>
internal static class Generation
{
    /// <summary>The name of the value that holds the generation at which the index was last made anew.</summary>
    public const string RebuiltKey = "rebuilt";

    /// <summary>The name of the value that tells one store, or one restored state of it, from another.</summary>
    public const string IdentityKey = "identity";

    public static long Current(SqliteConnection connection) =>
        long.Parse(Meta(connection, "generation") ?? "0", CultureInfo.InvariantCulture);

    /// <summary>Counts one change and gives its number; to be called inside a write transaction.</summary>
    public static long Next(SqliteConnection connection)
    {
        var next = Current(connection) + 1;
        SetMeta(connection, "generation", next.ToString(CultureInfo.InvariantCulture));
        return next;
    }

    public static string? Meta(SqliteConnection connection, string name) =>
        connection.Scalar("SELECT value FROM meta WHERE name = $1", name) as string;

    public static void SetMeta(SqliteConnection connection, string name, string value) =>
        connection.Run("INSERT INTO meta (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value", name, value);
}
