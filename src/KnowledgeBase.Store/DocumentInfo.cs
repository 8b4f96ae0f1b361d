using KnowledgeBase.Documents;

namespace KnowledgeBase.Store;

/// <summary>A document as a list shows it.</summary>
/// <param name="Id">Its permanent id.</param>
/// <param name="Version">From 1; grows when a new version of the file replaces the old one.</param>
/// <param name="Source">The file of this version.</param>
/// <param name="Path">Where the file came from, or null.</param>
/// <param name="Title">Title, or null.</param>
/// <param name="Visibility">Who may see it.</param>
public sealed record DocumentInfo(DocumentId Id, int Version, SourceFile Source, string? Path, string? Title, Visibility Visibility)
{
    /// <summary>Number in the store, never used again.</summary>
    public long Row { get; init; }

    /// <summary>What the document says of itself.</summary>
    public FrontMatter Front { get; init; } = new();

    /// <summary>Series, or null.</summary>
    public string? Series { get; init; }

    /// <summary>Number in the series or document symbol, or null.</summary>
    public string? Number { get; init; }

    /// <summary>Year of publication, or null.</summary>
    public int? Year { get; init; }

    /// <summary>Two-letter language code, or null.</summary>
    public string? Language { get; init; }

    /// <summary>"A" to "D", or null before grading.</summary>
    public string? GradeLetter { get; init; }

    /// <summary>0 to 1, or null before grading.</summary>
    public double? GradeScore { get; init; }

    /// <summary>Why it has this grade, the weightiest first; empty for a clean document.</summary>
    public IReadOnlyList<string> GradeReasons { get; init; } = [];

    /// <summary>Number of passages, footnotes not counted.</summary>
    public int PassageCount { get; init; }

    /// <summary>Number of footnotes.</summary>
    public int FootnoteCount { get; init; }

    /// <summary>Name and version of what tagged it.</summary>
    public string Tagger { get; init; } = "";

    /// <summary>When its first version was added.</summary>
    public DateTimeOffset AddedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>A document with all that is known of it.</summary>
/// <param name="Info">What a list shows.</param>
/// <param name="Tagged">The document as it was saved, with the machine's tags; equal in every value to what was given.</param>
/// <param name="Tags">The tags that hold after people's decisions, by passage or footnote id.</param>
/// <param name="Reviews">People's decisions on it, oldest first, the undone ones included.</param>
/// <param name="Versions">All versions, oldest first.</param>
public sealed record StoredDocument(
    DocumentInfo Info,
    TaggedDocument Tagged,
    IReadOnlyDictionary<PassageId, PassageTags> Tags,
    IReadOnlyList<Review> Reviews,
    IReadOnlyList<DocumentVersion> Versions);

/// <summary>One version of a document's file.</summary>
/// <param name="Version">From 1.</param>
/// <param name="Sha256">Hash of the file.</param>
/// <param name="FileName">Its name.</param>
/// <param name="Path">Where it came from, or null.</param>
/// <param name="AddedAt">When it was taken in.</param>
public sealed record DocumentVersion(int Version, string Sha256, string FileName, string? Path, DateTimeOffset AddedAt);
