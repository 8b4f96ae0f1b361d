using KnowledgeBase.Documents;
using KnowledgeBase.Extraction.Processes;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeBase.Web.Hosting;

/// <summary>The one place where a rejected input becomes an HTTP answer: problem details for programs, a page for people.</summary>
internal sealed class RejectionHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = exception switch
        {
            RejectedInputException rejection => Problems.Of(rejection.Problem),
            ToolMissingException missing => Problems.Of(missing.Problem),
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
                Problems.Of(StatusCodes.Status413PayloadTooLarge, "request-too-large", "The request is larger than this service takes."),
            BadHttpRequestException bad => Problems.Of(bad.StatusCode, "bad-request", "The request cannot be read; compare it with /api/v1/openapi.json."),
            _ => null,
        };
        if (problem is null)
        {
            return false;
        }

        if (SitePaths.IsApi(httpContext.Request.Path))
        {
            await problem.ExecuteAsync(httpContext).ConfigureAwait(false);
        }
        else
        {
            httpContext.Response.StatusCode = problem.StatusCode;
            await Pages.ErrorPages.Render(problem.StatusCode, DetailOf(exception, problem)).ExecuteAsync(httpContext).ConfigureAwait(false);
        }

        return true;
    }

    // For people in their language: programs keep the English.
    private static string DetailOf(Exception exception, ProblemHttpResult problem) => exception is RejectedInputException rejection
        ? Messages.Say(rejection)
        : Messages.Say(new CodedText((string)problem.ProblemDetails.Extensions["code"]!, problem.ProblemDetails.Detail!, []));
}
