using System.ComponentModel;
using KnowledgeBase.Documents;
using KnowledgeBase.Search.Answers;
using KnowledgeBase.Search.Citing;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Query;
using Microsoft.AspNetCore.Mvc;
using static KnowledgeBase.Documents.CodedText;

namespace KnowledgeBase.Web.Api;

/// <summary>A query as addresses carry it; the API and the pages read the same names.</summary>
public sealed record SearchParameters
{
    /// <summary>Hits on one page when nothing is said.</summary>
    public const int DefaultLimit = 10;

    /// <summary>The farthest hit that paging reaches.</summary>
    public const int MaxOffset = 100_000;

    private const int MaxQueryLength = 2000;

    /// <summary>The query, in the query language; empty for everything.</summary>
    [FromQuery(Name = "q")]
    [Description("The query, in the query language; empty for everything.")]
    public string? Query { get; init; }

    /// <summary>Kinds; several are alternatives, as in all filters.</summary>
    [FromQuery(Name = "kind")]
    [Description("challenge, opportunity, good_practice, recommendation, lesson; several are alternatives, as in all filters.")]
    public string[]? Kind { get; init; }

    /// <summary>Themes.</summary>
    [FromQuery(Name = "theme")]
    [Description("What the passage is about.")]
    public string[]? Theme { get; init; }

    /// <summary>Addressees of recommendations.</summary>
    [FromQuery(Name = "addressee")]
    [Description("Whom a recommendation speaks to.")]
    public string[]? Addressee { get; init; }

    /// <summary>Roles in print.</summary>
    [FromQuery(Name = "role")]
    [Description("What the passage is in print: paragraph, list_item, quote, footnote …")]
    public string[]? Role { get; init; }

    /// <summary>Years or one range.</summary>
    [FromQuery(Name = "year")]
    [Description("Years of publication, or one range such as 2015..2020.")]
    public string[]? Year { get; init; }

    /// <summary>Two-letter language codes.</summary>
    [FromQuery(Name = "lang")]
    [Description("Two-letter language codes.")]
    public string[]? Lang { get; init; }

    /// <summary>Documents.</summary>
    [FromQuery(Name = "document")]
    [Description("Documents, by id.")]
    public string[]? Document { get; init; }

    /// <summary>Series.</summary>
    [FromQuery(Name = "series")]
    [Description("Series of the document.")]
    public string[]? Series { get; init; }

    /// <summary>Grades.</summary>
    [FromQuery(Name = "grade")]
    [Description("Grade of the document's structure, A to D.")]
    public string[]? Grade { get; init; }

    /// <summary>"yes" or "no".</summary>
    [FromQuery(Name = "reviewed")]
    [Description("yes or no: whether a person decided on the passage.")]
    public string[]? Reviewed { get; init; }

    /// <summary>Organisations.</summary>
    [FromQuery(Name = "org")]
    [Description("Organisations named in the passage.")]
    public string[]? Org { get; init; }

    /// <summary>Places.</summary>
    [FromQuery(Name = "place")]
    [Description("Places named in the passage.")]
    public string[]? Place { get; init; }

    /// <summary>Peace processes.</summary>
    [FromQuery(Name = "process")]
    [Description("Peace processes and agreements named in the passage.")]
    public string[]? Process { get; init; }

    /// <summary>The order of hits.</summary>
    [FromQuery(Name = "order")]
    [Description("relevance (default), year or document.")]
    public string? Order { get; init; }

    /// <summary>How passages are found.</summary>
    [FromQuery(Name = "mode")]
    [Description("keyword, meaning or hybrid; by default hybrid where vectors are at hand, else keyword.")]
    public string? Mode { get; init; }

    /// <summary>"no" to look for the words typed only.</summary>
    [FromQuery(Name = "expand")]
    [Description("no: only the words typed, without related terms; default yes.")]
    public string? Expand { get; init; }

    /// <summary>Where tags of filters must stand.</summary>
    [FromQuery(Name = "within")]
    [Description("passage (default), section or document: where tags, places and organisations of filters must stand.")]
    public string? Within { get; init; }

    /// <summary>"no" to show the same passage of related documents each by itself.</summary>
    [FromQuery(Name = "group")]
    [Description("no: the same passage of several forms or versions of a report each by itself; default yes, under one hit.")]
    public string? Group { get; init; }

    /// <summary>The answer to go on in.</summary>
    [FromQuery(Name = "as_of")]
    [Description("To go on in an earlier answer to the same question: its as_of. With it, offset gives the next part of that answer, whatever documents have come in since.")]
    public string? AsOf { get; init; }

