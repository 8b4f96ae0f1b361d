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
/// documents, tags or decisions change, so a repeated question is answered with 304 before any work is done.
/// </summary>
internal static class StoreETag
{
    private static readonly string Program = Assembly.GetExecutingAssembly().ManifestModule.ModuleVersionId.ToString("N");

    /// <summary>Gives the endpoint's answers entity tags.</summary>
    public static RouteHandlerBuilder WithStoreETag(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter(async (invocation, next) =>
    {
        var context = invocation.HttpContext;
        var parts = (SiteParts)context.RequestServices.GetService(typeof(SiteParts))!;
        var tag = Compute(context.Request, Viewer.Of(context.User), parts.Store.FullText.Read(snapshot => snapshot.Generation));
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers.Vary = "Accept, Authorization, Cookie";
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(asked => asked.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : await next(invocation).ConfigureAwait(false);
    });

    private static string Compute(HttpRequest request, Viewer viewer, long generation)
    {
        var key = string.Create(
            CultureInfo.InvariantCulture, $"{Program}\n{generation}\n{viewer.Audience}\n{request.Path}{request.QueryString}\n{request.Headers.Accept}");
        return $"W/\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 12))}\"";
    }
}
