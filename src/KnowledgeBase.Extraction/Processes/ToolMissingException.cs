using KnowledgeBase.Documents;

namespace KnowledgeBase.Extraction.Processes;

/// <summary>A program that extraction needs is not installed.</summary>
/// <param name="tool">Name of the program.</param>
/// <param name="inner">The system's own error, if any.</param>
public sealed class ToolMissingException(string tool, Exception? inner = null) : Exception(MessageFor(tool), inner)
{
    /// <summary>Name of the program.</summary>
    public string Tool { get; } = tool;

    /// <summary>As a problem with a permanent code.</summary>
    public Problem Problem => new("tool-missing", Message);

    private static string MessageFor(string tool) => tool == "tesseract"
        ? "Tesseract ('tesseract') is not installed. Install it: Debian/Ubuntu 'apt install tesseract-ocr tesseract-ocr-eng tesseract-ocr-fra tesseract-ocr-spa', Fedora 'dnf install tesseract', macOS 'brew install tesseract tesseract-lang', Windows 'winget install UB-Mannheim.TesseractOCR'."
        : $"Poppler's '{tool}' is not installed. Install it: Debian/Ubuntu 'apt install poppler-utils', Fedora 'dnf install poppler-utils', macOS 'brew install poppler', Windows 'winget install oschwartz10612.Poppler'.";
}
