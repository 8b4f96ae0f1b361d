using KnowledgeBase.Store.Desk;

namespace KnowledgeBase.Web.Desk;

/// <summary>What a file says of a collection.</summary>
/// <param name="Entries">Its passages, with their headings and notes.</param>
public sealed record CollectionFile(IReadOnlyList<CollectionEntry> Entries)
{
    /// <summary>Its name, or null where the file has no head line.</summary>
    public string? Name { get; init; }

    /// <summary>Its introduction, or null.</summary>
    public string? Note { get; init; }

    /// <summary>The publication it was used in, or null.</summary>
    public string? UsedIn { get; init; }
}
