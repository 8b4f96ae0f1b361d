using KnowledgeBase.Documents;
using KnowledgeBase.Search.Query;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeBase.Web.Hosting;

/// <summary>Errors as problem details (RFC 9457), with a permanent code.</summary>
internal static class Problems
{
    /// <summary>An error.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="code">A permanent word of docs/problems.md.</param>
    /// <param name="message">What is wrong and what to do.</param>
    public static ProblemHttpResult Of(int status, string code, string message) =>
        TypedResults.Problem(message, statusCode: status, extensions: [new("code", code)]);

    /// <summary>An input that was rejected.</summary>
    public static ProblemHttpResult Of(Problem problem) => Of(StatusOf(problem.Code), problem.Code, problem.Message);

    /// <summary>A query that cannot be read: where, and what to write instead.</summary>
    public static ProblemHttpResult Of(QueryError error) => TypedResults.Problem(
        error.Message,
        statusCode: StatusCodes.Status400BadRequest,
        title: "The query cannot be read",
        extensions: [new("code", "bad-query"), new("position", error.Position), new("length", error.Length), new("hint", error.Hint)]);

    /// <summary>What is not there, or not for this viewer: the two look the same.</summary>
    public static ProblemHttpResult NotFound(string what) => Of(StatusCodes.Status404NotFound, "not-found", $"There is no {what} under this address.");

    /// <summary>The HTTP status for a problem's code.</summary>
    public static int StatusOf(string code) => code switch
    {
        _ when code.EndsWith("-not-found", StringComparison.Ordinal) => StatusCodes.Status404NotFound,
        "collection-exists" or "plan-changed" => StatusCodes.Status409Conflict,
        "file-too-large" or "collection-full" => StatusCodes.Status413PayloadTooLarge,
        "unsupported-format" => StatusCodes.Status415UnsupportedMediaType,
        "store-full" => StatusCodes.Status507InsufficientStorage,
        "tool-missing" => StatusCodes.Status501NotImplemented,
        _ when code.StartsWith("store-", StringComparison.Ordinal) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status400BadRequest,
    };
}
