using KnowledgeBase.Documents;
using KnowledgeBase.Web.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace KnowledgeBase.Web.Hosting;

/// <summary>A line for each request: the route's pattern, not the address, and the role, not the name, so that no query and no person is logged.</summary>
/// <param name="next">The rest of the pipeline.</param>
/// <param name="logger">Where to.</param>
/// <param name="time">The clock.</param>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var started = time.GetTimestamp();
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            Log(context, time.GetElapsedTime(started));
        }
    }

    private void Log(HttpContext context, TimeSpan took)
    {
        if (logger.IsEnabled(LogLevel.Information))
        {
            var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";
            var role = Viewer.Of(context.User).Role is { } known ? EnumWords.Of(known) : "visitor";
            LogRequest(context.Request.Method, route, context.Response.StatusCode, took.TotalMilliseconds, role);
        }
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "{Method} {Route} {Status} {Milliseconds:0.0} ms, {Role}")]
    private partial void LogRequest(string method, string route, int status, double milliseconds, string role);
}
