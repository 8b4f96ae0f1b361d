using KnowledgeBase.Search.Answers;
using KnowledgeBase.Web.Hosting;
using KnowledgeBase.Web.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace KnowledgeBase.Web.Api;

/// <summary>Searching.</summary>
internal static class SearchEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/search", Search)
        .WithName("search").WithTags("search").WithSummary("Finds passages.")
        .WithDescription("Answers with hits, the query as understood, the number of all hits, and facets: count is what a value finds when it alone is chosen for its field, adds what comes to the total when it is chosen besides those chosen there.")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .WithStoreETag();

    private static Results<Ok<SearchAnswer>, ProblemHttpResult> Search(
        [AsParameters] SearchParameters parameters, Library library, SiteMetrics metrics, CancellationToken cancellation,
        int limit = SearchParameters.DefaultLimit, int offset = 0)
    {
        var outcome = library.Search(parameters.ToRequest(limit, offset), cancellation);
        if (outcome.Answer is not { } answer)
        {
            return Problems.Of(outcome.Error!);
        }

        metrics.Searched(answer.TookMs);
        return TypedResults.Ok(answer);
    }
}
