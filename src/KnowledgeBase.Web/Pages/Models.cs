using KnowledgeBase.Documents;
using KnowledgeBase.Search.Answers;
using KnowledgeBase.Search.Query;
using KnowledgeBase.Store;
using KnowledgeBase.Store.Desk;
using KnowledgeBase.Web.Api;
using KnowledgeBase.Web.Desk;
using KnowledgeBase.Web.Images;
using KnowledgeBase.Web.Reading;

namespace KnowledgeBase.Web.Pages;

/// <summary>What the search page shows.</summary>
/// <param name="Parameters">What was asked.</param>
/// <param name="Offset">Hits before this page.</param>
public sealed record SearchModel(SearchParameters Parameters, int Offset)
{
    /// <summary>Hits on all pages: those that hold the words, and those added for their meaning.</summary>
    public int All => Answer is { } answer ? answer.Total + (answer.Added ?? 0) : 0;

    /// <summary>The answer, or null when the query cannot be read or nothing was asked yet.</summary>
    public SearchAnswer? Answer { get; init; }

    /// <summary>Why the query cannot be read, or null.</summary>
    public QueryError? Error { get; init; }

    /// <summary>Collections that hits can be put into; empty for those who are no editors.</summary>
    public CollectModel? Collect { get; init; }

    /// <summary>The collections that hits are in already.</summary>
    public IReadOnlyDictionary<PassageId, IReadOnlyList<CollectionUse>> Uses { get; init; } =
        new Dictionary<PassageId, IReadOnlyList<CollectionUse>>();

    /// <summary>Titles of the documents chosen as filters, by id, as far as the viewer may see them.</summary>
    public IReadOnlyDictionary<string, string> Titles { get; init; } = new Dictionary<string, string>();

    /// <summary>Number of documents that the viewer may see; only where nothing was asked yet.</summary>
    public int Documents { get; init; }
}

/// <summary>Where passages are collected.</summary>
/// <param name="Collections">All that there are.</param>
/// <param name="Current">The one last used, or null.</param>
public sealed record CollectModel(IReadOnlyList<CollectionInfo> Collections, CollectionInfo? Current)
{
    /// <summary>The heading last used in it, or null.</summary>
    public string? Section { get; init; }

    /// <summary>The headings that it has.</summary>
    public IReadOnlyList<string> Sections { get; init; } = [];
}

/// <summary>What the passage page shows.</summary>
/// <param name="Found">The passage in its document.</param>
/// <param name="Citation">In full.</param>
public sealed record PassageModel(PassageInDocument Found, string Citation)
{
    /// <summary>Pictures of the pages it stands on, with their number; empty where there are none.</summary>
    public IReadOnlyList<(int Page, PageImage Image)> Images { get; init; } = [];

    /// <summary>True when the link that led here was made when its words were others.</summary>
    public bool HasMoved { get; init; }

    /// <summary>The search it was found by, or null.</summary>
    public SearchParameters? Search { get; init; }

    /// <summary>Its place among the hits, from 1; 0 when it is no longer one.</summary>
    public int At { get; init; }

    /// <summary>The place that the link gave it.</summary>
    public int Asked { get; init; }

    /// <summary>Number of hits of that search.</summary>
    public int Total { get; init; }

    /// <summary>How many of them stand under the hits up to this one, as the same passage of another document.</summary>
    public int Folded { get; init; }

    /// <summary>The hit itself, when it was found by a search.</summary>
    public SearchHit? Hit { get; init; }

    /// <summary>The hit before it, or null.</summary>
    public SearchHit? Previous { get; init; }

    /// <summary>The hit after it, or null.</summary>
    public SearchHit? Next { get; init; }

    /// <summary>Size of the picture: 1 fits the column, 2 and 3 are larger.</summary>
    public int Zoom { get; init; } = 1;

    /// <summary>Collections it can be put into; null for those who are no editors.</summary>
    public CollectModel? Collect { get; init; }

    /// <summary>The collections it is in.</summary>
    public IReadOnlyList<CollectionUse> Uses { get; init; } = [];

    /// <summary>Passages that say something like it.</summary>
    public IReadOnlyList<SearchHit> Similar { get; init; } = [];
}

/// <summary>What the browse page shows.</summary>
/// <param name="Documents">All documents.</param>
/// <param name="Years">Years with passages, rising.</param>
/// <param name="Mapped">Those in the map of themes by paper, newest first.</param>
/// <param name="ByYear">Passages by theme, then year.</param>
/// <param name="ByDocument">Passages by document, then theme.</param>
/// <param name="ByAddressee">Recommendations by addressee.</param>
public sealed record BrowseModel(
    IReadOnlyList<DocumentInfo> Documents,
    IReadOnlyList<string> Years,
    IReadOnlyList<DocumentInfo> Mapped,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> ByYear,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> ByDocument,
    IReadOnlyDictionary<string, int> ByAddressee)
{
    /// <summary>Number of documents that could stand in the map.</summary>
    public int Tagged { get; init; }

    /// <summary>The words that the list of papers is narrowed by, or null.</summary>
    public string? Find { get; init; }

    /// <summary>The documents in the list of papers.</summary>
    public IReadOnlyList<DocumentInfo> Listed { get; init; } = Documents;
}

/// <summary>What the collection page shows.</summary>
/// <param name="Contents">The collection.</param>
/// <param name="Passages">Its passages as far as the viewer may see them and they are still there.</param>
public sealed record CollectionModel(CollectionContents Contents, IReadOnlyDictionary<PassageId, CollectedPassage> Passages)
{
    /// <summary>Passages of the file just imported that are not in this knowledge base; 0 for none.</summary>
    public int Missing { get; init; }

    /// <summary>Passages that the file named.</summary>
    public int Imported { get; init; }
}

/// <summary>A passage in a collection.</summary>
/// <param name="Found">The passage.</param>
/// <param name="Citation">In full.</param>
/// <param name="Others">Other collections that hold it.</param>
public sealed record CollectedPassage(PassageInDocument Found, string Citation, IReadOnlyList<CollectionUse> Others);

/// <summary>What the review page shows.</summary>
/// <param name="Next">The passage to decide on, or null when none is left.</param>
/// <param name="Progress">How far the reviewing is.</param>
public sealed record ReviewModel(PassageInDocument? Next, ReviewProgress Progress)
{
    /// <summary>Ids of passages that were put off, so that the queue does not come back to them.</summary>
    public IReadOnlyList<string> Skipped { get; init; } = [];

    /// <summary>How far people agree with each other.</summary>
    public IReadOnlyList<PeopleAgreement> People { get; init; } = [];

    /// <summary>The decision taken last, which can be taken back; or null.</summary>
    public Review? Last { get; init; }
}

/// <summary>How far the reviewing is.</summary>
/// <param name="Passages">Passages with a decision.</param>
/// <param name="Decisions">Decisions that hold.</param>
/// <param name="ByKind">Of each kind: decisions that say the machine was right, and that it was wrong.</param>
public sealed record ReviewProgress(int Passages, int Decisions, IReadOnlyDictionary<string, (int Right, int Wrong)> ByKind);
