namespace KnowledgeBase.Documents;

/// <summary>How far the recovered structure can be trusted.</summary>
/// <param name="Letter">"A" (quote freely) to "D" (check the print).</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Reasons">In plain words, the weightiest first; empty for a clean document.</param>
public sealed record Grade(string Letter, double Score, IReadOnlyList<string> Reasons);

/// <summary>A document with its structure recovered.</summary>
/// <param name="Id">The document's permanent id.</param>
/// <param name="Source">The file.</param>
/// <param name="PageCount">Number of pages, or null in formats without pages.</param>
/// <param name="Front">What it says of itself.</param>
/// <param name="Sections">In reading order.</param>
/// <param name="Passages">In reading order; footnotes are not among them.</param>
/// <param name="Footnotes">In printed order.</param>
/// <param name="Members">Organisations or people listed as members or participants.</param>
/// <param name="SetAside">Lines that belong to no passage.</param>
/// <param name="Problems">Of extraction and structuring.</param>
public sealed record StructuredDocument(
    DocumentId Id,
    SourceFile Source,
    int? PageCount,
    FrontMatter Front,
    IReadOnlyList<Section> Sections,
    IReadOnlyList<Passage> Passages,
    IReadOnlyList<Footnote> Footnotes,
    IReadOnlyList<Member> Members,
    IReadOnlyList<SetAsideLine> SetAside,
    IReadOnlyList<Problem> Problems)
{
    /// <summary>How far the structure can be trusted; null before grading.</summary>
    public Grade? Grade { get; init; }

    /// <summary>What the front matter was before people's edits in the store took its place; null when there are none.</summary>
    public FrontMatter? FrontAsRead { get; init; }

    /// <summary>Printed page label by page index (element 0 is page 1); null where unknown.</summary>
    public IReadOnlyList<string?> PageLabels { get; init; } = [];
}
