using System.CommandLine;
using KnowledgeBase.Cli.Terminal;
using KnowledgeBase.Documents;
using KnowledgeBase.Ingestion;
using KnowledgeBase.Search.Answers;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Store;
using KnowledgeBase.Tagging;
using KnowledgeBase.Web;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb serve</c>: the HTTP API and the pages.</summary>
internal sealed class ServeCommand
{
    // An upload is searchable by keyword at once; by meaning soon after.
    private static readonly TimeSpan VectorPause = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan TidyingPause = TimeSpan.FromSeconds(10);

    private readonly Option<string[]> urls = new("--urls")
    {
        Description = $"Where to listen (default: {SiteOptions.DefaultUrl}). Other machines are let in only with keys ('kb keys create') or --public.",
        HelpName = "URL",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<bool> isPublic = new("--public")
    {
        Description = "Let visitors without a key read what is public; everything else then needs a key, on this machine too.",
    };

    private readonly Option<string[]> proxies = new("--proxy")
    {
        Description = "A proxy on another machine (address or network) whose X-Forwarded-Proto, -Host and -For are believed; one on this machine always is.",
        HelpName = "ADDRESS",
    };

    private readonly Option<string[]> cors = new("--cors")
    {
        Description = "Another site whose pages may call the API, such as https://example.org.",
        HelpName = "ORIGIN",
    };

    private readonly Option<int> maxUpload = SharedOptions.Count("--max-upload", "Largest upload in MB.", "MB", (1, 2000), 100);
    private readonly Option<int> rate = SharedOptions.Count("--rate", "Requests a minute for each key or address.", "N", (1, 1_000_000), 600);

    private readonly Option<string?> figures = new("--figures")
    {
        Description = "The JSON file with the classifiers' measured figures, as 'kb evaluate' writes it.",
        HelpName = "FILE",
    };

    private readonly Option<bool> logJson = new("--log-json") { Description = "Log a JSON object a line, for programs that gather logs." };

    private readonly Option<string> checkFrom = SharedOptions.CheckFrom();

    private ServeCommand()
    {
    }

    public static Command Create(Shell shell, StoreAccess access)
    {
        var serve = new ServeCommand();
        var command = new KbCommand("serve", "Serve the pages and the HTTP API.")
        {
            Examples =
            [
                ("kb serve", "The pages for this machine alone, on http://127.0.0.1:5080."),
                ("kb serve --urls http://0.0.0.0:5080", "For the network, once 'kb keys create' has made keys."),
            ],
        };
        command.Add(serve.urls);
        command.Add(serve.isPublic);
        command.Add(serve.proxies);
        command.Add(serve.cors);
        command.Add(serve.maxUpload);
        command.Add(serve.rate);
        command.Add(serve.figures);
        command.Add(serve.logJson);
        command.Add(serve.checkFrom);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var store = access.OpenOrMake(parsed);
            await ServeAsync(shell, store, serve.Options(parsed), cancellationToken).ConfigureAwait(false);
            return ExitCodes.Done;
        });
        return command;
    }

    /// <summary>Serves a store until it is told to stop.</summary>
    public static async Task ServeAsync(Shell shell, KnowledgeStore store, SiteOptions options, CancellationToken cancellationToken)
    {
        using var index = Stages.ServiceIndex(store);
        var meaning = MeaningAccess.SourceFor(store);
        var preparing = Task.Run(meaning.Prepare, CancellationToken.None);
        var classifier = new LateClassifier(() => Stages.Classifier(store.Root));
        var search = new SearchService(store, index, meaning, TimeProvider.System) { CheckPrintFrom = options.CheckPrintFrom };
        var parts = new SiteParts(
            store, search, new Ingester(Stages.ReadingWith(classifier), store, TimeProvider.System), TimeProvider.System)
        {
            Engines = () => Stages.Running(index, classifier),
        };
        await using var site = Site.Build(parts, options);
        await site.StartAsync(cancellationToken).ConfigureAwait(false);
        var warmed = WarmAsync(search, preparing, cancellationToken);
        var vectors = MeaningAccess.KeepVectorsAsync(shell, store, VectorPause, cancellationToken);
        foreach (var url in site.Urls)
        {
            shell.Say($"Serving {url} - Ctrl-C stops it.");
        }

        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Being told to stop is how serving ends.
            await site.StopAsync(CancellationToken.None).ConfigureAwait(false);
        }

        // The store is the caller's to close: nothing may be writing to it then.
        await vectors.ConfigureAwait(false);
        await warmed.ConfigureAwait(false);
    }

    // Loads what a search needs, so that the first visitor does not wait for it. All passages are asked for: a word that no passage has would
    // be looked up among the spellings of all words. Nothing is counted, since the first visitor may be waiting for the same processors.
    private static async Task WarmAsync(SearchService search, Task preparing, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Run(() => search.Search(new("") { Limit = 1, Facets = [] }, cancellationToken), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception error) when (error is OperationCanceledException or RejectedInputException)
        {
            // Stopped meanwhile, or a store that cannot be read: whoever asks is told.
        }

        await preparing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        // Loading leaves behind as much as stays; a collector left to itself would hold it for hours. The first visitors need not wait for it.
        await Task.Delay(TidyingPause, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (cancellationToken.IsCancellationRequested)
        {
            return;
        }

        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    private SiteOptions Options(ParseResult parsed) => new()
    {
        Urls = parsed.GetValue(urls) is { Length: > 0 } given ? given : [SiteOptions.DefaultUrl],
        OpenToPublic = parsed.GetValue(isPublic),
        Proxies = parsed.GetValue(proxies) ?? [],
        CorsOrigins = parsed.GetValue(cors) ?? [],
        MaxUploadMegabytes = parsed.GetValue(maxUpload),
        RequestsPerMinute = parsed.GetValue(rate),
        LogJson = parsed.GetValue(logJson),
        EvaluationFile = parsed.GetValue(figures),
        CheckPrintFrom = parsed.GetRequiredValue(checkFrom),
    };
}
