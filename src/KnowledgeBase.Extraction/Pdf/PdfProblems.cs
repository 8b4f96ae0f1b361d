using System.Globalization;
using KnowledgeBase.Documents;
using KnowledgeBase.Extraction.Processes;

namespace KnowledgeBase.Extraction.Pdf;

/// <summary>The problems of PDF files, in words.</summary>
internal static class PdfProblems
{
    public static Problem TimeLimit(string fileName, ChildLimits limits) => new(
        "time-limit",
        string.Create(CultureInfo.InvariantCulture, $"'{fileName}' was not read within {limits.Time.TotalSeconds:0.#} s. Allow more with --time-limit, or split the file."));

    /// <summary>The file has pictures of pages and no text.</summary>
    public const string NoTextLayerCode = "no-text-layer";

    /// <summary>A page's text is what a broken font makes of it.</summary>
    public const string UnreliableTextCode = "unreliable-text";

    public static Problem UnreliableText(int page) => new(
        UnreliableTextCode,
        string.Create(CultureInfo.InvariantCulture, $"The text of page {page} is garbled: the file does not say which characters its letters are. Check the print before you quote."),
        page);

    public static Problem UnreliableTextRecognised(int page) => new(
        UnreliableTextCode,
        string.Create(CultureInfo.InvariantCulture, $"The text of page {page} is garbled in the file, so it was recognised from the page's picture."),
        page);

    public static Problem OcrMissing(string fileName, int pages, string remedy) => new(
        "ocr-missing",
        string.Create(CultureInfo.InvariantCulture, $"'{fileName}' has {pages} page(s) that must be recognised from their picture. {remedy}"));

    public static Problem OcrFailed(string fileName, int page) => new(
        "ocr-failed",
        string.Create(CultureInfo.InvariantCulture, $"Page {page} of '{fileName}' could not be recognised from its picture within the limits of time and memory."),
        page);

    public static Problem NoTextLayer(string fileName) => new(
        NoTextLayerCode, $"'{fileName}' has no text, only pictures of pages. It needs OCR.");

    public static Problem CopyRestricted(string fileName) => new(
        "copy-restricted", $"'{fileName}' forbids copying by its own settings. It was read; mind its author's rights when you quote.");

    public static Problem Incomplete(string fileName, int read, int pages) => new(
        "incomplete-pdf",
        string.Create(CultureInfo.InvariantCulture, $"Only {read} of {pages} pages of '{fileName}' could be read. The file is damaged after page {read}; print it to PDF anew if you need the rest."));

    public static Problem FromErrors(string fileName, string? password, string errors)
    {
        if (errors.Contains("Incorrect password", StringComparison.OrdinalIgnoreCase))
        {
            return password is null
                ? new("password-needed", $"'{fileName}' is protected. Give its password with --password.")
                : new("wrong-password", $"The password given does not open '{fileName}'.");
        }

        if (errors.Contains("security handler", StringComparison.OrdinalIgnoreCase) || errors.Contains("encryption", StringComparison.OrdinalIgnoreCase))
        {
            return new("unsupported-encryption", $"'{fileName}' is protected in a way that cannot be read here. Save it without protection.");
        }

        if (errors.Contains("memory", StringComparison.OrdinalIgnoreCase) || errors.Contains("bad_alloc", StringComparison.Ordinal))
        {
            return new("memory-limit", $"'{fileName}' needs more memory than allowed. Split it or allow more with --memory-limit.");
        }

        return new("damaged-pdf", $"'{fileName}' is not a PDF that can be read: it is damaged or cut off. Ask for the file again or print it to PDF anew.");
    }
}
