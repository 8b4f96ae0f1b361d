using KnowledgeBase.Documents;

namespace KnowledgeBase.Extraction.Pdf;

/// <summary>Reads a PDF into pages of lines with fonts and boxes.</summary>
public interface IPdfReader
{
    /// <summary>Reads one file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="source">What is known of it; its format is <see cref="SourceFormat.Pdf"/>.</param>
    /// <param name="options">Limits and password.</param>
    /// <param name="cancellationToken">Kills the child processes and removes their files.</param>
    /// <exception cref="RejectedInputException">The file is broken, needs a password, or runs past a limit.</exception>
    Task<ExtractedDocument> ReadAsync(string path, SourceFile source, ExtractionOptions options, CancellationToken cancellationToken);
}
