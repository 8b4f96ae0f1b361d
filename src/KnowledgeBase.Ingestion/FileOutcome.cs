using KnowledgeBase.Documents;
using KnowledgeBase.Store;

namespace KnowledgeBase.Ingestion;

/// <summary>How a file ended.</summary>
public enum OutcomeKind
{
    /// <summary>A new document.</summary>
    Added,

    /// <summary>Its bytes are in the store; nothing was done.</summary>
    Unchanged,

    /// <summary>A new version, or a new reading, took the old one's place.</summary>
    Updated,

    /// <summary>Nothing of it is in the store; <see cref="FileOutcome.Error"/> says why.</summary>
    Failed,
}

/// <summary>How one file ended. When this is reported, what it says is on the disk.</summary>
/// <param name="File">The file as the user named it, or as found under the folder they named.</param>
/// <param name="Kind">How it ended.</param>
public sealed record FileOutcome(string File, OutcomeKind Kind)
{
    /// <summary>Its document; null when it failed.</summary>
    public DocumentId? Document { get; init; }

    /// <summary>Version of the document, from 1; 0 when it failed.</summary>
    public int Version { get; init; }

    /// <summary>Title, or null when unknown or not read.</summary>
    public string? Title { get; init; }

    /// <summary>Pages read; null for formats without pages and for files that were not read.</summary>
    public int? Pages { get; init; }

    /// <summary>Passages, footnotes not counted; 0 for files that were not read.</summary>
    public int Passages { get; init; }

    /// <summary>Footnotes; 0 for files that were not read.</summary>
    public int Footnotes { get; init; }

    /// <summary>How far the recovered structure can be trusted, or null.</summary>
    public Grade? Grade { get; init; }

    /// <summary>Oddities of a file that was taken in all the same.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>Why it failed; null otherwise.</summary>
    public Problem? Error { get; init; }

    /// <summary>A further sentence for people, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Who may see the document, when it was in already and that is not what was chosen for the file; else null.</summary>
    public Visibility? KeptVisibility { get; init; }

    /// <summary>A failed file.</summary>
    public static FileOutcome Failed(string file, Problem error) => new(file, OutcomeKind.Failed) { Error = error };
}
