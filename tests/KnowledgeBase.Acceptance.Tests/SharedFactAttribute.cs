namespace KnowledgeBase.Acceptance.Tests;

/// <summary>A test that needs data shared beside the repository; skipped, with the reason, where they are missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(string folder)
    {
        Folder = folder;
        if (!Directory.Exists(Repository.Shared(folder)))
        {
            Skip = $"needs ../shared/{folder}, which is not here";
        }
    }

    public string Folder { get; }
}

/// <summary>A test of what only Unix has: signals, limits, links.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "needs a Unix shell";
        }
    }
}
