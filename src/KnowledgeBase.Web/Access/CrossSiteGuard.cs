using Microsoft.AspNetCore.Http;

namespace KnowledgeBase.Web.Access;

/// <summary>
/// Refuses what another site makes a browser do: requests that change something and come from another origin, and, where no keys are in
/// use, any request under a host name that is not this machine's (a name that its owner points to 127.0.0.1).
/// </summary>
/// <param name="next">The rest of the pipeline.</param>
/// <param name="options">Origins that may call the API.</param>
/// <param name="parts">Says whether keys are in use.</param>
internal sealed class CrossSiteGuard(RequestDelegate next, SiteOptions options, SiteParts parts)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!LocalNames.IsLocal(request.Host.Host) && !parts.Store.Keys.Any && !options.OpenToPublic)
        {
            return Refuse(context, "host-not-local", "Without keys this service answers only under localhost or 127.0.0.1. 'kb keys create' makes a key.");
        }

        return IsSafe(request.Method) || ComesFromHere(request)
            ? next(context)
            : Refuse(context, "cross-site-request", "Another site asked your browser to do this. Open the service's own page and do it there.");
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    // Browsers send Origin with everything but GET and HEAD; programs that are no browsers send neither and carry no cookie by accident.
    private bool ComesFromHere(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length > 0)
        {
            return string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
                || options.CorsOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase);
        }

        return request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none";
    }

    // Whoever opened a page reads a page.
    private static Task Refuse(HttpContext context, string code, string message) => SitePaths.IsApi(context.Request.Path)
        ? Hosting.Problems.Of(StatusCodes.Status403Forbidden, code, message).ExecuteAsync(context)
        : Pages.ErrorPages.Render(StatusCodes.Status403Forbidden, message).ExecuteAsync(context);
}
