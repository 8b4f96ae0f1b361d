using KnowledgeBase.Search.Answers;
using KnowledgeBase.Store.Desk;

namespace KnowledgeBase.Web.Tests.Browser;

/// <summary>Every page of the site, by name, at an address that shows it filled.</summary>
internal static class SitePlaces
{
    public const string Query = "rivalry between mediators";

    public static readonly string[] Names =
    [
        "home", "search", "filtered", "nothing", "misread", "passage", "passage-without-pages", "document", "browse", "collections", "collection",
        "review", "upload", "job", "about", "help", "missing", "sign-in",
    ];

    /// <summary>Makes what the pages show that is not in the samples: a collection and a job.</summary>
    public static void Furnish(TestSite site)
    {
        var hits = Hits(site, "women armed groups");
        var made = site.Store.Collections.Create("Women in talks", "For the briefing in May", "local");
        site.Store.Collections.Add(
            made.Info.Id, [.. hits.Take(4).Select((hit, i) => new CollectionEntry(new(hit.PassageId), i < 2 ? "Good practices" : "Challenges", i == 0 ? "ask the author" : null))], "local");
        var job = site.Store.Jobs.Create("ingest", "report.pdf, notes.docx");
        site.Store.Jobs.Update(job.Id, JobState.Done, "2/2", null);
    }

    public static string Address(TestSite site, string name) => name switch
    {
        "home" => "/",
        "search" => "/search?q=" + Uri.EscapeDataString(Query),
        "filtered" => "/search?q=women+armed+groups&kind=good_practice&theme=inclusion",
        "nothing" => "/search?q=zzzxqy&kind=lesson",
        "misread" => "/search?q=kind:chalenge",
        "passage" => $"/passages/{Hits(site, Query, "pdf")[0].PassageId}?q={Uri.EscapeDataString(Query)}&at=1",
        "passage-without-pages" => $"/passages/{Hits(site, "trust", "html")[0].PassageId}",
        "document" => $"/documents/{Hits(site, Query, "pdf")[0].Document.Id}",
        "collection" => $"/collections/{site.Store.Collections.List()[0].Id}",
        "job" => $"/jobs/{site.Store.Jobs.Last(1)[0].Id}",
        "missing" => "/nothing/here",
        _ => $"/{name}",
    };

    /// <summary>Hits of a query that are paragraphs, of one format or of all.</summary>
    public static IReadOnlyList<SearchHit> Hits(TestSite site, string query, string? format = null) =>
    [
        .. site.Search.Search(new(query) { Limit = 50, Facets = [] }, CancellationToken.None).Answer!.Hits
            .Where(hit => hit.Role == "paragraph" && (format is null || hit.Document.File.EndsWith(format, StringComparison.Ordinal))),
    ];
}
