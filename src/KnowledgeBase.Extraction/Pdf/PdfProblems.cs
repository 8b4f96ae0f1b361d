using System.Globalization;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Extraction.Pdf;

/// <summary>The problems of PDF files, in words.</summary>
public static class PdfProblems
{
    public static Problem TimeLimit(string fileName, TimeSpan limit) => new(
        "time-limit",
        string.Create(CultureInfo.InvariantCulture, $"'{fileName}' was not read within {limit.TotalSeconds:0.#} s. Allow more with --time-limit, or split the file."));

    /// <summary>The file has pictures of pages and no text.</summary>
    public const string NoTextLayerCode = "no-text-layer";

    /// <summary>A page's text is what a broken font makes of it.</summary>
    public const string UnreliableTextCode = "unreliable-text";

    public static Problem UnreliableText(int page) => new(
        UnreliableTextCode,
        string.Create(CultureInfo.InvariantCulture, $"The text of page {page} is garbled: the file does not say which characters its letters are. Check the print before you quote."),
        page);

    public static Problem UnreliableWords(int page) => new(
        "unreliable-words",
        string.Create(CultureInfo.InvariantCulture, $"Some words on page {page} are garbled: the file does not say which characters their letters are. Check the print before you quote."),
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

    /// <summary>The file is protected, and no password was given or not the right one.</summary>
    public static Problem Password(string fileName, string? given) => given is null
        ? new("password-needed", $"'{fileName}' is protected. Give its password with --password.")
        : new("wrong-password", $"The password given does not open '{fileName}'.");

    public static Problem UnsupportedEncryption(string fileName) =>
        new("unsupported-encryption", $"'{fileName}' is protected in a way that cannot be read here. Save it without protection.");

    public static Problem MemoryLimit(string fileName) =>
        new("memory-limit", $"'{fileName}' needs more memory than allowed. Split it or allow more with --memory-limit.");

    public static Problem Damaged(string fileName) => new(
        "damaged-pdf", $"'{fileName}' is not a PDF that can be read: it is damaged or cut off. Ask for the file again or print it to PDF anew.");

    public static Problem NoPages(string fileName) =>
        new("damaged-pdf", $"'{fileName}' has no pages. Ask for the file again or print it to PDF anew.");

    /// <summary>What Poppler's tools say on their way out, in words.</summary>
    internal static Problem FromErrors(string fileName, string? password, string errors)
    {
        if (errors.Contains("Incorrect password", StringComparison.OrdinalIgnoreCase))
        {
            return Password(fileName, password);
        }

        if (errors.Contains("security handler", StringComparison.OrdinalIgnoreCase) || errors.Contains("encryption", StringComparison.OrdinalIgnoreCase))
        {
            return UnsupportedEncryption(fileName);
        }

        return errors.Contains("memory", StringComparison.OrdinalIgnoreCase) || errors.Contains("bad_alloc", StringComparison.Ordinal)
            ? MemoryLimit(fileName)
            : Damaged(fileName);
    }
}
