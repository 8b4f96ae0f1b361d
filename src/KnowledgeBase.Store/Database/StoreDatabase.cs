using System.Globalization;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Store.Database;

/// <summary>The SQLite file: many readers, each on a snapshot of its own, and one writer at a time.</summary>
internal sealed class StoreDatabase
{
    // Each reader keeps pages of its own; what many readers share is the system's cache of the file.
    private const string ReadCache = "PRAGMA cache_size = -4096";

    // A save touches many pages of a large index.
    private const string WriteCache = "PRAGMA cache_size = -65536";

    // SQLite's default, which auto-vacuum and an existing file keep.
    private const int PageSizeBytes = 4096;

    private readonly string connectionString;
    private readonly long? maxPages;
    private readonly Lock writing = new();

    public StoreDatabase(string path, StoreOptions options, bool readOnly)
    {
        Path = path;
        maxPages = options.MaxSizeBytes / PageSizeBytes;
        connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = readOnly ? ReadOnlySource(path) : path,
            Mode = readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
            ForeignKeys = true,
            DefaultTimeout = (int)Math.Ceiling(options.BusyTimeout.TotalSeconds),
            Pooling = true,
        }.ToString();
    }

    public string Path { get; }

    /// <summary>Reads on one snapshot: what others commit meanwhile is not seen.</summary>
    public T Read<T>(Func<SqliteConnection, T> read) => Translated(() =>
    {
        using var connection = Open(ReadCache);
        using var transaction = connection.BeginTransaction(deferred: true);
        return read(connection);
    });

    /// <summary>Writes all or nothing, holding the write lock from the start.</summary>
    public T Write<T>(Func<SqliteConnection, T> write) => Translated(() =>
    {
        lock (writing)
        {
            using var connection = Open(WriteCache);
            using var transaction = connection.BeginTransaction(deferred: false);
            var result = write(connection);
            transaction.Commit();
            // The connection goes back to the pool, where pages kept for writing would be held for nothing.
            connection.Run(ReadCache);
            return result;
        }
    });

    /// <summary>Runs outside a transaction, for what SQLite allows only there.</summary>
    public T Plain<T>(Func<SqliteConnection, T> act) => Translated(() =>
    {
        using var connection = Open(WriteCache);
        return act(connection);
    });

    /// <summary>Closes the pooled connections, so that the file can be moved or removed.</summary>
    public void Close()
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    // SQLite reads a file in WAL mode only where it may make the shared-memory file beside it, unless it is told that nobody changes the file.
    // Where the log still holds something, somebody does or did: then the log must be read too, and the plain way is the only right one.
    // See https://www.sqlite.org/wal.html#read_only_databases.
    private static string ReadOnlySource(string path) => new FileInfo(path + "-wal") is { Exists: true, Length: > 0 }
        ? path
        : new Uri(path).AbsoluteUri + "?immutable=1";

    private SqliteConnection Open(string cache)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            connection.Run(cache);
            if (maxPages is { } pages)
            {
                connection.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages}"));
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private T Translated<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception error) when (StoreFailure.Translate(error, Path) is { } rejection)
        {
            throw rejection;
        }
    }
}
