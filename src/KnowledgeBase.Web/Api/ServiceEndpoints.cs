using System.Reflection;
using KnowledgeBase.Tagging.Judging;
using KnowledgeBase.Web.Access;
using KnowledgeBase.Web.Hosting;
using KnowledgeBase.Web.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace KnowledgeBase.Web.Api;

/// <summary>The service itself: health, version, measured figures, the log of acts.</summary>
internal static class ServiceEndpoints
{
    private const int ShownActs = 500;

    /// <summary>The program's version.</summary>
    public static string ProgramVersion { get; } =
        Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public static void Map(RouteGroupBuilder api)
    {
        var service = api.MapGroup("").WithTags("service");
        service.MapGet("/health", CheckHealth).WithName("getHealth").WithSummary("Whether the service can answer.")
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable).AllowAnonymous();
        service.MapGet("/version", (SiteParts parts) => TypedResults.Ok(new VersionShown("MSN knowledge base", ProgramVersion, parts.Engines())))
            .WithName("getVersion").WithSummary("Program and engines.");
        service.MapGet("/evaluation", Evaluation).WithName("getEvaluation").WithSummary("Measured precision and recall of the classifiers.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        service.MapGet("/acts", Acts).WithName("listActs").WithSummary("What people did, newest first.").ForAdmins();
    }

    private static Results<Ok<Health>, ProblemHttpResult> CheckHealth(SiteParts parts)
    {
        // A read that every answer needs; a store that cannot be read throws a rejection, which is answered with 503.
        parts.Store.FullText.Read(snapshot => snapshot.Generation);
        return TypedResults.Ok(new Health("ok"));
    }

    private static Results<Ok<TagFigures>, ProblemHttpResult> Evaluation(SiteOptions options) => MeasuredTags.Of(options) is { } figures
        ? TypedResults.Ok(figures)
        : Problems.Of(StatusCodes.Status404NotFound, "no-evaluation", "The classifiers have not been measured here. 'kb evaluate' does it.");

    private static Ok<IReadOnlyList<ActShown>> Acts(SiteParts parts) => TypedResults.Ok<IReadOnlyList<ActShown>>(
        [.. parts.Store.Acts.Last(ShownActs).Select(act => new ActShown(act.At, act.Person, act.What, act.Subject, act.Detail))]);
}
