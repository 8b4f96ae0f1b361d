using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using KnowledgeBase.Cli.Commands;
using KnowledgeBase.Cli.Terminal;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Cli;

/// <summary>The program's commands, and the one place where what goes wrong becomes a line and an exit code.</summary>
internal static class CommandLine
{
    // A save that has begun is finished or rolled back well within this.
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync(string[] args)
    {
        using var shell = new Shell();
        try
        {
            var parsed = Root(shell).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
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
            return shell.Fail(error.Message);
        }
        catch (OperationCanceledException)
        {
            shell.Say("kb: stopped.");
            return ExitCodes.Interrupted;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return shell.Fail(error.Message);
        }
    }

    /// <summary>All commands.</summary>
    public static RootCommand Root(Shell shell)
    {
        var data = new Option<string>("--data")
        {
            Description = "The data folder (default: the variable KB_DATA, else ./kb-data).",
            HelpName = "DIR",
            Recursive = true,
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("KB_DATA") is { Length: > 0 } named ? named : "kb-data",
        };
        var root = new RootCommand("The knowledge base of the Mediation Support Network: reports in, cited passages out.")
        {
            data,
            ExtractCommand.Create(shell),
            CompletionCommand.Create(shell),
        };
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
        return shell.Fail($"{string.Join(' ', parsed.Errors.Select(error => error.Message).Distinct())} '{name} --help' shows how.");
    }
}
