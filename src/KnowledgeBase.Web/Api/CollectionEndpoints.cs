using KnowledgeBase.Search.Citing;
using KnowledgeBase.Store.Desk;
using KnowledgeBase.Web.Access;
using KnowledgeBase.Web.Desk;
using KnowledgeBase.Web.Hosting;
using KnowledgeBase.Web.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace KnowledgeBase.Web.Api;

/// <summary>Collections of passages.</summary>
internal static class CollectionEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var collections = api.MapGroup("/collections").WithTags("collections");
        collections.MapGet("/", List).WithName("listCollections").WithSummary("Lists collections, the last changed first.");
        collections.MapPost("/", Create).WithName("createCollection").WithSummary("Makes a collection, with passages or empty.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict).ForEditors();
        var one = collections.MapGroup("/{id:long}").ProducesProblem(StatusCodes.Status404NotFound);
        one.MapGet("/", Get).WithName("getCollection").WithSummary("One collection with its passages.");
        one.MapPut("/", Describe).WithName("describeCollection").WithSummary("Changes name, note and where it was used.").ForEditors();
        one.MapDelete("/", Delete).WithName("deleteCollection").WithSummary("Deletes a collection; 'restore' brings it back.").ForEditors();
        one.MapPost("/restore", BringBack).WithName("restoreCollection").WithSummary("Brings a deleted collection back.").ForEditors();
        one.MapPost("/undo", Undo).WithName("undoCollection").WithSummary("Takes the last change back; with 'change' only when that one is the last.").ProducesProblem(StatusCodes.Status409Conflict).ForEditors();
        one.MapPost("/items", Add).WithName("addToCollection").WithSummary("Adds passages; those in it already stay where they are.").ForEditors();
        one.MapPatch("/items/{item:long}", Change).WithName("changeCollectionItem").WithSummary("Moves a passage, or changes its heading and note.").ForEditors();
        one.MapDelete("/items/{item:long}", Remove).WithName("removeFromCollection").WithSummary("Takes a passage out.").ForEditors();
    }

    private static Ok<IReadOnlyList<CollectionSummary>> List(Library library) =>
        TypedResults.Ok<IReadOnlyList<CollectionSummary>>([.. library.Collections().Select(ShapeWriter.Shape)]);

    private static Results<Ok<CollectionShown>, ProblemHttpResult> Get(long id, Library library) =>
        library.Collection(id) is { } contents ? Shown(contents, library) : Problems.NotFound("collection");

    private static Created<CollectionShown> Create(CollectionImport input, Library library, CollectionDesk desk)
    {
        var made = desk.Create(input.Name, input.Note, Entries(input.Items));
        return TypedResults.Created($"{SitePaths.Api}/collections/{made.Info.Id}", ShapeWriter.Shape(made, library, Citations));
    }

    private static Ok<CollectionShown> Describe(long id, CollectionInput input, Library library, CollectionDesk desk) =>
        Shown(desk.Describe(id, input.Name, input.Note, input.UsedIn), library);

    private static Results<NoContent, ProblemHttpResult> Delete(long id, CollectionDesk desk) =>
        desk.Delete(id) ? TypedResults.NoContent() : Problems.NotFound("collection");

    private static Results<Ok<CollectionShown>, ProblemHttpResult> BringBack(long id, Library library, CollectionDesk desk) =>
        desk.BringBack(id) ? Shown(library.Collection(id)!, library) : Problems.NotFound("deleted collection");

    private static Results<Ok<CollectionShown>, ProblemHttpResult> Undo(long id, Library library, CollectionDesk desk, long? change = null) =>
        desk.Undo(id, change) is { } contents ? Shown(contents, library)
        : change is not null ? Problems.Of(
            StatusCodes.Status409Conflict, "change-not-last", $"Change {change} is not the last of this collection, or was taken back. Read it again: 'last_change_id' says which is.")
        : Problems.Of(StatusCodes.Status409Conflict, "nothing-to-undo", "No change of this collection is left to undo.");

    private static Ok<CollectionShown> Add(long id, CollectionItemsInput input, Library library, CollectionDesk desk) =>
        Shown(desk.Add(id, Entries(input.Items)), library);

    private static Ok<CollectionShown> Change(long id, long item, CollectionItemChange input, Library library, CollectionDesk desk) =>
        Shown(input.Move is { } places ? desk.Move(id, item, places) : desk.Annotate(id, item, input.Section, input.Note), library);

    private static Ok<CollectionShown> Remove(long id, long item, Library library, CollectionDesk desk) => Shown(desk.Remove(id, item), library);

    private static CitationWriter Citations => new(CitationStyle.Chicago);

    private static Ok<CollectionShown> Shown(CollectionContents contents, Library library) =>
        TypedResults.Ok(ShapeWriter.Shape(contents, library, Citations));

    private static List<CollectionEntry> Entries(IReadOnlyList<CollectionItemInput>? items) =>
        [.. (items ?? []).Select(item => new CollectionEntry(new(item?.PassageId ?? ""), item?.Section, item?.Note))];
}
