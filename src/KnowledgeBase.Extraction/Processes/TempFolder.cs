namespace KnowledgeBase.Extraction.Processes;

/// <summary>A folder of its own under the system's temporary folder, gone with its files when disposed.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory(Prefix);

    /// <summary>How the folders of this process begin; the process's number tells whose they are when one is left behind.</summary>
    public static string Prefix { get; } = FormattableString.Invariant($"kb-pages-{Environment.ProcessId}-");

    /// <summary>Full path of a file in it.</summary>
    public string File(string name) => Path.Combine(folder.FullName, name);

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Cleared away by someone else: it is gone, which is what was wanted.
        }
    }
}
