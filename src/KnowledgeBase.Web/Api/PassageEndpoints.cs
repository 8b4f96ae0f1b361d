using KnowledgeBase.Documents;
using KnowledgeBase.Search.Answers;
using KnowledgeBase.Search.Citing;
using KnowledgeBase.Store;
using KnowledgeBase.Web.Access;
using KnowledgeBase.Web.Desk;
using KnowledgeBase.Web.Hosting;
using KnowledgeBase.Web.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace KnowledgeBase.Web.Api;

/// <summary>Single passages: what is known of them, what stands around them, what people decided on them.</summary>
internal static class PassageEndpoints
{
    private const int MostAround = 20;

    public static void Map(RouteGroupBuilder api)
    {
        var passages = api.MapGroup("/passages/{id}").WithTags("passages").ProducesProblem(StatusCodes.Status404NotFound);
        passages.MapGet("/", Get).WithName("getPassage").WithSummary("One passage or footnote; an old id is followed to where its words went.").WithStoreETag();
        passages.MapGet("/context", Context).WithName("getContext").WithSummary("A passage with those before and after it.").WithStoreETag();
        passages.MapGet("/similar", Similar).WithName("getSimilar")
            .WithSummary("Passages of other documents that say the same, then more of its kind.").ProducesProblem(StatusCodes.Status400BadRequest).WithStoreETag();
        passages.MapGet("/reviews", Reviews).WithName("listReviews").WithSummary("Decisions on a passage, oldest first.").ForEditors();
        passages.MapPost("/reviews", Record).WithName("recordReview").WithSummary("Records a decision on a tag or the role.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ForEditors();
        var reviews = api.MapGroup("/reviews").WithTags("passages").ForEditors();
        reviews.MapGet("/queue", Queue).WithName("reviewQueue").WithSummary("The passages whose tags are least sure, for people to decide on.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        reviews.MapGet("/agreement", Agreement).WithName("reviewAgreement").WithSummary("How far people agree on the tags that both decided on.");
        api.MapDelete("/reviews/{review:long}", Undo).WithName("undoReview").WithTags("passages").WithSummary("Takes a decision back.")
            .ProducesProblem(StatusCodes.Status404NotFound).ForEditors();
    }

    private static Results<Ok<PassageShown>, ProblemHttpResult> Get(string id, Library library, string? style = null) =>
        library.Passage(new(id)) is { } found ? TypedResults.Ok(ShapeWriter.Shape(found, Citations(style))) : Problems.NotFound("passage");

    private static Results<Ok<PassageContext>, ProblemHttpResult> Context(string id, Library library, int before = 2, int after = 2, string? style = null)
    {
        SearchParameters.Check(before is >= 0 and <= MostAround && after is >= 0 and <= MostAround, $"'before' and 'after' go from 0 to {MostAround}.");
        return library.Passage(new(id)) is { } found
            ? TypedResults.Ok(PassageSurroundings.Of(found, before, after, Citations(style)))
            : Problems.NotFound("passage");
    }

    private static Results<Ok<SearchAnswer>, ProblemHttpResult> Similar(string id, Library library, CancellationToken cancellation, int limit = SearchParameters.DefaultLimit)
    {
        SearchParameters.Check(limit is >= 0 and <= SearchRequest.MostHits, $"'limit' goes from 0 to {SearchRequest.MostHits}.");
        return library.Similar(new(id), limit, cancellation) is { } answer ? TypedResults.Ok(answer) : Problems.NotFound("passage");
    }

    private static Results<Ok<IReadOnlyList<ReviewShown>>, ProblemHttpResult> Reviews(string id, Library library) => library.Passage(new(id)) is { } found
        ? TypedResults.Ok<IReadOnlyList<ReviewShown>>([.. found.Reviews.Select(ShapeWriter.Shape)])
        : Problems.NotFound("passage");

    private static Results<Ok<ReviewShown>, ProblemHttpResult> Record(string id, ReviewInput input, ReviewDesk desk) =>
        desk.Record(id, input.Field, input.Label, input.Decision, input.Why) is { } review
            ? TypedResults.Ok(ShapeWriter.Shape(review))
            : Problems.NotFound("passage");

    private static Ok<IReadOnlyList<PassageShown>> Queue(Library library, SiteParts parts, string? style = null, int limit = SearchParameters.DefaultLimit)
    {
        SearchParameters.Check(limit is >= 1 and <= SearchRequest.MostHits, $"'limit' goes from 1 to {SearchRequest.MostHits}.");
        var citations = Citations(style);
        return TypedResults.Ok<IReadOnlyList<PassageShown>>(
            [.. parts.Store.Reviews.Queue(limit).Select(library.Passage).OfType<PassageInDocument>().Select(found => ShapeWriter.Shape(found, citations))]);
    }

    private static Ok<IReadOnlyList<PeopleAgreement>> Agreement(SiteParts parts) => TypedResults.Ok(PeopleAgreement.All(parts.Store.Reviews.All()));

    private static Results<NoContent, ProblemHttpResult> Undo(long review, ReviewDesk desk) =>
        desk.Undo(review) ? TypedResults.NoContent() : Problems.NotFound("decision");

    private static CitationWriter Citations(string? style) => new(SearchParameters.EnumParameter(style, "style", CitationStyle.Chicago));
}
