using KnowledgeBase.Documents;

namespace KnowledgeBase.Extraction.Pdf;

/// <summary>A piece of text of a PDF, in one font and on one baseline, as a library reads it: nothing is repaired yet.</summary>
/// <param name="Text">As the file maps it.</param>
/// <param name="Box">On the page as shown; text that runs up or down the page has no width.</param>
/// <param name="FontName">Full name, with the prefix of a subset where the file has one.</param>
/// <param name="Font">What it is set in.</param>
public sealed record PdfRun(string Text, Box Box, string FontName, Font Font);

/// <summary>A page of a PDF, as a library reads it.</summary>
/// <param name="Number">Index in the file, from 1.</param>
/// <param name="Width">Points, as shown.</param>
/// <param name="Height">Points, as shown.</param>
/// <param name="Runs">In file order; invisible text is left out.</param>
public sealed record PdfContentPage(int Number, double Width, double Height, IReadOnlyList<PdfRun> Runs);

/// <summary>What a library tells of a PDF, before anything is made of it.</summary>
/// <param name="DeclaredPages">Number of pages that the file says it has; more than there are <paramref name="Pages"/> where it is damaged.</param>
/// <param name="Pages">Those that could be read, in order.</param>
public sealed record PdfContent(int DeclaredPages, IReadOnlyList<PdfContentPage> Pages)
{
    /// <summary>Whether the file's own rights forbid copying.</summary>
    public bool CopyRestricted { get; init; }

    /// <summary>Title, author, date.</summary>
    public FileMetadata Metadata { get; init; } = new();

    /// <summary>The file's own outline, in order.</summary>
    public IReadOnlyList<OutlineEntry> Outline { get; init; } = [];
}
