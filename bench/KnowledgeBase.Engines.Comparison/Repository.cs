namespace KnowledgeBase.Engines.Comparison;

/// <summary>Where the repository is that the program was built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

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
