using KnowledgeBase.Documents;
using KnowledgeBase.Extraction;
using KnowledgeBase.Extraction.Pdf;
using KnowledgeBase.Ingestion;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Answers;
using KnowledgeBase.Search.Index.Memory;
using KnowledgeBase.Search.Meaning;
using KnowledgeBase.Search.Tests.Meaning;
using KnowledgeBase.Store;
using KnowledgeBase.Store.Access;
using KnowledgeBase.Structuring;
using KnowledgeBase.Tagging.Rules;
using KnowledgeBase.Web.Images;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Web.Tests;

/// <summary>The site as it is served, on a free port of this machine, over a store of its own that real stages fill from the sample papers.</summary>
public sealed class TestSite : IAsyncDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"kb-web-{Guid.NewGuid():N}");
    private readonly WebApplication app;
    private readonly MemoryPassageIndex index;

    private TestSite(SiteOptions options, string? copyOf, PageDrawing? draw)
    {
        Directory.CreateDirectory(folder);
        if (copyOf is not null)
        {
            CopyFolder(copyOf, folder);
        }

        Store = KnowledgeStore.Open(folder, new PassageAnalyser(), new());
        index = new(Store);
        Search = new(Store, index, MeaningSource.Of(new(Store.Vectors, new LetterEncoder())), TimeProvider.System) { CheckPrintFrom = options.CheckPrintFrom };
        var reading = new DocumentReading(new Extractor(new PopplerPdfReader()), new Structurer(), new RuleClassifier());
        Ingester = new(reading, Store, TimeProvider.System);
        app = Site.Build(
            new(Store, Search, Ingester, TimeProvider.System)
            {
                Engines = () => [new("Passage index", index.Engine)],
                DrawPage = draw ?? PageImages.DrawWithPopplerAsync,
            },
            options with { Urls = ["http://127.0.0.1:0"], Log = false });
    }

    public KnowledgeStore Store { get; }

    public SearchService Search { get; }

    public Ingester Ingester { get; }

    /// <summary>Everything that the site answers to.</summary>
    public IReadOnlyList<RouteEndpoint> Endpoints => [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    public Uri Address => new(app.Urls.First());

    /// <summary>A site over an empty store.</summary>
    public static Task<TestSite> StartEmptyAsync(SiteOptions? options = null) => StartAsync(options, null, null);

    /// <summary>A site over a copy of the filled store.</summary>
    public static Task<TestSite> StartAsync(SampleStore samples, SiteOptions? options = null) => StartAsync(options, samples.Folder, null);

    /// <summary>A site over a copy of the filled store that draws pages in a way of its own.</summary>
    public static Task<TestSite> StartDrawingAsync(SampleStore samples, PageDrawing draw) => StartAsync(null, samples.Folder, draw);

    /// <summary>A caller without cookies that follows no redirection, with a key or without.</summary>
    public HttpClient Client(string? key = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        if (key is not null)
        {
            client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        }

        return client;
    }

    /// <summary>A caller with a new key of a role; without a key for null.</summary>
    public HttpClient ClientOf(AccessRole? role) => Client(role is { } known ? Store.Keys.Create($"{EnumWords.Of(known)} {Guid.NewGuid():N}", known) : null);

    /// <summary>Takes files in as the command line does.</summary>
    public async Task IngestAsync(Visibility visibility, params string[] paths)
    {
        await TakeInAsync(visibility, paths);
        MakeVectors();
    }

    /// <summary>Takes files in; their vectors are not made yet.</summary>
    public async Task TakeInAsync(Visibility visibility, params string[] paths)
    {
        var found = new FileFinder().Find(paths, CancellationToken.None);
        var silent = new SilentObserver();
        await Ingester.IngestAsync(found.Files, new() { Visibility = visibility }, silent, CancellationToken.None);
        Assert.Empty(silent.Failed);
    }

    /// <summary>Gives vectors to the passages that have none, as the service does in the background.</summary>
    public void MakeVectors() => new VectorBuilder(Store.Vectors, new LetterEncoder()).Run(null, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        index.Dispose();
        Store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<TestSite> StartAsync(SiteOptions? options, string? copyOf, PageDrawing? draw)
    {
        var site = new TestSite(options ?? new(), copyOf, draw);
        await site.app.StartAsync();
        return site;
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private sealed class SilentObserver : IIngestObserver
    {
        public List<string> Failed { get; } = [];

        public void Ended(FileOutcome outcome)
        {
            if (outcome.Error is { } error)
            {
                Failed.Add($"{outcome.File}: {error.Message}");
            }
        }

        public void Advanced(IngestProgress progress)
        {
        }
    }
}
