using System.IO.Compression;
using System.Text.Json;
using KnowledgeBase.Store.Database;
using KnowledgeBase.Store.Files;
using KnowledgeBase.Store.Schema;

namespace KnowledgeBase.Store.Care;

/// <summary>Reads a backup file and checks every entry against its manifest; entries that the manifest does not name are refused.</summary>
internal static class BackupReader
{
    /// <summary>Reads everything and keeps nothing.</summary>
    public static BackupManifest Check(string path, CancellationToken cancellation) => Read(path, _ => Stream.Null, cancellation);

    /// <summary>Unpacks the database and the kept files into a folder as they lie in a data folder.</summary>
    public static BackupManifest Unpack(string path, DataFolder folder, CancellationToken cancellation)
    {
        var files = new KeptFiles(folder);
        return Read(
            path,
            name =>
            {
                var target = name == StoreBackup.DatabaseName ? folder.Database : files.PathOf(name[StoreBackup.FilesPrefix.Length..]);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                return new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            },
            cancellation);
    }

    private static BackupManifest Read(string path, Func<string, Stream> open, CancellationToken cancellation)
    {
        try
        {
            using var zip = ZipFile.OpenRead(path);
            var manifest = Manifest(zip, path);
            if (zip.Entries.Count != manifest.Entries.Count + 1)
            {
                throw Damaged(path, "it holds entries that its manifest does not name");
            }

            foreach (var entry in manifest.Entries)
            {
                cancellation.ThrowIfCancellationRequested();
                CheckName(path, entry);
                using var source = (zip.GetEntry(entry.Name) ?? throw Damaged(path, $"'{entry.Name}' is missing")).Open();
                using var target = open(entry.Name);
                if (Hashing.Copy(source, target) != (entry.Sha256, entry.SizeBytes))
                {
                    throw Damaged(path, $"'{entry.Name}' is not what was saved");
                }

                if (target is FileStream file)
                {
                    file.Flush(flushToDisk: true);
                }
            }

            return manifest;
        }
        catch (InvalidDataException error)
        {
            throw Damaged(path, error.Message);
        }
    }

    private static BackupManifest Manifest(ZipArchive zip, string path)
    {
        using var stream = (zip.GetEntry(StoreBackup.ManifestName) ?? throw Damaged(path, "it has no manifest")).Open();
        BackupManifest? manifest;
        try
        {
            manifest = JsonSerializer.Deserialize(stream, BackupJson.Default.BackupManifest);
        }
        catch (JsonException error)
        {
            throw Damaged(path, error.Message);
        }

        if (manifest is null)
        {
            throw Damaged(path, "its manifest is empty");
        }

        return manifest.Format == 1 && manifest.Schema <= Migrations.Latest
            ? manifest
            : throw StoreFailure.Rejection(
                "store-newer", $"The backup '{path}' was written by a newer version of this program. Update the program; nothing was changed.");
    }

    private static void CheckName(string path, BackupEntry entry)
    {
        // Only names that we write ourselves: no path of a foreign archive reaches the file system.
        if (entry.Name != StoreBackup.DatabaseName && entry.Name != StoreBackup.FilesPrefix + entry.Sha256)
        {
            throw Damaged(path, $"it holds the unknown entry '{entry.Name}'");
        }

        if (entry.Sha256.Length != 64 || !entry.Sha256.All(char.IsAsciiHexDigitLower))
        {
            throw Damaged(path, "its manifest holds a hash that is none");
        }
    }

    private static KnowledgeBase.Documents.RejectedInputException Damaged(string path, string what) => StoreFailure.Rejection(
        "backup-damaged", $"'{path}' is no sound backup: {what}. Nothing was changed; try another backup.");
}
