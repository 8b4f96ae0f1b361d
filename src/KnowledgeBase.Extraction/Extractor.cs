using System.Security.Cryptography;
using KnowledgeBase.Documents;
using KnowledgeBase.Extraction.Ocr;
using KnowledgeBase.Extraction.Pdf;

namespace KnowledgeBase.Extraction;

/// <summary>Reads a file of any known format into pages of lines; what the format is, its content says.</summary>
/// <param name="pdfReader">Reads the PDFs.</param>
public sealed class Extractor(IPdfReader pdfReader)
{
    /// <summary>Reads one file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Limits and password.</param>
    /// <param name="cancellationToken">Stops the reading; nothing is left behind.</param>
    /// <exception cref="RejectedInputException">
    /// The file is missing (<c>file-not-found</c>), not readable (<c>file-not-readable</c>), empty (<c>empty-file</c>), too large
    /// (<c>file-too-large</c>), of a format that is not read (<c>unsupported-format</c>), broken (<c>broken-file</c>), hostile
    /// (<c>unsafe-file</c>) or took too long (<c>time-limit</c>), or what the PDF reader says.
    /// </exception>
    public async Task<ExtractedDocument> ExtractAsync(string path, ExtractionOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(options);
        var name = Path.GetFileName(path);
        var source = await IdentifyAsync(path, name, options, cancellationToken).ConfigureAwait(false);
        if (source.Format == SourceFormat.Pdf)
        {
            var document = await WithinLimitAsync(
                token => pdfReader.ReadAsync(path, source, options, token), source, options, cancellationToken).ConfigureAwait(false);
            document = await new DocumentRecognition(Path.GetFullPath(path), options).CompleteAsync(document, cancellationToken).ConfigureAwait(false);
            return Misnaming.Tell(document);
        }

        return Misnaming.Tell(await ReadDeclaredAsync(path, source, options, cancellationToken).ConfigureAwait(false));
    }

    private static Task<ExtractedDocument> ReadDeclaredAsync(
        string path, SourceFile source, ExtractionOptions options, CancellationToken cancellationToken) => WithinLimitAsync(
            async token =>
            {
                var bytes = await File.ReadAllBytesAsync(path, token).ConfigureAwait(false);
                // Off the caller's thread, so that the limit holds even where a library does not look at the token.
                return await Task.Run(() => DeclaredReader.Read(bytes, source, options, token), token).WaitAsync(token).ConfigureAwait(false);
            },
            source,
            options,
            cancellationToken);

    private static async Task<ExtractedDocument> WithinLimitAsync(
        Func<CancellationToken, Task<ExtractedDocument>> read, SourceFile source, ExtractionOptions options, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.TimeLimit);
        try
        {
            return await read(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new RejectedInputException(new(
                "time-limit",
                FormattableString.Invariant(
                    $"'{source.FileName}' was not read within {options.TimeLimit.TotalSeconds:0.#} s. Allow more with --time-limit, or split the file.")));
        }
    }

    private static async Task<SourceFile> IdentifyAsync(
        string path, string name, ExtractionOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
            if (stream.Length == 0)
            {
                throw new RejectedInputException(new("empty-file", $"{name} is empty; there is nothing to read."));
            }

            if (stream.Length > options.FileSizeLimitMegabytes * 1024L * 1024L)
            {
                throw new RejectedInputException(new(
                    "file-too-large",
                    $"{name} has {stream.Length / (1024 * 1024)} MB; the limit is {options.FileSizeLimitMegabytes} MB. Split the file or raise the limit."));
            }

            var hash = await SHA256.HashDataAsync(stream, cancellationToken).ConfigureAwait(false);
            return new(name, Convert.ToHexStringLower(hash), FormatSniffer.Sniff(stream, name), stream.Length);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RejectedInputException(new("file-not-found", $"{name}: there is no such file."), e);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new RejectedInputException(new("file-not-readable", $"{name} cannot be read: {e.Message}"), e);
        }
    }
}
