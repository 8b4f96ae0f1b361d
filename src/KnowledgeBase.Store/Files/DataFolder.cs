using KnowledgeBase.Documents;
using KnowledgeBase.Store.Database;

namespace KnowledgeBase.Store.Files;

/// <summary>Where things lie under the data folder, and the lock that keeps a restore and everybody else apart.</summary>
internal sealed class DataFolder(string root)
{
    // EWOULDBLOCK on Linux and macOS; ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION on Windows.
    private static readonly int[] LockedResults = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    public string Root { get; } = Path.GetFullPath(root);

    public string Database => Path.Combine(Root, "kb.db");

    public string Files => Path.Combine(Root, "files");

    /// <summary>What a restore has unpacked and checked, and is about to move into place.</summary>
    public string RestoreNew => Path.Combine(Root, "restore-new");

    /// <summary>What a restore has moved out of the way.</summary>
    public string RestoreOld => Path.Combine(Root, "restore-old");

    private string LockFile => Path.Combine(Root, "kb.lock");

    /// <summary>Makes the folder.</summary>
    public void Create()
    {
        if (File.Exists(Root))
        {
            throw StoreFailure.Rejection(
                "store-not-writable", $"'{Root}' is a file, not a folder. Name a folder with --data.");
        }

        try
        {
            Directory.CreateDirectory(Root);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw StoreFailure.NotWritable(Root, error);
        }
    }

    /// <summary>
    /// Held by every open store; any number of processes may hold it. The operating system lets go of it when a process dies.
    /// Null where the folder cannot be written: then nothing can be restored into it either.
    /// </summary>
    public FileStream? Share()
    {
        try
        {
            return new FileStream(LockFile, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);
        }
        catch (IOException error) when (InUse(error) is { } rejection)
        {
            throw rejection;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Held by a restore, alone.</summary>
    public FileStream Exclude()
    {
        try
        {
            return new FileStream(LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (InUse(error) is { } rejection)
        {
            throw rejection;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw StoreFailure.NotWritable(Root, error);
        }
    }

    private RejectedInputException? InUse(IOException error) => LockedResults.Contains(error.HResult)
        ? StoreFailure.Rejection(
            "store-locked", $"'{Root}' is in use by another process (a restore, or a running service). Wait for it, or stop it, and try again.", error)
        : null;
}
