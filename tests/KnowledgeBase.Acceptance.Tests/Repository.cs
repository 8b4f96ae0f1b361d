namespace KnowledgeBase.Acceptance.Tests;

/// <summary>Where things lie: the repository that the tests were built from, and the data shared beside it, which may be missing.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The sample papers.</summary>
    public static string Papers { get; } = Path.Combine(Root, "corpus", "papers");

    /// <summary>The labels that the delivered model is learned from.</summary>
    public static string Labels { get; } = Path.Combine(Root, "corpus", "labels");

    /// <summary>A folder of the shared data; it need not exist.</summary>
    public static string Shared(string name) => Path.Combine(Root, "..", "shared", name);

    /// <summary>The sample papers that <c>kb ingest</c> takes in, by file name.</summary>
    public static IReadOnlyList<string> PaperFiles { get; } = [.. Directory.EnumerateFiles(Papers)
        .Where(path => Path.GetFileName(path)[0] != '.').Order(StringComparer.Ordinal)];

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "KnowledgeBase.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No KnowledgeBase.sln above {AppContext.BaseDirectory}.");
    }
}
