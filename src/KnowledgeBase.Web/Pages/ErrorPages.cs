using KnowledgeBase.Web.Hosting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeBase.Web.Pages;

/// <summary>Answers to requests that went wrong and have no body yet.</summary>
internal static class ErrorPages
{
    /// <summary>A page that says what is wrong and where to go.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="detail">What is wrong; null for what its status says.</param>
    /// <param name="back">The page to go back to; null for the start.</param>
    public static RazorComponentResult Render(int status, string? detail, string? back = null) =>
        new(typeof(ErrorPage), new { Status = status, Detail = detail, Back = back }) { StatusCode = status };

    public static Task WriteAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var status = http.Response.StatusCode;
        return SitePaths.IsApi(http.Request.Path)
            ? Problems.Of(status, CodeOf(status), MessageOf(status)).ExecuteAsync(http)
            : Render(status, null).ExecuteAsync(http);
    }

    private static string CodeOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "key-needed",
        StatusCodes.Status403Forbidden => "not-allowed",
        StatusCodes.Status404NotFound => "not-found",
        StatusCodes.Status405MethodNotAllowed => "method-not-allowed",
        StatusCodes.Status415UnsupportedMediaType => "unsupported-media-type",
        StatusCodes.Status504GatewayTimeout => "time-limit",
        _ => "request-failed",
    };

    private static string MessageOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "Send a key: 'Authorization: Bearer kb_…'. 'kb keys create' makes one.",
        StatusCodes.Status403Forbidden => "Your key does not allow this.",
        StatusCodes.Status404NotFound => "There is nothing under this address.",
        StatusCodes.Status504GatewayTimeout => "The answer took too long and was given up. Narrow the question.",
        _ => "The request cannot be answered as it is; compare it with /api/v1/openapi.json.",
    };
}
