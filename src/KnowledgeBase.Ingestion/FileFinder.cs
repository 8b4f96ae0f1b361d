using KnowledgeBase.Documents;

namespace KnowledgeBase.Ingestion;

/// <summary>Finds the files that paths stand for: files as they are, folders with all that lies under them.</summary>
public sealed class FileFinder
{
    /// <summary>Finds them.</summary>
    /// <param name="paths">Files and folders. A file named here is taken whatever its kind; in folders only what may hold a report is.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>A path that leads nowhere is among them, with its fault.</returns>
    public FoundFiles Find(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var search = new Search(cancellationToken);
        foreach (var path in paths)
        {
            search.Add(path);
        }

        return new(search.Files, search.PassedOver) { OtherKinds = search.OtherKinds };
    }

    private sealed class Search(CancellationToken cancellationToken)
    {
        private readonly HashSet<string> seen = new(StringComparer.Ordinal);

        public List<FoundFile> Files { get; } = [];

        public int PassedOver { get; private set; }

        public List<string> OtherKinds { get; } = [];

        public void Add(string path)
        {
            if (Directory.Exists(path))
            {
                Walk(Path.GetFullPath(path), path);
            }
            else
            {
                AddFile(Path.GetFullPath(path), path);
            }
        }

        private void Walk(string folder, string name)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!seen.Add(Path.TrimEndingDirectorySeparator(folder)))
            {
                return;
            }

            try
            {
                var rules = IgnoreRules.Of(folder);
                foreach (var entry in new DirectoryInfo(folder).GetFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal))
                {
                    Visit(entry, Path.Combine(name, entry.Name), rules);
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                Files.Add(new(folder, name, 0, new("folder-not-readable", $"The folder '{name}' cannot be read: {error.Message}")));
            }
        }

        private void Visit(FileSystemInfo entry, string name, IgnoreRules rules)
        {
            if (entry is not DirectoryInfo)
            {
                if (rules.LeavesOutFile(entry.Name))
                {
                    PassedOver++;
                    if (rules.LeavesOutForKind(entry.Name))
                    {
                        OtherKinds.Add(name);
                    }
                }
                else
                {
                    AddFile(entry.FullName, name);
                }
            }
            // A link to a folder may lead back up; whoever wants it names it.
            else if (entry.LinkTarget is null && !rules.LeavesOutFolder(entry.Name))
            {
                Walk(entry.FullName, name);
            }
        }

        private void AddFile(string path, string name)
        {
            if (!seen.Add(path))
            {
                return;
            }

            var info = new FileInfo(path);
            Files.Add(info.Exists
                ? new(path, name, info.Length)
                : new(path, name, 0, new("file-not-found", $"'{name}' is neither a file nor a folder. Check the spelling.")));
        }
    }
}
