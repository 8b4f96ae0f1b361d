using KnowledgeBase.Documents;
using KnowledgeBase.Store;

namespace KnowledgeBase.Web.Reading;

/// <summary>A passage or footnote with the document it stands in.</summary>
/// <param name="Entry">The passage.</param>
/// <param name="Document">Its document.</param>
public sealed record PassageInDocument(PassageEntry Entry, StoredDocument Document)
{
    /// <summary>The old id that was asked for, when the passage's words have changed since; else null.</summary>
    public PassageId? MovedFrom { get; init; }

    /// <summary>The tags that hold.</summary>
    public PassageTags Tags => Document.Tags.GetValueOrDefault(Entry.Passage.Id, PassageTags.None);

    /// <summary>Where it is printed; the store's entry has no boxes.</summary>
    public IReadOnlyList<PageBox> Boxes =>
        Document.Tagged.Document.Passages.FirstOrDefault(passage => passage.Id == Entry.Passage.Id)?.Boxes
        ?? Document.Tagged.Document.Footnotes.FirstOrDefault(note => note.Id == Entry.Passage.Id)?.Boxes
        ?? [];

    /// <summary>The footnotes that its text cites, in order of their marks.</summary>
    public IReadOnlyList<Footnote> Footnotes => [.. Document.Tagged.Document.Footnotes.Where(note => note.CitedBy == Entry.Passage.Id)];

    /// <summary>Decisions that people took on it, oldest first.</summary>
    public IReadOnlyList<Review> Reviews => [.. Document.Reviews.Where(review => review.Passage == Entry.Passage.Id)];

    /// <summary>The printed label of a page, or null.</summary>
    /// <param name="page">From 1.</param>
    public string? LabelOf(int page) =>
        Document.Tagged.Document.PageLabels is { } labels && page >= 1 && page <= labels.Count ? labels[page - 1] : null;
}
