using KnowledgeBase.Extraction.Processes;
using KnowledgeBase.Search.Citing;
using KnowledgeBase.Store;
using KnowledgeBase.Web.Access;
using KnowledgeBase.Web.Api;
using KnowledgeBase.Web.Desk;
using KnowledgeBase.Web.Images;
using KnowledgeBase.Web.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace KnowledgeBase.Web.Pages;

/// <summary>The page of one passage and the page of one document.</summary>
internal static class ReadingPages
{
    // A passage that runs over more pages than this is shown on the first ones.
    private const int MostPages = 4;
    private const int ShownSimilar = 5;
    private const string Moved = "moved";

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/passages/{id}", Passage);
        pages.MapGet("/documents/{id}", Document);
        pages.MapPost("/documents/{id}/describe", Describe).ForEditors();
        pages.MapPost("/documents/{id}/visibility", SetVisibility).ForAdmins();
        pages.MapPost("/documents/{id}/remove", Remove).ForAdmins();
    }

    private static async Task<IResult> Passage(
        string id, [AsParameters] SearchParameters search, Library library, SiteParts parts, PageImages images, HttpRequest request,
        CancellationToken cancellation, int at = 0, int zoom = 1, string? moved = null)
    {
        if (library.Passage(new(id)) is not { } found)
        {
            return SitePages.NotFound();
        }

        if (found.MovedFrom is not null)
        {
            // The old address keeps working, with the search that it was found by, and the page says that the words changed.
            var query = QueryString.Create(request.Query.Where(pair => pair.Key != Moved)).Add(Moved, id);
            return TypedResults.LocalRedirect($"/passages/{found.Entry.Passage.Id}{query}");
        }

        var info = found.Document.Info;
        var model = new PassageModel(found, new CitationWriter(CitationStyle.Chicago).CitePassage(info.Front, info.Source.FileName, found.Entry).Text)
        {
            Images = await DrawAsync(found, images, cancellation).ConfigureAwait(false),
            Zoom = Math.Clamp(zoom, 1, 3),
            // Not taken from the address alone: anybody can write one.
            HasMoved = moved is not null && library.Passage(new(moved)) is { MovedFrom: not null } old && old.Entry.Passage.Id == found.Entry.Passage.Id,
            Collect = CollectPlace.Of(library, request),
            Uses = library.Viewer.Role is null ? [] : parts.Store.Collections.Uses([found.Entry.Passage.Id]).GetValueOrDefault(found.Entry.Passage.Id, []),
            Similar = library.Similar(found.Entry.Passage.Id, ShownSimilar, cancellation)?.Hits ?? [],
        };
        return SitePages.Show<PassagePage>(new { Model = at > 0 ? WithHits(model, search, at, library, cancellation) : model });
    }

    private static PassageModel WithHits(PassageModel model, SearchParameters search, int at, Library library, CancellationToken cancellation)
    {
        var before = at > 1 ? 1 : 0;
        var outcome = library.Search(search.ToRequest(before + 2, Math.Min(at - 1 - before, SearchParameters.MaxOffset)) with { Facets = [], Helps = false }, cancellation);
        if (outcome.Answer is not { } answer)
        {
            return model;
        }

        // A tag just found wrong, or a change of the store, takes the passage from the hits: the next one has moved up to its place.
        var hit = answer.Hits.FirstOrDefault(hit => hit.PassageId == model.Found.Entry.Passage.Id.Value);
        var place = hit?.Rank ?? at;
        return model with
        {
            Search = search,
            Asked = at,
            At = hit?.Rank ?? 0,
            Total = answer.Total + (answer.Added ?? 0),
            Folded = answer.Folded ?? 0,
            Hit = hit,
            Previous = answer.Hits.FirstOrDefault(other => other.Rank == place - 1),
            Next = answer.Hits.FirstOrDefault(other => other.Rank == (hit is null ? place : place + 1)),
        };
    }

    private static async Task<IReadOnlyList<(int Page, PageImage Image)>> DrawAsync(PassageInDocument found, PageImages images, CancellationToken cancellation)
    {
        var drawn = new List<(int, PageImage)>();
        try
        {
            foreach (var page in found.Boxes.Select(box => box.Page).Distinct().Order().Take(MostPages))
            {
                if (await images.GetAsync(found.Document.Info, page, PageImages.ReadingDpi, cancellation).ConfigureAwait(false) is { } image)
                {
                    drawn.Add((page, image));
                }
            }
        }
        catch (ToolMissingException)
        {
            // Without pdftoppm the passage is shown in its running text, as for formats without pages.
        }

        return drawn;
    }

    private static IResult Document(string id, Library library) => library.Document(new(id)) is { } stored
        ? SitePages.Show<DocumentPage>(new { Model = stored })
        : SitePages.NotFound();

    private static IResult Describe(
        string id, [FromForm] string? title, [FromForm] string? subtitle, [FromForm] string? authors, [FromForm] string? year, [FromForm] string? series,
        [FromForm] string? number, [FromForm] string? publisher, DocumentDesk desk, CancellationToken cancellation)
    {
        var input = new FrontInput
        {
            Title = title,
            Subtitle = subtitle,
            Authors = authors?.Split('\n'),
            Year = year,
            Series = series,
            Number = number,
            Publisher = publisher,
        };
        return desk.Describe(id, input, cancellation) ? SitePages.Back($"/documents/{id}") : SitePages.NotFound();
    }

    private static IResult SetVisibility(string id, [FromForm] string? visibility, DocumentDesk desk) =>
        desk.SetVisibility(id, visibility) ? SitePages.Back($"/documents/{id}") : SitePages.NotFound();

    private static IResult Remove(string id, DocumentDesk desk) => desk.Remove(id) ? SitePages.Back("/browse") : SitePages.NotFound();
}
