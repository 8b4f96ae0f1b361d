using KnowledgeBase.Documents;

namespace KnowledgeBase.Store;

/// <summary>What taking in a file does to the store.</summary>
public enum IngestAction
{
    /// <summary>A new document.</summary>
    Added,

    /// <summary>Nothing: these bytes are in the store.</summary>
    Unchanged,

    /// <summary>A new version, or a new reading of the same version, replaces the old one under the same document id.</summary>
    Updated,
}

/// <summary>What is known of a file before it is read.</summary>
/// <param name="Sha256">Lower-case hexadecimal SHA-256 of its bytes.</param>
/// <param name="Path">Where it lies, as a full path; null when it has no lasting place (an upload).</param>
public sealed record IngestRequest(string Sha256, string? Path)
{
    /// <summary>The document whose new version this is, when the user says so; default null.</summary>
    public DocumentId? Replaces { get; init; }

    /// <summary>True to read the same bytes again (with a better program); default false.</summary>
    public bool Again { get; init; }

    /// <summary>Who may see a new document; an existing one keeps its own. Default <see cref="Visibility.Network"/>.</summary>
    public Visibility Visibility { get; init; } = Visibility.Network;
}

/// <summary>What taking in a file would do, and under which id.</summary>
/// <param name="Document">The id that the document has, or is to get: structuring computes passage ids with it.</param>
/// <param name="Action">What would happen.</param>
/// <param name="Version">The version it would be, from 1.</param>
/// <param name="Note">A sentence for people where the outcome needs one, or null.</param>
public sealed record IngestPlan(DocumentId Document, IngestAction Action, int Version, string? Note = null);

/// <summary>A passage of the old version and the one that took its place.</summary>
/// <param name="Old">Its id before.</param>
/// <param name="New">Its id now.</param>
/// <param name="Similarity">Share of common words, 0 to 1.</param>
public sealed record MovedPassage(PassageId Old, PassageId New, double Similarity);

/// <summary>What saving a document did.</summary>
/// <param name="Plan">What was done.</param>
/// <param name="Moved">Passages whose words changed a little; reviews, baskets and links followed them.</param>
/// <param name="Lost">Passages with reviews or in baskets that have no successor; what hung on them is kept, with their old words.</param>
public sealed record SaveResult(IngestPlan Plan, IReadOnlyList<MovedPassage> Moved, IReadOnlyList<PassageId> Lost)
{
    /// <summary>Documents in the store with much the same words, those most alike first.</summary>
    public IReadOnlyList<RelatedForm> Related { get; init; } = [];
}
