using KnowledgeBase.Documents;
using KnowledgeBase.Search.Citing;
using KnowledgeBase.Store.Desk;
using KnowledgeBase.Web.Access;
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
        one.MapPost("/undo", Undo).WithName("undoCollection").WithSummary("Takes the last change back.").ProducesProblem(StatusCodes.Status409Conflict).ForEditors();
        one.MapPost("/items", Add).WithName("addToCollection").WithSummary("Adds passages; those in it already stay where they are.").ForEditors();
        one.MapPatch("/items/{item:long}", Change).WithName("changeCollectionItem").WithSummary("Moves a passage, or changes its heading and note.").ForEditors();
        one.MapDelete("/items/{item:long}", Remove).WithName("removeFromCollection").WithSummary("Takes a passage out.").ForEditors();
    }

    private static Ok<IReadOnlyList<CollectionSummary>> List(Library library) =>
        TypedResults.Ok<IReadOnlyList<CollectionSummary>>([.. library.Collections().Select(ShapeWriter.Shape)]);

    private static Results<Ok<CollectionShown>, ProblemHttpResult> Get(long id, Library library) =>
        library.Collection(id) is { } contents ? Shown(contents, library) : Problems.NotFound("collection");

    private static Created<CollectionShown> Create(CollectionImport input, Library library, SiteParts parts)
    {
        var entries = Entries(input.Items ?? []);
        var made = parts.Store.Collections.Create(input.Name ?? "", input.Note, library.Viewer.Name);
        try
        {
            made = entries.Count > 0 ? parts.Store.Collections.Add(made.Info.Id, entries, library.Viewer.Name) : made;
        }
        catch (RejectedInputException)
        {
            // Whole or not at all.
            parts.Store.Collections.Delete(made.Info.Id);
            throw;
        }

        Note(parts, library, "collection.create", made.Info.Id, made.Info.Name);
        return TypedResults.Created($"{SitePaths.Api}/collections/{made.Info.Id}", ShapeWriter.Shape(made, library, Citations));
    }

    private static Ok<CollectionShown> Describe(long id, CollectionInput input, Library library, SiteParts parts)
    {
        var contents = parts.Store.Collections.Describe(id, input.Name ?? "", input.Note, input.UsedIn, library.Viewer.Name);
        Note(parts, library, "collection.describe", id, contents.Info.Name);
        return Shown(contents, library);
    }

    private static Results<NoContent, ProblemHttpResult> Delete(long id, Library library, SiteParts parts)
    {
        if (!parts.Store.Collections.Delete(id))
        {
            return Problems.NotFound("collection");
        }

        Note(parts, library, "collection.delete", id, null);
        return TypedResults.NoContent();
    }

    private static Results<Ok<CollectionShown>, ProblemHttpResult> BringBack(long id, Library library, SiteParts parts)
    {
        if (!parts.Store.Collections.BringBack(id))
        {
            return Problems.NotFound("deleted collection");
        }

        Note(parts, library, "collection.restore", id, null);
        return Shown(library.Collection(id)!, library);
    }

    private static Results<Ok<CollectionShown>, ProblemHttpResult> Undo(long id, Library library, SiteParts parts)
    {
        if (parts.Store.Collections.Undo(id) is not { } contents)
        {
            return Problems.Of(StatusCodes.Status409Conflict, "nothing-to-undo", "No change of this collection is left to undo.");
        }

        Note(parts, library, "collection.undo", id, null);
        return Shown(contents, library);
    }

    private static Ok<CollectionShown> Add(long id, CollectionItemsInput input, Library library, SiteParts parts)
    {
        var contents = parts.Store.Collections.Add(id, Entries(input.Items ?? []), library.Viewer.Name);
        Note(parts, library, "collection.add", id, FormattableString.Invariant($"{input.Items?.Count ?? 0} passages"));
        return Shown(contents, library);
    }

    private static Ok<CollectionShown> Change(long id, long item, CollectionItemChange input, Library library, SiteParts parts)
    {
        var contents = input.Move is { } places
            ? parts.Store.Collections.Move(id, item, places, library.Viewer.Name)
            : parts.Store.Collections.Annotate(id, item, input.Section, input.Note, library.Viewer.Name);
        Note(parts, library, "collection.change", id, FormattableString.Invariant($"item {item}"));
        return Shown(contents, library);
    }

    private static Ok<CollectionShown> Remove(long id, long item, Library library, SiteParts parts)
    {
        var contents = parts.Store.Collections.Remove(id, item, library.Viewer.Name);
        Note(parts, library, "collection.remove", id, FormattableString.Invariant($"item {item}"));
        return Shown(contents, library);
    }

    private static CitationWriter Citations => new(CitationStyle.Chicago);

    private static Ok<CollectionShown> Shown(CollectionContents contents, Library library) =>
        TypedResults.Ok(ShapeWriter.Shape(contents, library, Citations));

    private static List<CollectionEntry> Entries(IReadOnlyList<CollectionItemInput> items) =>
        [.. items.Select(item => new CollectionEntry(new(item.PassageId ?? ""), item.Section, item.Note))];

    private static void Note(SiteParts parts, Library library, string what, long id, string? detail) =>
        parts.Store.Acts.Note(library.Viewer.Name, what, FormattableString.Invariant($"{id}"), detail);
}
