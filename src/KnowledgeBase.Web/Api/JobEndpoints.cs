using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using KnowledgeBase.Documents;
using KnowledgeBase.Store;
using KnowledgeBase.Web.Access;
using KnowledgeBase.Web.Hosting;
using KnowledgeBase.Web.Jobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace KnowledgeBase.Web.Api;

/// <summary>Taking documents in by upload, and following the jobs that do it.</summary>
internal static class JobEndpoints
{
    private const int ShownJobs = 50;

    public static void Map(RouteGroupBuilder api, SiteOptions options)
    {
        api.MapPost("/documents", Upload).WithName("uploadDocuments").WithTags("documents")
            .WithSummary("Takes files in: answers at once with a job to follow.")
            .Accepts<IFormFileCollection>("multipart/form-data")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .WithUploadLimits(options).ForEditors();
        var jobs = api.MapGroup("/jobs").WithTags("jobs").ForEditors();
        jobs.MapGet("/", List).WithName("listJobs").WithSummary("The last jobs, newest first.");
        jobs.MapGet("/{id:long}", Get).WithName("getJob").WithSummary("One job.").ProducesProblem(StatusCodes.Status404NotFound);
        jobs.MapGet("/{id:long}/events", Events).WithName("followJob").WithSummary("A job now and at each change until its end, as server-sent events.")
            .Produces(StatusCodes.Status200OK, contentType: "text/event-stream").ProducesProblem(StatusCodes.Status404NotFound).DisableRequestTimeout();
        jobs.MapDelete("/{id:long}", Stop).WithName("stopJob").WithSummary("Stops a job; files that ended stay.").ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>Lets an endpoint take files, up to the size of the options, for as long as they keep coming.</summary>
    internal static RouteHandlerBuilder WithUploadLimits(this RouteHandlerBuilder endpoint, SiteOptions options)
    {
        endpoint.DisableRequestTimeout();
        return endpoint.WithBodyLimit(options.MaxUploadMegabytes * 1024L * 1024L);
    }

    /// <summary>Lets an endpoint take more, or less, than others.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="bytes">The size of the whole request.</param>
    internal static RouteHandlerBuilder WithBodyLimit(this RouteHandlerBuilder endpoint, long bytes) => endpoint.WithMetadata(new BodyLimit(bytes));

    /// <summary>Receives the files of a form and queues a job for them.</summary>
    internal static async Task<(Store.Desk.Job? Job, UploadedFiles Files)> ReceiveAsync(
        IFormCollection form, Viewer viewer, SiteParts parts, SiteOptions options, IngestJobs jobs, SiteMetrics metrics, CancellationToken cancellation)
    {
        var chosen = form["visibility"].ToString();
        Visibility? visibility = chosen.Length > 0 ? SearchParameters.EnumParameter(chosen, "visibility", options.UploadVisibility) : null;
        var replaces = form["replaces"].ToString() is { Length: > 0 } id ? new DocumentId(id) : (DocumentId?)null;
        var files = await UploadedFiles.ReceiveAsync(parts.Store.Root, form.Files, visibility, options.UploadVisibility, replaces, cancellation).ConfigureAwait(false);
        var job = jobs.Enqueue(files);
        if (job is not null)
        {
            metrics.Uploaded();
            parts.Store.Acts.Note(viewer.Name, "document.upload", FormattableString.Invariant($"{job.Id}"), job.Input);
        }

        return (job, files);
    }

    private static async Task<Results<Accepted<JobShown>, ProblemHttpResult>> Upload(
        HttpRequest request, Viewer viewer, SiteParts parts, SiteOptions options, IngestJobs jobs, SiteMetrics metrics, CancellationToken cancellation)
    {
        SearchParameters.Check(request.HasFormContentType, "Send the files as multipart/form-data.");
        var form = await request.ReadFormAsync(cancellation).ConfigureAwait(false);
        var (job, _) = await ReceiveAsync(form, viewer, parts, options, jobs, metrics, cancellation).ConfigureAwait(false);
        return job is null
            ? Problems.Of(StatusCodes.Status503ServiceUnavailable, "too-many-jobs", "Too many uploads wait already. Try again when some have ended.")
            : TypedResults.Accepted($"{SitePaths.Api}/jobs/{job.Id}", ShapeWriter.Shape(job));
    }

    private static Ok<IReadOnlyList<JobShown>> List(SiteParts parts) =>
        TypedResults.Ok<IReadOnlyList<JobShown>>([.. parts.Store.Jobs.Last(ShownJobs).Select(ShapeWriter.Shape)]);

    private static Results<Ok<JobShown>, ProblemHttpResult> Get(long id, SiteParts parts) =>
        parts.Store.Jobs.Get(id) is { } job ? TypedResults.Ok(ShapeWriter.Shape(job)) : Problems.NotFound("job");

    private static Results<ServerSentEventsResult<JobShown>, ProblemHttpResult> Events(long id, SiteParts parts, IngestJobs jobs, CancellationToken cancellation) =>
        parts.Store.Jobs.Get(id) is null ? Problems.NotFound("job") : TypedResults.ServerSentEvents(Stream(id, jobs, cancellation));

    private static async IAsyncEnumerable<SseItem<JobShown>> Stream(long id, IngestJobs jobs, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var job in jobs.FollowAsync(id, cancellation).ConfigureAwait(false))
        {
            yield return new(ShapeWriter.Shape(job), job.Ended ? "ended" : "progress");
        }
    }

    private static Results<NoContent, ProblemHttpResult> Stop(long id, Viewer viewer, SiteParts parts, IngestJobs jobs)
    {
        if (!jobs.Stop(id))
        {
            return Problems.NotFound("running job");
        }

        parts.Store.Acts.Note(viewer.Name, "job.stop", FormattableString.Invariant($"{id}"), null);
        return TypedResults.NoContent();
    }

    private sealed record BodyLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
