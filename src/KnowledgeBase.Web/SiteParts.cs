using KnowledgeBase.Ingestion;
using KnowledgeBase.Search.Answers;
using KnowledgeBase.Store;
using KnowledgeBase.Web.Images;

namespace KnowledgeBase.Web;

/// <summary>What the site serves; everything stays the caller's to dispose.</summary>
/// <param name="Store">The store.</param>
/// <param name="Search">Answers queries over it.</param>
/// <param name="Ingester">Takes uploads into it.</param>
/// <param name="Time">The clock.</param>
public sealed record SiteParts(KnowledgeStore Store, SearchService Search, Ingester Ingester, TimeProvider Time)
{
    /// <summary>Names and versions of the engines, as the About page shows them: what each does, then its name ("Passage index", "fts5/1").</summary>
    public Func<IReadOnlyList<SiteEngine>> Engines { get; init; } = () => [];

    /// <summary>Draws pages; by default with Poppler's pdftoppm.</summary>
    public PageDrawing DrawPage { get; init; } = PageImages.DrawWithPopplerAsync;
}

/// <summary>An engine that is in use.</summary>
/// <param name="Task">What it does.</param>
/// <param name="Name">Its name and version.</param>
public sealed record SiteEngine(string Task, string Name);
