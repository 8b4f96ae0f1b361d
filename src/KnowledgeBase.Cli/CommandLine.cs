using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using KnowledgeBase.Cli.Commands;
using KnowledgeBase.Cli.Terminal;
using KnowledgeBase.Documents;
using KnowledgeBase.Search.Query;

namespace KnowledgeBase.Cli;

/// <summary>The program's commands, and the one place where what goes wrong becomes a line and an exit code.</summary>
internal static class CommandLine
{
    // A save that has begun is finished or rolled back well within this.
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(20);

    // In the order in which help lists them.
    private static readonly OrderedDictionary<string, Func<Shell, StoreAccess, Command>> Commands = new(StringComparer.Ordinal)
    {
        ["demo"] = DemoCommand.Create,
        ["ingest"] = IngestCommand.Create,
        ["search"] = SearchCommand.Create,
        ["similar"] = SimilarCommand.Create,
        ["list"] = ListCommand.Create,
        ["show"] = ShowCommand.Create,
        ["edit"] = EditCommand.Create,
        ["remove"] = RemoveCommand.Create,
        ["export"] = ExportCommand.Create,
        ["serve"] = ServeCommand.Create,
        ["keys"] = KeysCommand.Create,
        ["extract"] = (shell, _) => ExtractCommand.Create(shell),
        ["inspect"] = (shell, _) => InspectCommand.Create(shell),
        ["status"] = StatusCommand.Create,
        ["verify"] = CareCommands.Verify,
        ["reindex"] = CareCommands.Reindex,
        ["backup"] = CareCommands.Backup,
        ["restore"] = CareCommands.Restore,
        ["models"] = ModelsCommand.Create,
        ["evaluate-search"] = (shell, _) => EvaluateSearchCommand.Create(shell),
        ["review"] = ReviewCommand.Create,
        ["train"] = TrainCommand.Create,
        ["evaluate"] = (shell, _) => EvaluateCommand.Create(shell),
        ["retag"] = RetagCommand.Create,
        ["evaluate-structure"] = (shell, _) => EvaluateStructureCommand.Create(shell),
        ["completion"] = (shell, _) => CompletionCommand.Create(shell),
    };

    public static async Task<int> RunAsync(string[] args)
    {
        using var shell = new Shell { ErrorsAsJson = args.Contains("--json") };
        try
        {
            var parsed = RootFor(shell, args).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Action is ParseErrorAction)
            {
                return Misread(shell, parsed);
            }

            var configuration = new InvocationConfiguration
            {
                Output = shell.Out,
                Error = shell.Talk,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = StopTimeout,
            };
            return await parsed.InvokeAsync(configuration, CancellationToken.None).ConfigureAwait(false);
        }
        catch (RejectedInputException error)
        {
            return shell.Fail(error.Problem.Code, error.Message);
        }
        catch (OperationCanceledException)
        {
            shell.Say("kb: stopped.");
            return ExitCodes.Interrupted;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return shell.Fail("file-not-readable", error.Message);
        }
        // Whatever else comes up here is a fault of ours: its trace is what we need to mend it.
        catch (Exception error)
        {
            return shell.Fail("internal-error", $"internal error, please report it with the command you gave: {error}");
        }
    }

    /// <summary>All commands.</summary>
    public static RootCommand Root(Shell shell) => RootOf(shell, [.. Commands.Values]);

    /// <summary>
    /// The commands that may be meant: making all with their options takes longer than many a command does, so where the first word names one,
    /// that one alone.
    /// </summary>
    public static RootCommand RootFor(Shell shell, string[] args) =>
        args is [var first, ..] && Commands.TryGetValue(first, out var create) ? RootOf(shell, [create]) : Root(shell);

    private static RootCommand RootOf(Shell shell, IReadOnlyList<Func<Shell, StoreAccess, Command>> commands)
    {
        var access = new StoreAccess();
        var root = new RootCommand("The knowledge base of the Mediation Support Network: reports in, cited passages out.") { access.Data };
        foreach (var create in commands)
        {
            root.Add(create(shell, access));
        }

        ShowExamples(root);
        return root;
    }

    private static void ShowExamples(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Action = new HelpWithExamples((HelpAction)option.Action!);
        }
    }

    private static int Misread(Shell shell, ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var name = command is RootCommand ? "kb" : $"kb {command.Name}";
        // A word that is no command is the fault; that there is then no command needs no second sentence.
        var unknown = parsed.UnmatchedTokens.Count > 0;
        var faults = parsed.Errors.Select(error => Sentence(error.Message)).Distinct().Skip(unknown && parsed.Errors.Count > 1 ? 1 : 0);
        var meant = unknown && command is RootCommand ? Nearest(parsed.UnmatchedTokens[0], command.Subcommands) : null;
        var suggestion = meant is null ? "" : $" Did you mean 'kb {meant}'?";
        return shell.Fail("bad-command", $"{string.Join(' ', faults)}{suggestion} '{name} --help' shows how.");
    }

    // The library's messages come with line breaks, and some without a full stop.
    private static string Sentence(string message)
    {
        var words = string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 || words[^1] is '.' or '!' or '?' ? words : words.TrimEnd(':') + ".";
    }

    private static string? Nearest(string typed, IEnumerable<Command> commands)
    {
        var most = Math.Max(1, typed.Length / 3);
        return commands.Select(command => (command.Name, Distance: EditDistance.Between(typed.ToLowerInvariant(), command.Name, most)))
            .Where(near => near.Distance <= most).OrderBy(near => near.Distance).Select(near => near.Name).FirstOrDefault();
    }
}
