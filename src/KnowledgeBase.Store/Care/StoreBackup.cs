using System.IO.Compression;
using System.Text.Json;
using KnowledgeBase.Store.Database;
using KnowledgeBase.Store.Files;
using KnowledgeBase.Store.Schema;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Store.Care;

/// <summary>
/// Writes a store into one zip file: the database as one snapshot, the kept files, and a manifest with the hash of each. Others may go on
/// reading and writing meanwhile. The file appears under its name only when it is complete and has been read back.
/// </summary>
public sealed class StoreBackup
{
    internal const string ManifestName = "manifest.json";
    internal const string DatabaseName = "kb.db";
    internal const string FilesPrefix = "files/";

    private readonly StoreDatabase database;
    private readonly KeptFiles files;
    private readonly TimeProvider time;

    internal StoreBackup(StoreDatabase database, KeptFiles files, TimeProvider time)
    {
        this.database = database;
        this.files = files;
        this.time = time;
    }

    /// <summary>Writes a backup.</summary>
    /// <param name="target">The zip file to make; one of that name is replaced.</param>
    /// <param name="cancellation">Leaves no file behind.</param>
    /// <exception cref="KnowledgeBase.Documents.RejectedInputException">The target cannot be written, or a kept file is missing.</exception>
    public BackupManifest Write(string target, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(target);
        var temporary = $"{path}.{Guid.NewGuid():N}.part";
        var copy = $"{path}.{Guid.NewGuid():N}.db";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            // Shows at once, and under the right name, that the target cannot be written.
            File.Create(temporary).Dispose();
            database.Plain(connection => connection.Run("VACUUM INTO $1", copy));
            var manifest = Write(temporary, copy, cancellation);
            BackupReader.Check(temporary, cancellation);
            File.Move(temporary, path, overwrite: true);
            return manifest;
        }
        catch (Exception error) when (StoreFailure.Translate(error, path) is { } rejection)
        {
            throw rejection;
        }
        finally
        {
            File.Delete(temporary);
            File.Delete(copy);
        }
    }

    private BackupManifest Write(string path, string copy, CancellationToken cancellation)
    {
        var (hashes, documents, passages) = Contents(copy);
        using var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        var entries = new List<BackupEntry> { Add(zip, DatabaseName, copy) };
        foreach (var hash in hashes)
        {
            cancellation.ThrowIfCancellationRequested();
            var entry = Add(zip, FilesPrefix + hash, files.PathOf(hash));
            if (entry.Sha256 != hash)
            {
                throw StoreFailure.Rejection("kept-file-damaged", $"The kept file '{files.PathOf(hash)}' has changed since it was stored; no backup was made. 'kb verify' says more.");
            }

            entries.Add(entry);
        }

        var manifest = new BackupManifest(1, Migrations.Latest, time.GetUtcNow(), documents, passages, entries);
        using (var stream = zip.CreateEntry(ManifestName).Open())
        {
            JsonSerializer.Serialize(stream, manifest, BackupJson.Default.BackupManifest);
        }

        zip.Dispose();
        file.Flush(flushToDisk: true);
        return manifest;
    }

    private static (List<string> Hashes, int Documents, int Passages) Contents(string copy)
    {
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = copy, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        return (
            connection.Rows("SELECT sha256 FROM kept_file ORDER BY sha256", r => r.GetString(0)),
            (int)connection.Count("SELECT count(*) FROM document"),
            (int)connection.Count("SELECT count(*) FROM passage"));
    }

    private static BackupEntry Add(ZipArchive zip, string name, string path)
    {
        if (!File.Exists(path))
        {
            throw StoreFailure.Rejection("kept-file-missing", $"The kept file '{path}' is missing; no backup was made. 'kb verify' says more.");
        }

        using var source = File.OpenRead(path);
        using var target = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        var (hash, length) = Hashing.Copy(source, target);
        return new(name, hash, length);
    }
}
