using System.Security.Cryptography;
using KnowledgeBase.Documents;
using KnowledgeBase.Extraction.Sidecars;
using KnowledgeBase.Store;

namespace KnowledgeBase.Ingestion;

/// <summary>
/// Takes files into the store, several at once. Each file ends by itself: what is wrong with one does not touch the others, and a
/// document is in the store whole or not at all. Only what is wrong with the store itself ends the run.
/// </summary>
/// <param name="reading">Reads a file.</param>
/// <param name="store">Takes the documents; it lets one writer in at a time.</param>
/// <param name="time">Measures the run.</param>
public sealed class Ingester(DocumentReading reading, KnowledgeStore store, TimeProvider time)
{
    /// <summary>Planning and saving again when another process changed the store meanwhile.</summary>
    private const int Attempts = 3;

    /// <summary>Takes them in.</summary>
    /// <param name="files">What to take in.</param>
    /// <param name="options">How.</param>
    /// <param name="observer">Hears of every file that ended, also when the run is stopped.</param>
    /// <param name="cancellationToken">Stops the run: files that ended stay in the store, the others are not in it.</param>
    /// <exception cref="RejectedInputException">The store cannot be used (codes "store-…"); what was reported before stays.</exception>
    public async Task<IngestSummary> IngestAsync(
        IReadOnlyList<FoundFile> files, IngestOptions options, IIngestObserver observer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Parallel, 1);
        var run = new IngestRun(files, observer, time);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Parallel, CancellationToken = cancellationToken };
        try
        {
            await Parallel.ForEachAsync(Enumerable.Range(0, files.Count), parallel, async (index, token) =>
                run.Ended(index, await TakeInAsync(files[index], options, token).ConfigureAwait(false))).ConfigureAwait(false);
        }
        finally
        {
            run.ReportRest();
        }

        return run.Summary;
    }

    private async Task<FileOutcome> TakeInAsync(FoundFile file, IngestOptions options, CancellationToken cancellationToken)
    {
        if (file.Fault is { } fault)
        {
            return FileOutcome.Failed(file.Name, fault);
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryTakeInAsync(file, options, cancellationToken).ConfigureAwait(false);
            }
            catch (RejectedInputException error) when (error.Problem.Code == "plan-changed" && attempt < Attempts)
            {
            }
            catch (RejectedInputException error) when (!error.Problem.Code.StartsWith("store-", StringComparison.Ordinal))
            {
                return FileOutcome.Failed(file.Name, error.Problem);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return FileOutcome.Failed(file.Name, new("file-not-readable", $"'{file.Name}' cannot be read: {error.Message}"));
            }
            // A fault of ours in one file must not cost the others; it is named as what it is.
            catch (Exception error) when (error is not (OperationCanceledException or RejectedInputException))
            {
                return FileOutcome.Failed(file.Name, new(
                    "internal-error", $"The program failed on '{file.Name}' ({error.GetType().Name}: {error.Message}). Please report this with the file."));
            }
        }
    }

    private async Task<FileOutcome> TryTakeInAsync(FoundFile file, IngestOptions options, CancellationToken cancellationToken)
    {
        var request = new IngestRequest(await HashAsync(file.Path, cancellationToken).ConfigureAwait(false), options.RememberPaths ? file.Path : null)
        {
            Replaces = options.Replaces,
            Again = options.Again,
            Visibility = options.Visibility,
        };
        var plan = store.Documents.Plan(request);
        if (plan.Action == IngestAction.Unchanged && SidecarIsNewer(file, plan.Document))
        {
            request = request with { Again = true };
            plan = store.Documents.Plan(request);
        }

        var kept = KeptVisibility(plan, options);
        if (plan.Action == IngestAction.Unchanged)
        {
            return Outcome(file, plan) with { KeptVisibility = kept };
        }

        var said = store.FrontEdits.Of(plan.Document);
        var tagged = await reading.ReadAsync(file.Path, plan.Document, said, options.Extraction, cancellationToken).ConfigureAwait(false);
        if (tagged.Document.Source.Sha256 != request.Sha256)
        {
            throw new RejectedInputException(new(
                "file-changed", $"'{file.Name}' changed while it was being read. Ingest it again when it is no longer written to."));
        }

        await using var original = File.OpenRead(file.Path);
        var saved = store.Documents.Save(tagged, original, request, cancellationToken);
        var document = tagged.Document;
        return Outcome(file, saved.Plan) with
        {
            Title = document.Front.Title,
            Pages = document.PageCount,
            Passages = document.Passages.Count,
            Footnotes = document.Footnotes.Count,
            Grade = document.Grade,
            Problems = document.Problems,
            Note = Note(saved),
            KeptVisibility = kept,
        };
    }

    /// <summary>A document keeps its visibility through new versions: whoever chose another one for the file must hear of it.</summary>
    private Visibility? KeptVisibility(IngestPlan plan, IngestOptions options) =>
        options.VisibilityChosen && plan.Action != IngestAction.Added && store.Documents.Info(plan.Document) is { } info && info.Visibility != options.Visibility
            ? info.Visibility
            : null;

    /// <summary>True when what people say beside the file was written after the document was last read.</summary>
    private bool SidecarIsNewer(FoundFile file, DocumentId document) =>
        SidecarReader.Find(file.Path) is { } sidecar && store.Documents.Info(document) is { } info
        && File.GetLastWriteTimeUtc(sidecar) > info.UpdatedAt.UtcDateTime;

    private static FileOutcome Outcome(FoundFile file, IngestPlan plan)
    {
        var kind = plan.Action switch
        {
            IngestAction.Added => OutcomeKind.Added,
            IngestAction.Updated => OutcomeKind.Updated,
            _ => OutcomeKind.Unchanged,
        };
        return new(file.Name, kind) { Document = plan.Document, Version = plan.Version, Note = plan.Note };
    }

    private static string? Note(SaveResult saved)
    {
        string?[] notes =
        [
            saved.Plan.Note,
            saved.Moved.Count > 0 ? $"{saved.Moved.Count} passages changed a little; reviews and links follow them." : null,
            saved.Lost.Count > 0 ? $"{saved.Lost.Count} reviewed or collected passages are no longer in the new version; their old words are kept." : null,
            .. saved.Related.Select(Likeness),
        ];
        var said = string.Join(' ', notes.Where(note => note is not null));
        return said.Length > 0 ? said : null;
    }

    private static string Likeness(RelatedForm form)
    {
        var other = $"'{form.FileName}' ({form.Document})";
        return form.Kind switch
        {
            "same_text" => $"The same text as {other}.",
            "revision" => $"Another version of {other}.",
            "summary_of" => $"A summary of {other}.",
            _ => $"{other} is a summary of it.",
        };
    }

    private static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken).ConfigureAwait(false));
    }
}
