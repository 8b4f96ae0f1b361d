using System.Globalization;
using KnowledgeBase.Export;
using KnowledgeBase.Search.Answers;
using KnowledgeBase.Search.Citing;
using KnowledgeBase.Web.Hosting;
using KnowledgeBase.Web.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace KnowledgeBase.Web.Api;

/// <summary>Taking passages along as a file.</summary>
internal static class ExportEndpoints
{
    /// <summary>Most passages in one file.</summary>
    internal const int MostPassages = 2000;

    public static void Map(RouteGroupBuilder api)
    {
        Describe(api.MapGet("/search/export", Hits), "exportSearch", "The hits of a search as a file, 2000 at most; where there are more, the note of the file says so.");
        Describe(api.MapGet("/documents/{id}/export", Document), "exportDocument", "A document's passages as a file, all of them or those of some kinds.");
        Describe(api.MapGet("/collections/{id:long}/export", Collection), "exportCollection", "A collection as a file.");
        Describe(api.MapPost("/export", Passages), "exportPassages", "Chosen passages as a file.");
    }

    private static void Describe(RouteHandlerBuilder endpoint, string name, string summary) => endpoint
        .WithName(name).WithTags("exports").WithSummary(summary)
        .WithDescription("format: docx (default), markdown, csv, jsonl, bibtex, ris or csl; style: chicago (default) or apa.")
        .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);

    internal static Results<FileContentHttpResult, ProblemHttpResult> Hits(
        [AsParameters] SearchParameters parameters, Library library, SiteMetrics metrics, HttpRequest request, CancellationToken cancellation,
        string? format = null, int limit = MostPassages)
    {
        SearchParameters.Check(limit is >= 0 and <= MostPassages, $"'limit' goes from 0 to {MostPassages}.");
        var outcome = library.SearchFar(parameters.ToRequest(0, 0) with { Facets = [], Helps = false, Say = Messages.Say }, limit, cancellation);
        if (outcome.Answer is not { } answer)
        {
            return Problems.Of(outcome.Error!);
        }

        var title = answer.Query.Length > 0 ? answer.Query : answer.Understood;
        var compilation = library.Compilations().OfPassages(title, [.. answer.Hits.Select(hit => new PassageChoice(new(hit.PassageId)))]);
        var all = answer.Total + (answer.Added ?? 0);
        var isCut = answer.Hits.Count + (answer.Folded ?? 0) < all;
        var note = isCut ? $"{answer.Understood} – {Texts.T("Export_Cut", answer.Hits.Count, all)}" : answer.Understood;
        return Written(compilation with { Note = note }, format, parameters.Style, request, metrics);
    }

    internal static Results<FileContentHttpResult, ProblemHttpResult> Document(
        string id, Library library, SiteMetrics metrics, HttpRequest request, string? format = null, string? style = null, string[]? kind = null) =>
        library.Compilations().OfDocument(new(id), kind ?? []) is { } compilation
            ? Written(compilation, format, style, request, metrics)
            : Problems.NotFound("document");

    internal static Results<FileContentHttpResult, ProblemHttpResult> Collection(
        long id, Library library, SiteMetrics metrics, HttpRequest request, string? format = null, string? style = null)
    {
        if (library.Collection(id) is not { } contents)
        {
            return Problems.NotFound("collection");
        }

        var choices = contents.Items.Select(item => new PassageChoice(item.Passage, item.Section, item.Note));
        var compilation = library.Compilations().OfPassages(contents.Info.Name, [.. choices]);
        return Written(compilation with { Note = contents.Info.Note, UsedIn = contents.Info.UsedIn, IsCollection = true }, format, style, request, metrics);
    }

    private static Results<FileContentHttpResult, ProblemHttpResult> Passages(
        ExportInput input, Library library, SiteMetrics metrics, HttpRequest request, string? format = null, string? style = null)
    {
        SearchParameters.Check(input.Items?.Count is > 0 and <= MostPassages, $"An export takes 1 to {MostPassages} passages.");
        var choices = input.Items!.Select(item => new PassageChoice(new(item?.PassageId ?? ""), item?.Section, item?.Note));
        return Written(library.Compilations().OfPassages(input.Title ?? "", [.. choices]), format, style, request, metrics);
    }

    private static FileContentHttpResult Written(Compilation compilation, string? format, string? style, HttpRequest request, SiteMetrics metrics)
    {
        var form = ExportFormats.Find(format ?? "docx");
        var options = new ExportOptions
        {
            Style = SearchParameters.EnumParameter(style, "style", CitationStyle.Chicago),
            Language = CultureInfo.CurrentUICulture,
            BaseAddress = new($"{request.Scheme}://{request.Host}{request.PathBase}"),
        };
        using var output = new MemoryStream();
        form.Write(compilation, options, output);
        metrics.Exported(form.Name);
        return TypedResults.File(output.ToArray(), form.MediaType, FileNames.For(compilation.Title, form.FileEnding));
    }
}
