using System.Globalization;
using System.Reflection;
using KnowledgeBase.Documents;
using KnowledgeBase.Store.Database;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Store.Schema;

/// <summary>
/// Brings a file to the schema of this program. SQLite's <c>user_version</c> holds the schema's number and <c>application_id</c>
/// says that the file is ours; the scripts are the files "NNN-name.sql" beside this class.
/// </summary>
internal static class Migrations
{
    /// <summary>"MSNK" in ASCII.</summary>
    private const long ApplicationId = 0x4D534E4B;

    private static readonly IReadOnlyList<(int Number, string Script)> Scripts = ReadScripts();

    /// <summary>The schema's number in this program.</summary>
    public static int Latest => Scripts[^1].Number;

    /// <summary>The schema's number of a file; 0 for an empty one.</summary>
    /// <exception cref="RejectedInputException">The file belongs to another program, or to a newer version of this one.</exception>
    public static int Check(SqliteConnection connection, string path)
    {
        var application = connection.Count("PRAGMA application_id");
        var tables = connection.Count("SELECT count(*) FROM sqlite_schema");
        if (application != ApplicationId && (application != 0 || tables > 0))
        {
            throw StoreFailure.Rejection(
                "store-not-ours", $"'{path}' is a database of another program. Name another folder with --data, or move that file away.");
        }

        var version = (int)connection.Count("PRAGMA user_version");
        return version <= Latest
            ? version
            : throw StoreFailure.Rejection(
                "store-newer",
                $"'{path}' was written by a newer version of this program (schema {version}, this program knows {Latest}). Update the program; nothing was changed.");
    }

    /// <summary>Checks that a file that cannot be changed has the schema of this program.</summary>
    /// <exception cref="RejectedInputException">It has an older one, or is none that this program reads.</exception>
    public static void CheckCurrent(StoreDatabase database)
    {
        var version = database.Plain(connection => Check(connection, database.Path));
        if (version < Latest)
        {
            throw StoreFailure.Rejection(
                "store-not-writable",
                $"'{database.Path}' was written by an older version of this program and cannot be brought to this one, since it cannot be written. Open it once where it can be, for instance with 'kb status'.");
        }
    }

    /// <summary>Runs the scripts that the file lacks, each in a transaction of its own.</summary>
    public static void Apply(StoreDatabase database)
    {
        var version = database.Plain(connection =>
        {
            var found = Check(connection, database.Path);
            if (found == 0)
            {
                connection.Run("PRAGMA auto_vacuum = INCREMENTAL");
                connection.Run("PRAGMA journal_mode = WAL");
            }

            return found;
        });
        foreach (var (number, script) in Scripts.Where(s => s.Number > version))
        {
            database.Write(connection => Apply(connection, database.Path, number, script));
        }
    }

    private static int Apply(SqliteConnection connection, string path, int number, string script)
    {
        // Another process may have migrated the file while this one waited for the lock.
        if (Check(connection, path) >= number)
        {
            return number;
        }

        connection.Run(script);
        connection.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}"));
        connection.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {number}"));
        return number;
    }

    private static List<(int Number, string Script)> ReadScripts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var scripts = new List<(int, string)>();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            scripts.Add((int.Parse(name.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture), reader.ReadToEnd()));
        }

        return scripts;
    }
}
