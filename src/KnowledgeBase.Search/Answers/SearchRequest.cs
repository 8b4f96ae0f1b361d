using KnowledgeBase.Documents;
using KnowledgeBase.Search.Citing;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Query;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Answers;

/// <summary>What a user asks.</summary>
/// <param name="Query">In the query language; empty for everything.</param>
public sealed record SearchRequest(string Query)
{
    /// <summary>The most hits that one answer gives.</summary>
    public const int MostHits = 200;

    /// <summary>True to look for related terms of the thesaurus too, which the answer then names; default true.</summary>
    public bool Expand { get; init; } = true;

    /// <summary>Filters chosen beside the query; AND between fields, OR within one. See <see cref="FieldValues.Parse"/>.</summary>
    public IReadOnlyList<SearchFilter> Filters { get; init; } = [];

    /// <summary>Where the tags, places and organisations of filters are looked for; default on the passage itself.</summary>
    public TagScope Within { get; init; } = TagScope.Passage;

    /// <summary>Hits to give, 0 to <see cref="MostHits"/>; default 10.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>Hits to skip, from 0; default 0.</summary>
    public int Offset { get; init; }

    /// <summary>To go on in an earlier answer to the same question: what that gave as <see cref="SearchAnswer.AsOf"/>. Null, the default, for the store as it is.</summary>
    public AnswerState? AsOf { get; init; }

    /// <summary>The order of hits; default relevance.</summary>
    public HitOrder Order { get; init; } = HitOrder.Relevance;

    /// <summary>
    /// How passages are found and ordered; null, the default, means hybrid where vectors are at hand and the order is by relevance,
    /// else keyword.
    /// </summary>
    public SearchMode? Mode { get; init; }

    /// <summary>
    /// True to show the same passage of related documents (another format, a revision, a summary) once, with the others named; offsets then
    /// count what is shown. The total and the facets count every passage all the same. Default false.
    /// </summary>
    public bool Group { get; init; }

    /// <summary>The facets to count; default all.</summary>
    public IReadOnlyList<FilterField> Facets { get; init; } = Enum.GetValues<FilterField>();

    /// <summary>Most values given for one facet, those with most hits; default 50.</summary>
    public int FacetValues { get; init; } = 50;

    /// <summary>True, the default, to name documents that the query names, and near spellings of words that no passage has, beside the hits.</summary>
    public bool Helps { get; init; } = true;

    /// <summary>How hits are cited; default Chicago.</summary>
    public CitationStyle Style { get; init; } = CitationStyle.Chicago;

    /// <summary>Gives the words of the answer in the reader's language; default English, as the command line and the JSON have them.</summary>
    public Func<CodedText, string> Say { get; init; } = CodedText.InEnglish;

    /// <summary>Who asks; what they may not see takes no part. Default everything.</summary>
    public Visibility Audience { get; init; } = Visibility.Restricted;
}

/// <summary>How passages are found and ordered.</summary>
public enum SearchMode
{
    /// <summary>By the query's words alone.</summary>
    Keyword,

    /// <summary>Found by words or by meaning, ordered by meaning alone.</summary>
    Meaning,

    /// <summary>Found by words or by meaning, ordered by both together.</summary>
    Hybrid,
}
