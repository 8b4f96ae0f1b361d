using System.Globalization;
using System.Text;
using KnowledgeBase.Search.Query;
using KnowledgeBase.Web.Api;

namespace KnowledgeBase.Web.Pages;

/// <summary>Addresses that begin from a search: each shows the whole state, so that any of them can be shared.</summary>
/// <param name="parameters">The search.</param>
public sealed class SearchLinks(SearchParameters parameters)
{
    private static readonly (string Name, string Value)[] NoPairs = [];

    private static readonly FilterField[] Fields = Enum.GetValues<FilterField>();

    /// <summary>True when a value is chosen for a field.</summary>
    public bool IsChosen(FilterField field, string value) => parameters.ValuesOf(field).Contains(value, StringComparer.Ordinal);

    /// <summary>All values chosen.</summary>
    public IReadOnlyList<(FilterField Field, string Value)> Chosen =>
        [.. Fields.SelectMany(each => parameters.ValuesOf(each).Where(value => value.Length > 0).Select(value => (each, value)))];

    /// <summary>The search with a value chosen, or no longer chosen. A year takes the place of a range: the two together say nothing.</summary>
    public string Toggle(FilterField field, string value) => "/search" + Query((each, values) =>
        each != field ? values
        : values.Contains(value, StringComparer.Ordinal) ? values.Where(v => v != value)
        : values.Where(v => field != FilterField.Year || !IsRange(v)).Append(value));

    /// <summary>True where a value is chosen besides those chosen for its field, and does not take the place of a range.</summary>
    public bool AddsTo(FilterField field) => field != FilterField.Year || !parameters.ValuesOf(field).Any(IsRange);

    /// <summary>The search without filters.</summary>
    public string WithoutFilters() => "/search" + Query((_, _) => []);

    /// <summary>Another page of the hits.</summary>
    /// <param name="offset">Hits before it.</param>
    /// <param name="asOf">The answer they belong to, so that documents that come in meanwhile shift nothing.</param>
    public string Page(int offset, string? asOf) =>
        "/search" + Query((_, values) => values, [.. offset > 0 ? [("offset", Number(offset))] : NoPairs, .. State(asOf)]);

    /// <summary>The search in another order.</summary>
    public string InOrder(string order) => "/search" + Query((_, values) => values, ("order", order));

    /// <summary>The search in another mode.</summary>
    public string InMode(string mode) => "/search" + Query((_, values) => values, ("mode", mode));

    /// <summary>The search with tags and names of filters looked for on the passage, in its section or in its document.</summary>
    public string InScope(string scope) => "/search" + Query((_, values) => values, ("within", scope));

    /// <summary>The search for the words alone.</summary>
    public string WithoutRelated() => "/search" + Query((_, values) => values, ("expand", "no"));

    /// <summary>The search with the same passage of related documents each by itself.</summary>
    public string Ungrouped() => "/search" + Query((_, values) => values, ("group", "no"));

    /// <summary>Another query, found and ordered in the same manner; its filters stand in it, those chosen beside the old one fall away.</summary>
    public string Ask(string query) => "/search" + Query((_, _) => [], ("q", query));

    /// <summary>A hit's page, with the way to the hits before and after it in the same answer.</summary>
    public string Passage(string passage, int rank, string? asOf) => $"/passages/{passage}" + Query((_, values) => values, [("at", Number(rank)), .. State(asOf)]);

    /// <summary>The hits as a file.</summary>
    public string Export(string format) => $"{SitePaths.Api}/search/export" + Query((_, values) => values, ("format", format));

    /// <summary>A search for one value of a field, and no more.</summary>
    public static string Only(params ReadOnlySpan<(FilterField Field, string Value)> filters)
    {
        var address = new StringBuilder("/search?");
        foreach (var (field, value) in filters)
        {
            address.Append(address[^1] == '?' ? "" : "&").Append(FieldValues.NameOf(field)).Append('=').Append(Uri.EscapeDataString(value));
        }

        return address.ToString();
    }

    /// <summary>Names and values for a form that changes the query and keeps the rest.</summary>
    public IReadOnlyList<(string Name, string Value)> Kept =>
    [
        .. Chosen.Select(c => (FieldValues.NameOf(c.Field), c.Value)),
        .. Manner,
    ];

    // How the hits are found and ordered.
    private IEnumerable<(string Name, string Value)> Manner =>
        new[] { ("order", parameters.Order), ("mode", parameters.Mode), ("expand", parameters.Expand), ("within", parameters.Within), ("group", parameters.Group) }
            .Where(pair => !string.IsNullOrEmpty(pair.Item2)).Select(pair => (pair.Item1, pair.Item2!));

    private string Query(Func<FilterField, IReadOnlyList<string>, IEnumerable<string>> change, params IReadOnlyList<(string Name, string Value)> more)
    {
        var pairs = new List<(string Name, string Value)>();
        if (!more.Any(pair => pair.Name == "q") && parameters.Query is { Length: > 0 } query)
        {
            pairs.Add(("q", query));
        }

        pairs.AddRange(Fields.SelectMany(field => change(field, parameters.ValuesOf(field)).Select(value => (FieldValues.NameOf(field), value))));
        pairs.AddRange(Manner.Where(pair => !more.Any(other => other.Name == pair.Name)));
        pairs.AddRange(more);
        return pairs.Count == 0 ? "" : "?" + string.Join('&', pairs.Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}"));
    }

    private static bool IsRange(string years) => FieldValues.Parse(FilterField.Year, years, out _) is { From: not null } or { To: not null };

    private static (string Name, string Value)[] State(string? asOf) => asOf is null ? [] : [("as_of", asOf)];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
