using KnowledgeBase.Documents;
using KnowledgeBase.Documents.Json;
using KnowledgeBase.Search.Citing;
using KnowledgeBase.Store;
using KnowledgeBase.Web.Access;
using KnowledgeBase.Web.Desk;
using KnowledgeBase.Web.Hosting;
using KnowledgeBase.Web.Images;
using KnowledgeBase.Web.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace KnowledgeBase.Web.Api;

/// <summary>Documents: list, content, original file, pictures of pages; removing them and saying who may see them.</summary>
internal static class DocumentEndpoints
{
    private const int MostItems = 200;

    public static void Map(RouteGroupBuilder api)
    {
        var documents = api.MapGroup("/documents").WithTags("documents");
        documents.MapGet("/", List).WithName("listDocuments").WithSummary("Lists documents by title.").WithStoreETag();
        documents.MapGet("/{id}", Get).WithName("getDocument").WithSummary("One document whole, as 'kb show --json' writes it.")
            .Produces(StatusCodes.Status200OK, contentType: "application/json").ProducesProblem(StatusCodes.Status404NotFound).WithStoreETag();
        documents.MapGet("/{id}/passages", Passages).WithName("listPassages").WithSummary("The passages of a document in reading order, then its footnotes.")
            .ProducesProblem(StatusCodes.Status404NotFound).WithStoreETag();
        documents.MapGet("/{id}/original", Original).WithName("getOriginal").WithSummary("The file that was taken in.")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream").ProducesProblem(StatusCodes.Status404NotFound);
        documents.MapGet("/{id}/pages/{page:int:min(1)}.png", PageImage).WithName("getPageImage").WithSummary("The picture of a PDF page.")
            .Produces(StatusCodes.Status200OK, contentType: "image/png").ProducesProblem(StatusCodes.Status404NotFound);
        documents.MapPatch("/{id}/front", Describe).WithName("describeDocument")
            .WithSummary("Says what title, authors or year are where they were read wrongly; holds through every later reading.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ForEditors();
        documents.MapPut("/{id}/visibility", SetVisibility).WithName("setVisibility").WithSummary("Says who may see a document.")
            .ProducesProblem(StatusCodes.Status404NotFound).ForAdmins();
        documents.MapDelete("/{id}", Remove).WithName("removeDocument").WithSummary("Removes a document with its passages, tags and decisions.")
            .ProducesProblem(StatusCodes.Status404NotFound).ForAdmins();
    }

    /// <summary>The original as a download; its type is never one that a browser would run.</summary>
    internal static Results<FileStreamHttpResult, ProblemHttpResult> Original(string id, Library library, SiteParts parts)
    {
        if (library.Info(new(id)) is not { } info || parts.Store.Documents.OpenOriginal(info.Id) is not { } stream)
        {
            return Problems.NotFound("document");
        }

        var type = info.Source.Format == SourceFormat.Pdf ? "application/pdf" : "application/octet-stream";
        return TypedResults.Stream(stream, type, info.Source.FileName, info.UpdatedAt, new($"\"{info.Source.Sha256}\""), enableRangeProcessing: true);
    }

    internal static async Task<Results<PhysicalFileHttpResult, ProblemHttpResult>> PageImage(
        string id, int page, Library library, PageImages images, SiteMetrics metrics, HttpResponse response, CancellationToken cancellation, int dpi = PageImages.ReadingDpi)
    {
        SearchParameters.Check(PageImages.ResolutionsDpi.Contains(dpi), $"'dpi' is one of {string.Join(", ", PageImages.ResolutionsDpi)}.");
        if (library.Document(new(id)) is not { } stored || page > (stored.Tagged.Document.PageCount ?? 0)
            || await images.GetAsync(stored.Info, page, dpi, cancellation).ConfigureAwait(false) is not { } image)
        {
            return Problems.NotFound("page image");
        }

        metrics.ImageGiven();
        // Named by the file's hash, so it never changes; asked for again after an hour in case the viewer may no longer see it.
        response.Headers.CacheControl = "private, max-age=3600";
        return TypedResults.PhysicalFile(image.Path, "image/png", entityTag: new($"\"{Path.GetFileNameWithoutExtension(image.Path)}\""));
    }

    private static Ok<Part<DocumentSummary>> List(Library library, int limit = 50, int offset = 0)
    {
        CheckPart(limit, offset);
        var all = library.Documents();
        return TypedResults.Ok(new Part<DocumentSummary>(
            all.Count, offset, [.. all.Skip(offset).Take(limit).Select(info => ShapeWriter.Shape(info, library.Viewer))]));
    }

    private static Results<ContentHttpResult, ProblemHttpResult> Get(string id, Library library) => library.Document(new(id)) is { } stored
        ? TypedResults.Content(DocumentJson.WriteStored(stored.Tagged.Document, stored.Tags, library.RelatedTo(stored.Info.Id), why: false), "application/json; charset=utf-8")
        : Problems.NotFound("document");

    private static Results<Ok<Part<PassageShown>>, ProblemHttpResult> Passages(string id, Library library, int limit = 50, int offset = 0)
    {
        CheckPart(limit, offset);
        if (library.Document(new(id)) is not { } stored)
        {
            return Problems.NotFound("document");
        }

        var entries = PassageEntry.Of(stored.Tagged.Document);
        var citations = new CitationWriter(CitationStyle.Chicago);
        return TypedResults.Ok(new Part<PassageShown>(
            entries.Count, offset, [.. entries.Skip(offset).Take(limit).Select(entry => ShapeWriter.Shape(new(entry, stored), citations))]));
    }

    private static Results<NoContent, ProblemHttpResult> Describe(string id, FrontInput input, DocumentDesk desk, CancellationToken cancellation) =>
        desk.Describe(id, input, cancellation) ? TypedResults.NoContent() : Problems.NotFound("document");

    private static Results<NoContent, ProblemHttpResult> SetVisibility(string id, VisibilityInput input, DocumentDesk desk) =>
        desk.SetVisibility(id, input.Visibility) ? TypedResults.NoContent() : Problems.NotFound("document");

    private static Results<NoContent, ProblemHttpResult> Remove(string id, DocumentDesk desk) =>
        desk.Remove(id) ? TypedResults.NoContent() : Problems.NotFound("document");

    private static void CheckPart(int limit, int offset)
    {
        SearchParameters.Check(limit is >= 1 and <= MostItems, $"'limit' goes from 1 to {MostItems}.");
        SearchParameters.Check(offset >= 0, "'offset' begins at 0.");
    }
}
