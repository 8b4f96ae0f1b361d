using KnowledgeBase.Documents;
using KnowledgeBase.Web.Access;
using KnowledgeBase.Web.Api;
using KnowledgeBase.Web.Hosting;
using KnowledgeBase.Web.Jobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace KnowledgeBase.Web.Pages;

/// <summary>Taking documents in.</summary>
internal static class UploadPages
{
    private const int ShownJobs = 20;

    public static void Map(RouteGroupBuilder pages, SiteOptions options)
    {
        pages.MapGet("/upload", (SiteParts parts) => SitePages.Show<UploadPage>(new { Jobs = parts.Store.Jobs.Last(ShownJobs), Options = options })).ForEditors();
        pages.MapPost("/upload", Upload).WithUploadLimits(options).ForEditors();
        pages.MapGet("/jobs/{id:long}", Job).ForEditors();
        pages.MapPost("/jobs/{id:long}/stop", Stop).ForEditors();
    }

    // The files are a parameter, so that the form's antiforgery token is asked for.
    private static async Task<RedirectHttpResult> Upload(
        IFormFileCollection files, HttpRequest request, Viewer viewer, SiteParts parts, SiteOptions options, IngestJobs jobs, SiteMetrics metrics,
        CancellationToken cancellation)
    {
        _ = files;
        var form = await request.ReadFormAsync(cancellation).ConfigureAwait(false);
        var (job, _) = await JobEndpoints.ReceiveAsync(form, viewer, parts, options, jobs, metrics, cancellation).ConfigureAwait(false);
        return job is null
            ? throw new RejectedInputException(new("too-many-jobs", Texts.T("Upload_TooMany")))
            : SitePages.Back(FormattableString.Invariant($"/jobs/{job.Id}"));
    }

    private static IResult Job(long id, SiteParts parts) =>
        parts.Store.Jobs.Get(id) is { } job ? SitePages.Show<JobPage>(new { Job = job }) : SitePages.NotFound();

    private static RedirectHttpResult Stop(long id, Viewer viewer, SiteParts parts, IngestJobs jobs)
    {
        if (jobs.Stop(id))
        {
            parts.Store.Acts.Note(viewer.Name, "job.stop", FormattableString.Invariant($"{id}"), null);
        }

        return SitePages.Back(FormattableString.Invariant($"/jobs/{id}"));
    }
}
