using KnowledgeBase.Documents;
using KnowledgeBase.Extraction;
using KnowledgeBase.Extraction.Processes;
using KnowledgeBase.Extraction.Sidecars;
using KnowledgeBase.Structuring;
using KnowledgeBase.Tagging;

namespace KnowledgeBase.Ingestion;

/// <summary>Reads one file through all stages, up to a tagged document; stores nothing.</summary>
/// <param name="extractor">File to pages of lines.</param>
/// <param name="structurer">Lines to sections and passages.</param>
/// <param name="classifier">Passages to tags.</param>
public sealed class DocumentReading(Extractor extractor, Structurer structurer, IPassageClassifier classifier)
{
    /// <summary>Reads it. What a sidecar beside the file says of it takes the place of what is read, and what was said in the store that of both.</summary>
    /// <param name="path">The file.</param>
    /// <param name="id">The id the document has in the store, or null to take that of a new document.</param>
    /// <param name="said">What people said of the document in the store.</param>
    /// <param name="options">Limits and password; the time limit holds for extraction and again for the stages after it.</param>
    /// <param name="cancellationToken">Stops the reading; nothing is left behind.</param>
    /// <exception cref="RejectedInputException">
    /// The file cannot be read (the codes of <see cref="Extractor.ExtractAsync"/>), holds no text (<c>no-text-layer</c>, <c>no-text</c>),
    /// takes too long (<c>time-limit</c>), or a program that is needed is not installed (<c>tool-missing</c>).
    /// </exception>
    public async Task<TaggedDocument> ReadAsync(
        string path, DocumentId? id, FrontMatterEdits said, ExtractionOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            // Extraction keeps to the limit by itself: recognising pages from their picture has one of its own.
            var extracted = await extractor.ExtractAsync(path, options, cancellationToken).ConfigureAwait(false);
            var sidecar = SidecarReader.Read(path);
            limit.CancelAfter(options.TimeLimit);
            // Computing does not look at a token: whoever waits for it is let go when the limit is reached.
            return await Task.Run(() => Compute(extracted, id ?? DocumentId.FromSha256(extracted.Source.Sha256), sidecar, said), limit.Token)
                .WaitAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new RejectedInputException(new(
                "time-limit",
                FormattableString.Invariant(
                    $"'{Path.GetFileName(path)}' was not read within {options.TimeLimit.TotalSeconds:0.#} s. Allow more with --time-limit, or split the file.")));
        }
        catch (ToolMissingException error)
        {
            throw new RejectedInputException(error.Problem, error);
        }
    }

    private TaggedDocument Compute(ExtractedDocument extracted, DocumentId id, Sidecar sidecar, FrontMatterEdits said)
    {
        var document = structurer.Structure(extracted, id);
        if (document.Passages.Count == 0 && document.Footnotes.Count == 0)
        {
            var known = document.Problems.FirstOrDefault(problem => problem.Code is "no-text-layer" or "unreliable-text");
            throw new RejectedInputException(known ?? new(
                "no-text", $"'{extracted.Source.FileName}' holds no text that could be cited. Look at it in another program; if there is text, send the file to us."));
        }

        var read = sidecar.Edits.Apply(document.Front);
        return classifier.Predict(document with
        {
            Front = said.Apply(read),
            FrontAsRead = said == FrontMatterEdits.None ? null : read,
            Problems = [.. document.Problems, .. sidecar.Problems],
        });
    }
}
