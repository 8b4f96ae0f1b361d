using System.Globalization;
using KnowledgeBase.Store.Index;
using Lucene.Net.Index;
using Lucene.Net.Store;

namespace KnowledgeBase.Engines.Lucene;

/// <summary>
/// The folder of an engine's index beside the store, named by engine and version: one sub-folder for each time it was made, and a file that
/// names the one in use. So a new one is swapped in whole, and what a crash left behind is never looked at.
/// </summary>
internal sealed class IndexFolder(string root)
{
    private const string CurrentFile = "current";
    private const string LockFile = "writing.lock";
    private const string IdentityKey = "identity", RebuiltKey = "rebuilt", AnalysisKey = "analysis", GenerationKey = "generation";

    // EWOULDBLOCK on Linux and macOS; ERROR_SHARING_VIOLATION on Windows.
    private static readonly int[] HeldResults = [11, 35, unchecked((int)0x80070020)];

    /// <summary>The folder of the index in use, or null when there is none.</summary>
    public string? Current
    {
        get
        {
            var file = Path.Combine(root, CurrentFile);
            var named = File.Exists(file) ? File.ReadAllText(file).Trim() : "";
            var folder = Path.Combine(root, named);
            return named.Length > 0 && System.IO.Directory.Exists(folder) ? folder : null;
        }
    }

    /// <summary>Takes the right to write, which ends with the process that holds it.</summary>
    /// <param name="writable">False where nobody can write.</param>
    /// <returns>Null when another process has it, or nobody can.</returns>
    public FileStream? TryWrite(out bool writable)
    {
        writable = true;
        try
        {
            System.IO.Directory.CreateDirectory(root);
            return new(Path.Combine(root, LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException error) when (HeldResults.Contains(error.HResult))
        {
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            writable = false;
            return null;
        }
    }

    /// <summary>A folder for a new index; to be called under the lock.</summary>
    public string Next()
    {
        var last = Numbered().Select(n => n.Number).DefaultIfEmpty(0).Max();
        return Path.Combine(root, (last + 1).ToString("D4", CultureInfo.InvariantCulture));
    }

    /// <summary>Puts a finished index in the place of the one in use; to be called under the lock.</summary>
    public void Swap(string folder)
    {
        var file = Path.Combine(root, CurrentFile);
        File.WriteAllText(file + ".new", Path.GetFileName(folder));
        File.Move(file + ".new", file, overwrite: true);
        foreach (var (old, _) in Numbered().Where(n => n.Folder != folder))
        {
            try
            {
                System.IO.Directory.Delete(old, recursive: true);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // Somebody still reads it; the next swap takes it away.
            }
        }
    }

    /// <summary>Opens an index, or gives null when there is none that is whole.</summary>
    public static DirectoryReader? TryOpen(string? folder)
    {
        if (folder is null)
        {
            return null;
        }

        try
        {
            return DirectoryReader.Open(FSDirectory.Open(folder));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or IndexOutOfRangeException)
        {
            // Cut off or damaged: it is made anew from the store.
            return null;
        }
    }

    /// <summary>Says in the commit which state of which store it shows.</summary>
    public static void Sign(IndexWriter writer, StoreStamp stamp, long generation) => writer.SetCommitData(new Dictionary<string, string>
    {
        [IdentityKey] = stamp.Identity,
        [RebuiltKey] = stamp.RebuiltAt.ToString(CultureInfo.InvariantCulture),
        [AnalysisKey] = stamp.Analysis,
        [GenerationKey] = generation.ToString(CultureInfo.InvariantCulture),
    });

    /// <summary>The store's generation that an index shows, or null when it is of another store or analysis.</summary>
    public static long? GenerationOf(DirectoryReader reader, StoreStamp stamp)
    {
        var data = reader.IndexCommit.UserData;
        string? Of(string key) => data.TryGetValue(key, out var value) ? value : null;
        return Of(IdentityKey) == stamp.Identity && Of(AnalysisKey) == stamp.Analysis
            && Of(RebuiltKey) == stamp.RebuiltAt.ToString(CultureInfo.InvariantCulture)
            && long.TryParse(Of(GenerationKey), NumberStyles.None, CultureInfo.InvariantCulture, out var generation)
            ? generation
            : null;
    }

    private IEnumerable<(string Folder, int Number)> Numbered() => System.IO.Directory.EnumerateDirectories(root)
        .Select(folder => (folder, int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1))
        .Where(n => n.Item2 >= 0).ToArray();
}
