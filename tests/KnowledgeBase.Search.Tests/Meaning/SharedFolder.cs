namespace KnowledgeBase.Search.Tests.Meaning;

/// <summary>Material beside the repository that may not be committed; tests that use it say so when it is absent.</summary>
internal static class SharedFolder
{
    /// <summary>Path of a file or folder in "../shared", seen from the repository; null when it is not there.</summary>
    public static string? Find(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "KnowledgeBase.sln")))
        {
            folder = folder.Parent;
        }

        if (folder?.Parent is not { } parent)
        {
            return null;
        }

        var path = Path.Combine(parent.FullName, "shared", name);
        return Path.Exists(path) ? path : null;
    }
}
