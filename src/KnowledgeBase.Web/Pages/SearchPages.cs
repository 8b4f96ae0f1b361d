using System.Globalization;
using KnowledgeBase.Documents;
using KnowledgeBase.Search.Query;
using KnowledgeBase.Store;
using KnowledgeBase.Web.Api;
using KnowledgeBase.Web.Hosting;
using KnowledgeBase.Web.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace KnowledgeBase.Web.Pages;

/// <summary>The search page, the browse page, About and Help.</summary>
internal static class SearchPages
{
    private const int MostMapped = 30;

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/", Start);
        pages.MapGet("/search", Search);
        pages.MapGet("/browse", Browse);
        pages.MapGet("/documents", () => TypedResults.LocalRedirect("/browse"));
        pages.MapGet("/about", AboutPages.Show);
        pages.MapGet("/help", () => SitePages.Show<HelpPage>());
    }

    private static RazorComponentResult Start(Library library) =>
        SitePages.Show<SearchPage>(new { Model = new SearchModel(new(), 0) { Documents = library.Documents().Count } });

    private static RazorComponentResult Search(
        [AsParameters] SearchParameters parameters, Library library, SiteParts parts, SiteMetrics metrics, HttpRequest request, CancellationToken cancellation,
        int offset = 0)
    {
        if (parameters.AsksNothing())
        {
            return Start(library);
        }

        var model = new SearchModel(parameters, offset);
        var outcome = library.Search(parameters.ToRequest(SearchParameters.DefaultLimit, offset) with { Say = Messages.Say }, cancellation);
        if (outcome.Answer is not { } answer)
        {
            var misread = SitePages.Show<SearchPage>(new { Model = model with { Error = outcome.Error } });
            misread.StatusCode = StatusCodes.Status400BadRequest;
            return misread;
        }

        metrics.Searched(answer.TookMs);
        return SitePages.Show<SearchPage>(new
        {
            Model = model with
            {
                Answer = answer,
                Titles = TitlesOf(parameters, library),
                Collect = CollectPlace.Of(library, request),
                Uses = library.Viewer.Role is null
                    ? model.Uses
                    : parts.Store.Collections.Uses([.. answer.Hits.Select(hit => new PassageId(hit.PassageId))]),
            },
        });
    }

    // The facet names only the documents with most hits; the one chosen may be none of them.
    private static Dictionary<string, string> TitlesOf(SearchParameters parameters, Library library) => parameters.ValuesOf(FilterField.Document)
        .Distinct(StringComparer.Ordinal).Select(id => library.Info(new(id))).OfType<DocumentInfo>()
        .ToDictionary(info => info.Id.Value, info => info.Title ?? info.Source.FileName, StringComparer.Ordinal);

    private static RazorComponentResult Browse(Library library, CancellationToken cancellation, string? paper = null, string? map = null)
    {
        var byYear = new Dictionary<string, IReadOnlyDictionary<string, int>>(StringComparer.Ordinal);
        var byDocument = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        foreach (var theme in TagSet.Themes)
        {
            byYear[theme] = Count(library, FilterField.Year, FilterField.Theme, theme, cancellation);
            foreach (var (document, count) in Count(library, FilterField.Document, FilterField.Theme, theme, cancellation))
            {
                if (!byDocument.TryGetValue(document, out var counts))
                {
                    byDocument.Add(document, counts = new(StringComparer.Ordinal));
                }

                counts[theme] = count;
            }
        }

        var documents = library.Documents();
        DocumentInfo[] tagged =
        [
            .. documents.Where(document => byDocument.ContainsKey(document.Id.Value))
                .OrderByDescending(document => document.Year ?? 0).ThenBy(document => document.Title, StringComparer.Ordinal),
        ];
        string[] years = [.. byYear.Values.SelectMany(counts => counts.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var byAddressee = Count(library, FilterField.Addressee, FilterField.Kind, "recommendation", cancellation);
        var find = string.IsNullOrWhiteSpace(paper) ? null : paper.Trim();
        // The newest, for a map that an eye can take in, unless all are asked for.
        var model = new BrowseModel(
            documents, years, map == "all" ? tagged : [.. tagged.Take(MostMapped)], byYear,
            byDocument.ToDictionary(entry => entry.Key, entry => (IReadOnlyDictionary<string, int>)entry.Value, StringComparer.Ordinal), byAddressee)
        {
            Tagged = tagged.Length,
            Find = find,
            Listed = find is null ? documents : [.. documents.Where(document => IsMeant(document, find))],
        };
        return SitePages.Show<BrowsePage>(new { Model = model });
    }

    // All the words stand in what a list of papers says of it.
    private static bool IsMeant(DocumentInfo document, string words)
    {
        string?[] said = [document.Title, document.Front.Subtitle, document.Series, document.Number, document.Source.FileName, .. document.Front.Authors];
        return words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word =>
            said.Any(text => text is not null && CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0));
    }

    // What a search under one filter counts, so that a click on a figure finds as many.
    private static Dictionary<string, int> Count(Library library, FilterField counted, FilterField field, string value, CancellationToken cancellation)
    {
        var answer = library.Search(new("") { Filters = [new(field, [value])], Facets = [counted], FacetValues = int.MaxValue, Limit = 0 }, cancellation).Answer!;
        return answer.Facets.GetValueOrDefault(FieldValues.NameOf(counted), []).ToDictionary(facet => facet.Value, facet => facet.Count, StringComparer.Ordinal);
    }
}
