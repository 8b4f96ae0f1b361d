using KnowledgeBase.Documents;
using KnowledgeBase.Extraction;
using KnowledgeBase.Extraction.Pdf;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Outline;
using UglyToad.PdfPig.Tokens;

namespace KnowledgeBase.Engines.PdfPig;

/// <summary>
/// Reads PDF files with PdfPig, in this process: nothing to install, but a file that makes the library hang keeps its thread until it lets
/// go, and memory is looked at between pages only. Pictures of pages are still made by Poppler, where it is there.
/// </summary>
public sealed class PdfPigReader : IPdfReader
{
    /// <summary>In the access rights of an encrypted file, bit 5 (counted from 1) permits copying; ISO 32000-1, table 22.</summary>
    private const int CopyRight = 1 << 4;

    /// <inheritdoc/>
    public async Task<ExtractedDocument> ReadAsync(string path, SourceFile source, ExtractionOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.TimeLimit);
        try
        {
            // The wait ends with the token even where the library does not look up from a page.
            return await Task.Run(() => Read(path, source, options, limit.Token), limit.Token).WaitAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new RejectedInputException(PdfProblems.TimeLimit(source.FileName, options.TimeLimit));
        }
    }

    private static ExtractedDocument Read(string path, SourceFile source, ExtractionOptions options, CancellationToken cancellationToken)
    {
        using var file = Open(path, source, options.Password);
        if (file.NumberOfPages == 0)
        {
            throw new RejectedInputException(PdfProblems.NoPages(source.FileName));
        }

        var before = GC.GetTotalMemory(forceFullCollection: false);
        var pages = new List<PdfContentPage>();
        var runs = new RunBuilder();
        for (var number = 1; number <= file.NumberOfPages; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (GC.GetTotalMemory(forceFullCollection: false) - before > options.MemoryLimitMegabytes * 1024L * 1024L)
            {
                throw new RejectedInputException(PdfProblems.MemoryLimit(source.FileName));
            }

            if (TryRead(() => file.GetPage(number)) is { } page && TryRead(() => runs.Build(page)) is { } read)
            {
                pages.Add(new(number, page.Width, page.Height, read));
            }
        }

        if (pages.Count == 0)
        {
            throw new RejectedInputException(PdfProblems.Damaged(source.FileName));
        }

        return PdfAssembly.Assemble(source, new(file.NumberOfPages, pages)
        {
            CopyRestricted = TryRead(() => ForbidsCopying(file) ? "" : null) is not null,
            Metadata = TryRead(() => Metadata(file)) ?? new(),
            Outline = TryRead(() => Outline(file)) ?? [],
        });
    }

    private static PdfDocument Open(string path, SourceFile source, string? password)
    {
        try
        {
            return PdfDocument.Open(path, new ParsingOptions
            {
                Passwords = password is null ? [] : [password], UseLenientParsing = true, SkipMissingFonts = true, UseActualText = true,
            });
        }
        catch (PdfDocumentEncryptedException error)
        {
            throw new RejectedInputException(error.Message.Contains("password", StringComparison.OrdinalIgnoreCase)
                ? PdfProblems.Password(source.FileName, password)
                : PdfProblems.UnsupportedEncryption(source.FileName));
        }
        catch (Exception error) when (IsOfTheFile(error))
        {
            throw new RejectedInputException(PdfProblems.Damaged(source.FileName));
        }
    }

    /// <summary>One damaged part does not cost the rest of the file.</summary>
    private static T? TryRead<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception error) when (IsOfTheFile(error))
        {
            return null;
        }
    }

    // The library names no set of exceptions for damaged files: out of its parsers comes whatever .NET throws on bad data.
    private static bool IsOfTheFile(Exception error) =>
        error is not (OperationCanceledException or OutOfMemoryException or RejectedInputException or IOException and not EndOfStreamException);

    private static FileMetadata Metadata(PdfDocument file) => new(
        NullIfBlank(file.Information.Title), NullIfBlank(file.Information.Author), file.Information.GetCreatedDateTimeOffset());

    private static List<OutlineEntry>? Outline(PdfDocument file) => file.TryGetBookmarks(out var bookmarks)
        ? [.. bookmarks.GetNodes().Select(node => new OutlineEntry(
            node.Title.Trim(), node.Level + 1, node is DocumentBookmarkNode { PageNumber: > 0 } inside ? inside.PageNumber : null))]
        : null;

    private static bool ForbidsCopying(PdfDocument file)
    {
        var entry = file.Structure.Trailer.EncryptionToken;
        var token = entry is IndirectReferenceToken reference ? file.Structure.GetObject(reference.Data).Data : entry;
        return token is DictionaryToken dictionary && dictionary.TryGet(NameToken.P, out NumericToken rights) && ((int)rights.Long & CopyRight) == 0;
    }

    private static string? NullIfBlank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
