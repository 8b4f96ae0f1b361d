using KnowledgeBase.Store;

namespace KnowledgeBase.Web.Tests;

/// <summary>A store filled once for all tests from the sample papers: the papers of the network, one public, one restricted.</summary>
public sealed class SampleStore : IAsyncLifetime
{
    /// <summary>Public: a PDF in English.</summary>
    public const string PublicFile = "01-rivalry-between-mediators-great-lakes.pdf";

    /// <summary>Restricted: a PDF in English, with words that no other sample has.</summary>
    public const string RestrictedFile = "06-confidentiality-do-no-harm-syria.pdf";

    /// <summary>The folder to be copied.</summary>
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"kb-web-samples-{Guid.NewGuid():N}");

    public async Task InitializeAsync()
    {
        await using var site = await TestSite.StartEmptyAsync();
        var papers = Path.Combine(Repository.Root, "corpus", "papers");
        await site.IngestAsync(Visibility.Public, Path.Combine(papers, PublicFile));
        await site.IngestAsync(Visibility.Restricted, Path.Combine(papers, RestrictedFile));
        await site.IngestAsync(
            Visibility.Network, [.. Directory.GetFiles(papers).Where(file => !file.EndsWith(PublicFile, StringComparison.Ordinal) && !file.EndsWith(RestrictedFile, StringComparison.Ordinal))]);
        CopyStore(site.Store.Root);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }

    private void CopyStore(string root)
    {
        foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Folder, Path.GetRelativePath(root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = File.Create(target);
            source.CopyTo(copy);
        }
    }
}

/// <summary>Tests that share the filled store and the browser.</summary>
[CollectionDefinition(Name)]
public sealed class Samples : ICollectionFixture<SampleStore>, ICollectionFixture<Browser.Chromium>, ICollectionFixture<Browser.FurnishedSite>
{
    public const string Name = "samples";
}

/// <summary>Where the repository lies: the folder with the solution, above the tests.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "KnowledgeBase.sln")) ? folder : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No KnowledgeBase.sln above the tests."));
}
