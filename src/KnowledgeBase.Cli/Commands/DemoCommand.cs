using System.CommandLine;
using KnowledgeBase.Cli.Terminal;
using KnowledgeBase.Documents;
using KnowledgeBase.Ingestion;
using KnowledgeBase.Search.Answers;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Query;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb demo</c>: takes the sample papers in and shows what searching them is like.</summary>
internal static class DemoCommand
{
    private const string FolderBesideOwnReports = "kb-demo";
    private const int HitsShown = 2;

    private static readonly (string Query, FilterField? Field, string? Value)[] Searches =
    [
        ("trust between mediators and diplomats", FilterField.Kind, "recommendation"),
        ("\"local ownership\"", null, null),
        ("women armed groups negotiation", FilterField.Kind, "challenge"),
    ];

    public static Command Create(Shell shell, StoreAccess access)
    {
        var noServe = new Option<bool>("--no-serve") { Description = "Stop after the sample searches." };
        var command = new KbCommand("demo", "Try it out: take in the sample papers and search them.")
        {
            Examples = [("./kb demo --no-serve", "On a fresh machine: installs what is missing, builds, takes in, searches.")],
        };
        command.Add(noServe);
        command.SetAction((parsed, cancellationToken) => RunAsync(shell, access, parsed, !parsed.GetValue(noServe), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        Shell shell, StoreAccess access, ParseResult parsed, bool serve, CancellationToken cancellationToken)
    {
        var papers = SamplePapers();
        var folder = FolderFor(access, parsed, papers);
        using var store = StoreAccess.Open(folder, mustExist: false);
        var found = new FileFinder().Find([papers], cancellationToken);
        await ModelsCommand.InstallIfPossibleAsync(shell, cancellationToken).ConfigureAwait(false);
        shell.Say($"Taking the sample papers into {folder} ...");
        var summary = await IngestCommand.RunAsync(shell, store, found, new(), json: false, cancellationToken).ConfigureAwait(false);
        if (summary is null)
        {
            return ExitCodes.Interrupted;
        }

        using var index = Stages.Index(store);
        var service = new SearchService(store, index, MeaningAccess.SourceFor(store), TimeProvider.System);
        var data = folder == StoreAccess.Default ? "" : $" --data {folder}";
        foreach (var (query, field, value) in Searches)
        {
            SearchFilter[] filters = field is { } known ? [new(known, [value!])] : [];
            var option = field is { } named ? $" --{FieldValues.NameOf(named)} {value}" : "";
            shell.Out.WriteLine();
            shell.Out.WriteLine($"$ ./kb search '{query}'{option} --limit {HitsShown}{data}");
            shell.Out.WriteLine();
            var answer = service.Search(new(query) { Filters = filters, Limit = HitsShown, Helps = false }, cancellationToken).Answer!;
            new AnswerWriter(shell).Write(answer, 0);
        }

        shell.Say("");
        shell.Say("What next:");
        shell.Say($"  kb search \"your words\"{data}");
        shell.Say("      search on in the samples");
        shell.Say($"  kb list{data}");
        shell.Say("      see what is there");
        shell.Say("  kb ingest FOLDER");
        shell.Say("      take in your own reports");
        if (serve)
        {
            shell.Say("");
            await ServeCommand.ServeAsync(shell, store, new(), cancellationToken).ConfigureAwait(false);
        }

        return summary.Failed > 0 ? ExitCodes.Error : ExitCodes.Done;
    }

    /// <summary>The data folder; one of its own where the default one holds somebody's own reports already and none was named.</summary>
    private static string FolderFor(StoreAccess access, ParseResult parsed, string papers)
    {
        if (access.Named(parsed) is { } named)
        {
            return named;
        }

        if (!File.Exists(Path.Combine(StoreAccess.Default, "kb.db")))
        {
            return StoreAccess.Default;
        }

        using var store = StoreAccess.Open(StoreAccess.Default, mustExist: true);
        var own = store.Documents.List().Any(info => info.Path?.StartsWith(papers, StringComparison.Ordinal) != true);
        return own ? FolderBesideOwnReports : StoreAccess.Default;
    }

    /// <summary>The papers of the repository that the program was built from.</summary>
    private static string SamplePapers()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var papers = Path.Combine(folder.FullName, "corpus", "papers");
            if (Directory.Exists(papers))
            {
                return papers;
            }
        }

        throw new RejectedInputException(new(
            "samples-missing", $"There is no folder corpus/papers above '{AppContext.BaseDirectory}'. Run the program from a clone of the repository."));
    }
}
