using KnowledgeBase.Documents;
using KnowledgeBase.Store.Database;
using KnowledgeBase.Store.Files;
using KnowledgeBase.Store.Schema;

namespace KnowledgeBase.Store.Care;

/// <summary>
/// Brings a backup back. It is unpacked beside the data and checked before anything is replaced; then the old data are moved aside and the
/// new ones moved into place by renaming, which a process killed in between finishes at the next start.
/// </summary>
public static class StoreRestore
{
    private const string ReadyMark = "ready";

    /// <summary>Replaces what is in a data folder, if anything, by a backup.</summary>
    /// <param name="backup">The zip file.</param>
    /// <param name="dataFolder">The data folder; made where it does not exist.</param>
    /// <param name="analyser">To check the backup with.</param>
    /// <param name="options">How to open it.</param>
    /// <param name="cancellation">Leaves the old data in place, until the first of them is moved.</param>
    /// <exception cref="RejectedInputException">The backup is damaged or newer, or the folder is in use or cannot be written; the old data stay.</exception>
    public static BackupManifest Restore(
        string backup, string dataFolder, IDocumentAnalyser analyser, StoreOptions options, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(backup);
        if (!File.Exists(path))
        {
            throw StoreFailure.Rejection("backup-missing", $"There is no backup file '{path}'.");
        }

        var folder = new DataFolder(dataFolder);
        folder.Create();
        using var alone = folder.Exclude();
        try
        {
            Finish(folder);
            Clear(folder.RestoreNew);
            var manifest = BackupReader.Unpack(path, new DataFolder(folder.RestoreNew), cancellation);
            CheckUnpacked(folder, analyser, options, path, cancellation);
            File.WriteAllText(Path.Combine(folder.RestoreNew, ReadyMark), "");
            Finish(folder);
            return manifest;
        }
        catch (Exception error) when (StoreFailure.Translate(error, folder.Root) is { } rejection)
        {
            throw rejection;
        }
        finally
        {
            if (!IsReady(folder))
            {
                Clear(folder.RestoreNew);
            }
        }
    }

    /// <summary>Finishes a restore that was cut off after its check; clears away one that was cut off before. To be called with the folder locked.</summary>
    internal static void Finish(DataFolder folder)
    {
        if (IsReady(folder))
        {
            var next = new DataFolder(folder.RestoreNew);
            Directory.CreateDirectory(folder.RestoreOld);
            var old = new DataFolder(folder.RestoreOld);
            // The log of the old database must not stay beside the new one; the database goes last, as the sign that all is in place.
            MoveAside(folder.Database + "-wal", old.Database + "-wal", File.Exists(next.Database));
            MoveAside(folder.Database + "-shm", old.Database + "-shm", File.Exists(next.Database));
            Replace(folder.Files, next.Files, old.Files);
            Replace(folder.Database, next.Database, old.Database);
        }

        Clear(folder.RestoreNew);
        Clear(folder.RestoreOld);
    }

    /// <summary>True when a cut-off restore waits to be finished or cleared away.</summary>
    internal static bool IsPending(DataFolder folder) => Directory.Exists(folder.RestoreNew) || Directory.Exists(folder.RestoreOld);

    private static bool IsReady(DataFolder folder) => File.Exists(Path.Combine(folder.RestoreNew, ReadyMark));

    private static void CheckUnpacked(
        DataFolder folder, IDocumentAnalyser analyser, StoreOptions options, string backup, CancellationToken cancellation)
    {
        VerifyReport report;
        using (var store = KnowledgeStore.Open(folder.RestoreNew, analyser, options with { MustExist = true }))
        {
            if (!store.Index.IsCurrent)
            {
                store.Index.Rebuild(null, cancellation);
            }

            report = store.Verifier.Verify(null, cancellation);
            store.Index.Renew();
        }

        if (!report.IsSound)
        {
            throw StoreFailure.Rejection(
                "backup-damaged", $"'{backup}' is no sound backup: {report.Problems[0].Message} Nothing was changed; try another backup.");
        }
    }

    private static void MoveAside(string current, string old, bool pending)
    {
        if (pending && File.Exists(current))
        {
            File.Move(current, old, overwrite: true);
        }
    }

    private static void Replace(string current, string next, string old)
    {
        if (!Path.Exists(next))
        {
            return;
        }

        if (Path.Exists(current))
        {
            Move(current, old);
        }

        Move(next, current);
    }

    private static void Move(string from, string to)
    {
        if (Directory.Exists(from))
        {
            Directory.Move(from, to);
        }
        else
        {
            File.Move(from, to);
        }
    }

    private static void Clear(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
