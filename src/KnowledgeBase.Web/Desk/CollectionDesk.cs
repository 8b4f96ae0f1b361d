using KnowledgeBase.Documents;
using KnowledgeBase.Store.Desk;
using KnowledgeBase.Web.Reading;

namespace KnowledgeBase.Web.Desk;

/// <summary>
/// What editors do to collections: the API and the pages do it here, so that both refuse the same and log the same. Each act is noted.
/// Where a collection or an item is missing, the store's rejection tells it (<c>collection-not-found</c>, <c>collection-item-not-found</c>).
/// </summary>
/// <param name="parts">The store.</param>
/// <param name="library">What the editor may see.</param>
/// <param name="acts">The log.</param>
public sealed class CollectionDesk(SiteParts parts, Library library, ActLog acts)
{
    private readonly CollectionStore collections = parts.Store.Collections;

    /// <summary>Makes a collection, with passages or empty: whole or not at all.</summary>
    /// <exception cref="RejectedInputException">The name is taken or empty, or a passage is unknown.</exception>
    public CollectionContents Create(string? name, string? note, IReadOnlyList<CollectionEntry> entries, string? usedIn = null)
    {
        var made = collections.Create(name ?? "", note, Person, usedIn);
        try
        {
            made = entries.Count > 0 ? collections.Add(made.Info.Id, entries, Person) : made;
        }
        catch (RejectedInputException)
        {
            collections.Delete(made.Info.Id);
            throw;
        }

        acts.Note("collection.create", made.Info.Id, made.Info.Name);
        return made;
    }

    /// <summary>Makes a collection of an exported file's entries; passages that are not there are left out.</summary>
    /// <returns>The collection, and how many passages were left out.</returns>
    /// <exception cref="RejectedInputException">The name is taken or empty, or there are too many passages.</exception>
    public (CollectionContents Made, int Missing) Import(string name, CollectionFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        CollectionEntry[] here = [.. file.Entries.Where(entry => library.Has(entry.Passage))];
        return (Create(name, file.Note, here, file.UsedIn), file.Entries.Count - here.Length);
    }

    /// <summary>Changes name, introduction and where it was used.</summary>
    public CollectionContents Describe(long id, string? name, string? note, string? usedIn) =>
        Noted("collection.describe", collections.Describe(id, name ?? "", note, usedIn, Person), name);

    /// <summary>Adds passages; those in it already stay where they are.</summary>
    public CollectionContents Add(long id, IReadOnlyList<CollectionEntry> entries) =>
        Noted("collection.add", collections.Add(id, entries, Person), FormattableString.Invariant($"{entries.Count} passages"));

    /// <summary>Moves an item.</summary>
    /// <param name="id">The collection.</param>
    /// <param name="item">The item.</param>
    /// <param name="places">Below 0 is up.</param>
    public CollectionContents Move(long id, long item, int places) => Changed(collections.Move(id, item, places, Person), item);

    /// <summary>Gives an item a heading and a note; null leaves what it has, an empty text takes it away.</summary>
    public CollectionContents Annotate(long id, long item, string? section, string? note) =>
        Changed(collections.Annotate(id, item, section, note, Person), item);

    /// <summary>Takes an item out.</summary>
    public CollectionContents Remove(long id, long item) =>
        Noted("collection.remove", collections.Remove(id, item, Person), FormattableString.Invariant($"item {item}"));

    /// <summary>Puts the items under headings.</summary>
    /// <param name="id">The collection.</param>
    /// <param name="headingOf">The heading of an item, or null for none.</param>
    public void Arrange(long id, Func<CollectionItem, string?> headingOf)
    {
        collections.Arrange(id, headingOf, Person);
        acts.Note("collection.change", id, "arranged");
    }

    /// <summary>Takes the last change back.</summary>
    /// <param name="id">The collection.</param>
    /// <param name="change">The change that is meant, so that nobody takes back another editor's; null for whichever is the last.</param>
    /// <returns>The collection, or null when there is nothing to take back, or another change is the last.</returns>
    public CollectionContents? Undo(long id, long? change) => collections.Undo(id, change) is { } contents ? Noted("collection.undo", contents, null) : null;

    /// <summary>Deletes it; <see cref="BringBack"/> restores it.</summary>
    /// <returns>False when it is not there.</returns>
    public bool Delete(long id) => Noted("collection.delete", id, collections.Delete(id));

    /// <summary>Brings a deleted collection back.</summary>
    /// <returns>False when there is no such deleted collection.</returns>
    public bool BringBack(long id) => Noted("collection.restore", id, collections.BringBack(id));

    private string Person => library.Viewer.Name;

    private CollectionContents Changed(CollectionContents contents, long item) =>
        Noted("collection.change", contents, FormattableString.Invariant($"item {item}"));

    private CollectionContents Noted(string what, CollectionContents contents, string? detail)
    {
        acts.Note(what, contents.Info.Id, detail);
        return contents;
    }

    private bool Noted(string what, long id, bool done)
    {
        if (done)
        {
            acts.Note(what, id);
        }

        return done;
    }
}
