using KnowledgeBase.Documents;
using KnowledgeBase.Export;
using KnowledgeBase.Search.Answers;
using KnowledgeBase.Store;
using KnowledgeBase.Store.Desk;
using KnowledgeBase.Web.Access;

namespace KnowledgeBase.Web.Reading;

/// <summary>
/// What one viewer may see of the store: the one way by which pages and API read it. What the viewer may not see is absent, as if it were not
/// in the store.
/// </summary>
/// <param name="parts">The store and its search.</param>
/// <param name="cache">Documents read lately.</param>
/// <param name="viewer">Who asks.</param>
public sealed class Library(SiteParts parts, DocumentCache cache, Viewer viewer)
{
    private readonly KnowledgeStore store = parts.Store;

    /// <summary>Who asks.</summary>
    public Viewer Viewer { get; } = viewer;

    /// <summary>Answers a query.</summary>
    public SearchOutcome Search(SearchRequest request, CancellationToken cancellation) =>
        parts.Search.Search(request with { Audience = Viewer.Audience }, cancellation);

    /// <summary>Answers a query with more hits than one answer holds: part after part of the same answer, whatever comes in meanwhile.</summary>
    /// <param name="request">The query; its limit is left aside.</param>
    /// <param name="most">Hits to give, from 0.</param>
    /// <param name="cancellation">Stops between parts.</param>
    public SearchOutcome SearchFar(SearchRequest request, int most, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var outcome = Search(request with { Limit = Math.Min(most, SearchRequest.MostHits) }, cancellation);
        if (outcome.Answer is not { } answer)
        {
            return outcome;
        }

        var hits = answer.Hits.ToList();
        var further = request with { AsOf = AnswerState.Read(answer.AsOf ?? ""), Facets = [] };
        while (hits.Count < most && request.Offset + hits.Count + (answer.Folded ?? 0) < answer.Total + (answer.Added ?? 0))
        {
            var part = Search(
                further with { Offset = request.Offset + hits.Count, Limit = Math.Min(most - hits.Count, SearchRequest.MostHits) }, cancellation).Answer!;
            if (part.Hits.Count == 0)
            {
                break;
            }

            hits.AddRange(part.Hits);
            answer = answer with { Folded = part.Folded ?? answer.Folded };
        }

        return new(answer with { Hits = hits }, null);
    }

    /// <summary>Passages of other documents like one, or null when there is no such passage for the viewer.</summary>
    public SearchAnswer? Similar(PassageId id, int limit, CancellationToken cancellation) => parts.Search.Similar(id, limit, Viewer.Audience, cancellation);

    /// <summary>All documents, by title.</summary>
    public IReadOnlyList<DocumentInfo> Documents() => [.. store.Documents.List().Where(IsVisible)];

    /// <summary>One document as a list shows it, or null.</summary>
    public DocumentInfo? Info(DocumentId id) => store.Documents.Info(id) is { } info && IsVisible(info) ? info : null;

    /// <summary>One document whole, or null.</summary>
    public StoredDocument? Document(DocumentId id) => Info(id) is null ? null : cache.Get(id);

    /// <summary>A passage or footnote with its document, or null; an old id is followed.</summary>
    public PassageInDocument? Passage(PassageId id)
    {
        if (store.Passages.Find(id) is not { } entry || Document(entry.Document) is not { } document)
        {
            return null;
        }

        return new(entry, document) { MovedFrom = entry.Passage.Id == id ? null : id };
    }

    /// <summary>True when the viewer may see a passage or footnote; an old id is followed.</summary>
    public bool Has(PassageId id) => store.Passages.Find(id) is { } entry && Info(entry.Document) is not null;

    /// <summary>All collections, the last changed first; what they count is what the viewer may see of them.</summary>
    public IReadOnlyList<CollectionInfo> Collections() => Viewer switch
    {
        { IsEditor: true } => store.Collections.List(),
        { Role: null } => [],
        _ => [.. store.Collections.List().Select(info => Collection(info.Id)?.Info).OfType<CollectionInfo>()],
    };

    /// <summary>
    /// One collection, or null. Words of passages that are gone are only for editors, who may see everything; a collection of which a reader
    /// may see no passage is not there for them, since its name and headings tell of the others. Visitors without a key see none.
    /// </summary>
    public CollectionContents? Collection(long id)
    {
        if (Viewer.Role is null || store.Collections.Get(id) is not { } contents)
        {
            return null;
        }

        if (Viewer.IsEditor)
        {
            return contents;
        }

        var visible = contents.Items.Where(item => Passage(item.Passage) is not null).ToArray();
        return visible.Length == 0 ? null : contents with { Items = visible, Info = contents.Info with { Count = visible.Length } };
    }

    /// <summary>Gathers passages for export.</summary>
    public CompilationBuilder Compilations() => new(store, Viewer.Audience, parts.Time);

    /// <summary>The documents with much the same words as one, as far as the viewer may see them.</summary>
    public IReadOnlyList<RelatedForm> RelatedTo(DocumentId id) => store.Related.FormsOf(id, Viewer.Audience);

    private bool IsVisible(DocumentInfo info) => info.Visibility <= Viewer.Audience;
}
