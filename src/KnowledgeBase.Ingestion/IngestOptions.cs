using KnowledgeBase.Documents;
using KnowledgeBase.Extraction;
using KnowledgeBase.Store;

namespace KnowledgeBase.Ingestion;

/// <summary>How files are taken in.</summary>
public sealed record IngestOptions
{
    /// <summary>Limits and password for every file.</summary>
    public ExtractionOptions Extraction { get; init; } = ExtractionOptions.Default;

    /// <summary>How many files are read at once, at least 1; default 2. More than the machine has cores gains nothing and costs memory.</summary>
    public int Parallel { get; init; } = 2;

    /// <summary>The document that the (one) file is a new version of, or null to tell by its path.</summary>
    public DocumentId? Replaces { get; init; }

    /// <summary>True to read files again whose bytes are in the store already; default false.</summary>
    public bool Again { get; init; }

    /// <summary>
    /// False for files without a lasting place, such as uploads: then a file is a new version only of what <see cref="Replaces"/> says, never
    /// by its path. Default true.
    /// </summary>
    public bool RememberPaths { get; init; } = true;

    /// <summary>Who may see new documents; default <see cref="Visibility.Network"/>.</summary>
    public Visibility Visibility { get; init; } = Visibility.Network;

    /// <summary>
    /// True when a person chose <see cref="Visibility"/> for these files: then the outcome says so where a document that is in already keeps another.
    /// Default false.
    /// </summary>
    public bool VisibilityChosen { get; init; }
}
