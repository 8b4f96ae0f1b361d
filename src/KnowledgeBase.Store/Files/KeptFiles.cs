using System.Security.Cryptography;
using KnowledgeBase.Documents;
using KnowledgeBase.Store.Database;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Store.Files;

/// <summary>
/// The kept copies of the original files, named by their hash. A copy is written under another name, flushed to the disk and renamed
/// while the database's write lock is held, and its row is committed after it; so every committed row has its file, and a file
/// without a row is the leaving of a killed process, to be swept away.
/// </summary>
internal sealed class KeptFiles(DataFolder folder)
{
    private const string TemporarySuffix = ".part";

    /// <summary>Where the copy of a file lies.</summary>
    public string PathOf(string sha256) => Path.Combine(folder.Files, sha256[..2], sha256);

    /// <summary>Copies the bytes, checks their hash and adds the row; to be called inside a write transaction.</summary>
    public void Keep(SqliteConnection connection, SourceFile source, Stream original)
    {
        connection.Run("INSERT OR IGNORE INTO kept_file (sha256, size_bytes) VALUES ($1, $2)", source.Sha256, source.SizeBytes);
        var target = PathOf(source.Sha256);
        if (File.Exists(target))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var temporary = $"{target}.{Guid.NewGuid():N}{TemporarySuffix}";
        try
        {
            using (var copy = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                var (hash, _) = Hashing.Copy(original, copy);
                copy.Flush(flushToDisk: true);
                if (hash != source.Sha256)
                {
                    throw StoreFailure.Rejection(
                        "file-changed", $"'{source.FileName}' changed while it was being read. Ingest it again when it is no longer written to.");
                }
            }

            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>
    /// Deletes files without a row, and rows that no document needs; to be called inside a write transaction, which keeps others from
    /// adding a file meanwhile. Gives the number of files deleted.
    /// </summary>
    public int Sweep(SqliteConnection connection)
    {
        connection.Run(
            "DELETE FROM kept_file WHERE sha256 NOT IN (SELECT sha256 FROM document) AND sha256 NOT IN (SELECT sha256 FROM document_version)");
        var swept = 0;
        foreach (var path in Orphans(connection))
        {
            File.Delete(path);
            swept++;
        }

        return swept;
    }

    /// <summary>Files under the folder that no row names.</summary>
    public IReadOnlyList<string> Orphans(SqliteConnection connection)
    {
        if (!Directory.Exists(folder.Files))
        {
            return [];
        }

        var known = connection.Rows("SELECT sha256 FROM kept_file", r => r.GetString(0)).ToHashSet(StringComparer.Ordinal);
        return [.. Directory.EnumerateFiles(folder.Files, "*", SearchOption.AllDirectories)
            .Where(path => !known.Contains(Path.GetFileName(path)))
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>Lower-case hexadecimal SHA-256 of a file on disk.</summary>
    public static string HashOf(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
