using KnowledgeBase.Search.Query;
using KnowledgeBase.Store;
using KnowledgeBase.Store.Care;

namespace KnowledgeBase.Search.Index;

/// <summary>
/// Finds passages. An index is derived from the store and follows it: it may lag behind, and answers from one state of the store at a time.
/// Implementations pass the suite PassageIndexConformance of the tests, and are safe to use from several threads.
/// </summary>
public interface IPassageIndex : IDisposable
{
    /// <summary>Name and version of the engine, such as "fts5/1".</summary>
    string Engine { get; }

    /// <summary>The generation of the store that answers show, see <see cref="Store.Index.StoreSnapshot.Generation"/>; 0 before the index first followed.</summary>
    long Generation { get; }

    /// <summary>Brings the index to the store's present state: documents that came, changed or went since it last did.</summary>
    void Follow(CancellationToken cancellation);

    /// <summary>Makes the index anew from the store.</summary>
    /// <returns>The number of documents indexed.</returns>
    int Rebuild(IProgress<CareProgress>? progress, CancellationToken cancellation);

    /// <summary>Answers a query from the state last followed.</summary>
    IndexAnswer Search(IndexQuery query, CancellationToken cancellation);

    /// <summary>The unstemmed words of the passages that take part, with the number of passages that have them; in no order.</summary>
    IReadOnlyList<VocabularyWord> Vocabulary(Viewpoint view);

    /// <summary>The built-in thesaurus, and the short forms that the documents explain which take part.</summary>
    Thesaurus Terms(Viewpoint view);
}

/// <summary>A word of the store's own vocabulary.</summary>
/// <param name="Form">Folded, unstemmed.</param>
/// <param name="Passages">Passages with it in their text.</param>
public readonly record struct VocabularyWord(string Form, int Passages);

/// <summary>What an index is asked.</summary>
/// <param name="Root">What must match.</param>
/// <param name="Filters">What must hold besides; each field is left out of account for its own facet.</param>
/// <param name="Offset">Hits to skip, from 0.</param>
/// <param name="Limit">Hits to give, from 0.</param>
public sealed record IndexQuery(IndexNode Root, IReadOnlyList<SearchFilter> Filters, int Offset, int Limit)
{
    /// <summary>Only documents that this audience may see take part, in counts and word statistics too.</summary>
    public Visibility Audience { get; init; } = Visibility.Restricted;

    /// <summary>Only documents up to this row take part, as they did before later ones came; default all.</summary>
    public long UpTo { get; init; } = long.MaxValue;

    internal Viewpoint View => new(Audience, UpTo);

    /// <summary>The facets to count; default none.</summary>
    public IReadOnlyList<FilterField> Facets { get; init; } = [];

    /// <summary>Most values given for one facet, those with most hits; default 50.</summary>
    public int FacetValues { get; init; } = 50;

    /// <summary>The order of hits.</summary>
    public HitOrder Order { get; init; } = HitOrder.Relevance;

    /// <summary>Where the tags, places and organisations of filters and facets are looked for; default on the passage itself.</summary>
    public TagScope Within { get; init; } = TagScope.Passage;

    /// <summary>Orders by meaning too, and adds what means the same; null for words alone. Only with the order by relevance.</summary>
    public MeaningRequest? Meaning { get; init; }
}

/// <summary>The order of hits.</summary>
public enum HitOrder
{
    /// <summary>Best first; equal ones as they stand in the store.</summary>
    Relevance,

    /// <summary>Newest year first, undated last; within a year by relevance.</summary>
    Year,

    /// <summary>By document as added, in reading order.</summary>
    Document,
}

/// <summary>A passage that matches.</summary>
/// <param name="Row">Its row in the store.</param>
/// <param name="Score">0 or more; orders within one answer only.</param>
public readonly record struct IndexHit(long Row, double Score)
{
    /// <summary>True when it was added for its meaning, though the query's words do not match.</summary>
    public bool ByMeaningAlone { get; init; }
}

/// <summary>How many hits have a value.</summary>
/// <param name="Value">As filters take it.</param>
/// <param name="Count">Hits that would be found with this value chosen for its field, in place of what is chosen there, all other filters standing.</param>
public sealed record FacetValue(string Value, int Count)
{
    /// <summary>Hits that come to those found now when it is chosen besides what is chosen for its field, 0 for what is chosen itself; null when nothing is.</summary>
    public int? Adds { get; init; }
}

/// <summary>What an index answers.</summary>
/// <param name="Total">Number of passages that match and for which the filters hold.</param>
/// <param name="Hits">The part asked for, in order.</param>
/// <param name="Facets">Values by field, those with most hits first, equal ones by value; values without hits are left out.</param>
public sealed record IndexAnswer(int Total, IReadOnlyList<IndexHit> Hits, IReadOnlyDictionary<FilterField, IReadOnlyList<FacetValue>> Facets)
{
    /// <summary>Passages added for their meaning alone; they stand among the hits, but neither in the total nor in the facets.</summary>
    public int Added { get; init; }

    /// <summary>Row of the newest document that the index knew, seen or not; 0 for none.</summary>
    public long Newest { get; init; }
}