    /// <summary>Citation style.</summary>
    [FromQuery(Name = "style")]
    [Description("chicago (default) or apa.")]
    public string? Style { get; init; }

    /// <summary>True without words, filters and order: nothing that a page of hits would answer.</summary>
    internal bool AsksNothing() => string.IsNullOrWhiteSpace(Query) && string.IsNullOrEmpty(Order) && Enum.GetValues<FilterField>().All(each => FilterOf(each) is null);

    /// <summary>The values of a field's parameter.</summary>
    public IReadOnlyList<string> ValuesOf(FilterField field) => field switch
    {
        FilterField.Kind => Kind,
        FilterField.Theme => Theme,
        FilterField.Addressee => Addressee,
        FilterField.Role => Role,
        FilterField.Year => Year,
        FilterField.Lang => Lang,
        FilterField.Document => Document,
        FilterField.Series => Series,
        FilterField.Grade => Grade,
        FilterField.Reviewed => Reviewed,
        FilterField.Org => Org,
        FilterField.Place => Place,
        FilterField.Process => Process,
        _ => null,
    } ?? [];

    /// <summary>The request for the search service.</summary>
    /// <param name="limit">Hits to give.</param>
    /// <param name="offset">Hits to skip.</param>
    /// <exception cref="RejectedInputException">A value is none of its field, or a number lies outside its range (<c>bad-parameter</c>).</exception>
    public SearchRequest ToRequest(int limit, int offset)
    {
        Check(limit is >= 0 and <= SearchRequest.MostHits, Of("parameter-range", $"'{"limit"}' goes from {0} to {SearchRequest.MostHits}."));
        Check(offset is >= 0 and <= MaxOffset, Of("parameter-offset", $"'offset' goes from 0 to {MaxOffset}. Narrow the search with a filter."));
        Check(Expand is null or "" or "yes" or "no", Of("parameter-yes-no", $"'{"expand"}' is yes or no, not '{Expand}'."));
        Check(Group is null or "" or "yes" or "no", Of("parameter-yes-no", $"'{"group"}' is yes or no, not '{Group}'."));
        Check((Query?.Length ?? 0) <= MaxQueryLength, Of("parameter-query-length", $"A query has {MaxQueryLength} characters at most."));
        var state = string.IsNullOrEmpty(AsOf) ? null : AnswerState.Read(AsOf);
        Check(string.IsNullOrEmpty(AsOf) || state is not null, Of("parameter-as-of", $"'as_of' is what an answer gave, not '{AsOf}'."));
        return new(Query ?? "")
        {
            AsOf = state,
            Filters = [.. Enum.GetValues<FilterField>().Select(FilterOf).OfType<SearchFilter>()],
            Limit = limit,
            Offset = offset,
            Order = EnumParameter(Order, "order", HitOrder.Relevance),
            Mode = string.IsNullOrEmpty(Mode) ? null : EnumParameter(Mode, "mode", SearchMode.Hybrid),
            Expand = Expand != "no",
            Within = EnumParameter(Within, "within", TagScope.Passage),
            Group = Group != "no",
            Style = EnumParameter(Style, "style", CitationStyle.Chicago),
        };
    }

    /// <summary>The value of an enumeration that a parameter names.</summary>
    /// <exception cref="RejectedInputException">It names none (<c>bad-parameter</c>).</exception>
    internal static T EnumParameter<T>(string? word, string name, T standard)
        where T : struct, Enum
    {
        var value = string.IsNullOrEmpty(word) ? standard : EnumWords.Find<T>(word);
        Check(value is not null, Of("parameter-word", $"'{word}' is no {name}. Known are: {string.Join(", ", EnumWords.All<T>())}."));
        return value!.Value;
    }

    internal static void Check(bool holds, CodedText message)
    {
        if (!holds)
        {
            throw RejectedInputException.Of("bad-parameter", message);
        }
    }

    internal static void Check(bool holds, string message)
    {
        if (!holds)
        {
            throw new RejectedInputException(new("bad-parameter", message));
        }
    }

    private SearchFilter? FilterOf(FilterField field)
    {
        string[] values = [.. ValuesOf(field).Where(value => !string.IsNullOrWhiteSpace(value))];
        if (values.Length == 0)
        {
            return null;
        }

        if (FieldValues.IsName(field))
        {
            return new(field, values);
        }

        var filter = FieldValues.Parse(field, string.Join(',', values), out var error);
        Check(filter is not null, Of("parameter-filter", $"'{FieldValues.NameOf(field)}': {error?.Wrong} {error?.Remedy}"));
        return filter;
    }
}
