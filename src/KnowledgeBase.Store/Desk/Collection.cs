using KnowledgeBase.Documents;

namespace KnowledgeBase.Store.Desk;

/// <summary>A basket of passages as a list shows it.</summary>
/// <param name="Id">Its number, never used again.</param>
/// <param name="Name">Not empty, 200 characters at most; no two baskets share one.</param>
/// <param name="Person">Who made it.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When it last changed.</param>
public sealed record CollectionInfo(long Id, string Name, string Person, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    /// <summary>Words of introduction, or null.</summary>
    public string? Note { get; init; }

    /// <summary>The publication that its passages were used in, or null.</summary>
    public string? UsedIn { get; init; }

    /// <summary>Number of passages in it, those included whose documents are gone.</summary>
    public int Count { get; init; }
}

/// <summary>A basket with its passages.</summary>
/// <param name="Info">What a list shows.</param>
/// <param name="Items">In order; items of one section stand together.</param>
public sealed record CollectionContents(CollectionInfo Info, IReadOnlyList<CollectionItem> Items)
{
    /// <summary>What the last change did, which <see cref="CollectionStore.Undo"/> would take back; null when nothing is left to undo.</summary>
    public string? LastChange { get; init; }

    /// <summary>Number of that change, never used again; null when nothing is left to undo.</summary>
    public long? LastChangeId { get; init; }
}

/// <summary>A passage in a basket.</summary>
/// <param name="Id">Number of the item, never used again.</param>
/// <param name="Passage">The passage, under its present id.</param>
/// <param name="Text">Its words when it was added: what is left of it when its document is gone.</param>
/// <param name="AddedBy">Who added it.</param>
/// <param name="AddedAt">When.</param>
public sealed record CollectionItem(long Id, PassageId Passage, string Text, string AddedBy, DateTimeOffset AddedAt)
{
    /// <summary>The heading it stands under, or null.</summary>
    public string? Section { get; init; }

    /// <summary>A person's note on it, or null.</summary>
    public string? Note { get; init; }

    /// <summary>The id under which it was added, when the passage's words have changed since; else null.</summary>
    public PassageId? MovedFrom { get; init; }
}

/// <summary>A basket that holds a passage.</summary>
/// <param name="Id">The basket.</param>
/// <param name="Name">Its name.</param>
/// <param name="UsedIn">The publication that its passages were used in, or null.</param>
public sealed record CollectionUse(long Id, string Name, string? UsedIn);

/// <summary>A passage to be put into a basket.</summary>
/// <param name="Passage">The passage or footnote; an old id is followed.</param>
/// <param name="Section">The heading it goes under, or null.</param>
/// <param name="Note">A note on it, or null.</param>
public sealed record CollectionEntry(PassageId Passage, string? Section = null, string? Note = null);
