using System.CommandLine;
using KnowledgeBase.Cli.Terminal;
using KnowledgeBase.Documents;
using KnowledgeBase.Ingestion;
using KnowledgeBase.Store;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb ingest PATH…</c>: files and folders into the store.</summary>
internal sealed class IngestCommand
{
    private const int OtherKindsNamed = 5;

    private readonly Argument<string[]> paths = new("PATH") { Description = "Files and folders.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<bool> json = SharedOptions.Json("One JSON object per file, then one with the summary.");
    private readonly LimitOptions limits = new();

    private readonly Option<int> parallel = SharedOptions.Count(
        "--jobs", "How many files are read at once.", "N", (1, 64), Math.Clamp(Environment.ProcessorCount, 1, 8));

    private readonly Option<string?> replaces = new("--replaces")
    {
        Description = "The document (id, file name or path) that the file is a new version of.",
        HelpName = "DOC",
    };

    private readonly Option<bool> again = new("--again") { Description = "Read files again that are in the store already, with this version of the program." };

    private readonly Option<string> visibility = new("--visibility")
    {
        Description = "Who may see new documents: public, network or restricted.",
        HelpName = "WHO",
        DefaultValueFactory = _ => EnumWords.Of(Visibility.Network),
    };

    private readonly Shell shell;
    private readonly StoreAccess access;

    private IngestCommand(Shell shell, StoreAccess access)
    {
        this.shell = shell;
        this.access = access;
        visibility.AcceptOnlyFromAmong([.. EnumWords.All<Visibility>()]);
    }

    public static Command Create(Shell shell, StoreAccess access)
    {
        var ingest = new IngestCommand(shell, access);
        var command = new KbCommand("ingest", "Take reports into the knowledge base: PDF, DOCX, HTML, Markdown and text.")
        {
            Examples =
            [
                ("kb ingest reports/", "Everything under the folder; a file that is in the store already is passed by."),
                ("kb ingest paper.pdf --password secret", "A protected PDF."),
                ("kb ingest paper-v2.pdf --replaces paper.pdf", "A new version: ids of unchanged passages, reviews and links stay."),
            ],
        };
        command.Add(ingest.paths);
        command.Add(ingest.json);
        ingest.limits.AddTo(command);
        command.Add(ingest.parallel);
        command.Add(ingest.replaces);
        command.Add(ingest.again);
        command.Add(ingest.visibility);
        command.SetAction(ingest.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var found = new FileFinder().Find(parsed.GetRequiredValue(paths), cancellationToken);
        if (found.Files.Count == 0)
        {
            shell.Say($"kb: no file to take in under {string.Join(", ", parsed.GetRequiredValue(paths).Select(path => $"'{path}'"))}"
                + $" ({found.PassedOver} left alone). Read are PDF, DOCX, HTML, Markdown and text; name a file itself to try it whatever its kind.");
            return ExitCodes.NothingFound;
        }

        using var store = access.OpenOrMake(parsed);
        var options = new IngestOptions
        {
            Extraction = limits.Read(parsed),
            Parallel = parsed.GetValue(parallel),
            Replaces = Replaced(parsed, store, found),
            Again = parsed.GetValue(again),
            Visibility = EnumWords.Find<Visibility>(parsed.GetRequiredValue(visibility))!.Value,
            VisibilityChosen = parsed.GetResult(visibility) is { Implicit: false },
        };
        var summary = await RunAsync(shell, store, found, options, parsed.GetValue(json), cancellationToken).ConfigureAwait(false);
        SayOtherKinds(found);
        return summary is null ? ExitCodes.Interrupted : summary.Failed > 0 ? ExitCodes.Error : ExitCodes.Done;
    }

    /// <summary>Takes files in and reports them; null when it was stopped.</summary>
    public static async Task<IngestSummary?> RunAsync(
        Shell shell, KnowledgeStore store, FoundFiles found, IngestOptions options, bool json, CancellationToken cancellationToken)
    {
        var report = new IngestReport(shell, json);
        try
        {
            var summary = await new Ingester(Stages.Reading(store.Root), store, TimeProvider.System)
                .IngestAsync(found.Files, options, report, cancellationToken).ConfigureAwait(false);
            report.Finish(summary);
            MeaningAccess.MakeVectors(shell, store, cancellationToken);
            return summary;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            report.Stop();
            shell.Say($"kb: stopped after {report.Files} of {found.Files.Count} files. What was taken in stays; the same command goes on where it stopped.");
            return null;
        }
        finally
        {
            report.Stop();
        }
    }

    private void SayOtherKinds(FoundFiles found)
    {
        if (found.OtherKinds.Count > 0)
        {
            var more = found.OtherKinds.Count > OtherKindsNamed ? ", …" : "";
            shell.Say($"kb: {OutlineWriter.Count(found.OtherKinds.Count, "file")} of other kinds left alone: {string.Join(", ", found.OtherKinds.Take(OtherKindsNamed))}{more}");
        }
    }

    private DocumentId? Replaced(ParseResult parsed, KnowledgeStore store, FoundFiles found)
    {
        if (parsed.GetValue(replaces) is not { } reference)
        {
            return null;
        }

        return found.Files.Count == 1
            ? DocumentReference.One(store, reference).Id
            : throw new RejectedInputException(new("replaces-one-file", $"--replaces takes one file, and there are {found.Files.Count}. Name the one."));
    }
}
