using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace KnowledgeBase.Web.Hosting;

/// <summary>
/// Entity tags for answers that follow from the store alone: the same question of the same audience has the same answer until the store's
/// documents, tags, decisions or vectors change, so a repeated question is answered with 304 before any work is done.
/// </summary>
internal static class StoreETag
{
    private static readonly string Program = Assembly.GetExecutingAssembly().ManifestModule.ModuleVersionId.ToString("N");

    /// <summary>Gives the endpoint's answers entity tags.</summary>
    public static RouteHandlerBuilder WithStoreETag(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter(async (invocation, next) =>
    {
        var context = invocation.HttpContext;
        var parts = (SiteParts)context.RequestServices.GetService(typeof(SiteParts))!;
        var tag = Compute(context.Request, Viewer.Of(context.User), StateOf(parts, context.RequestAborted));
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers.Vary = "Accept, Authorization, Cookie";
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(asked => asked.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : await next(invocation).ConfigureAwait(false);
    });

    // The index may be behind the store; vectors come after their document, without a new generation; what hits warn of is an option of the service.
    private static string StateOf(SiteParts parts, CancellationToken cancellation) => string.Create(
        CultureInfo.InvariantCulture,
        $"{parts.Search.Follow(cancellation)} {parts.Store.FullText.Read(snapshot => snapshot.Generation)} {parts.Store.Vectors.Newest()} {parts.Search.CheckPrintFrom}");

    private static string Compute(HttpRequest request, Viewer viewer, string state)
    {
        var key = string.Create(
            CultureInfo.InvariantCulture, $"{Program}\n{state}\n{viewer.Audience}\n{request.Path}{request.QueryString}\n{request.Headers.Accept}");
        return $"W/\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 12))}\"";
    }
}
