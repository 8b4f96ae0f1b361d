using System.Text.Json.Serialization;
using KnowledgeBase.Search.Query;

namespace KnowledgeBase.Search.Answers;

/// <summary>The search JSON of <c>kb search --json</c> and the HTTP API: snake case, unknown values left out.</summary>
/// <param name="Query">As typed.</param>
/// <param name="Understood">The query as read, in words.</param>
/// <param name="Total">Number of passages found.</param>
/// <param name="TookMs">Time it took, in milliseconds.</param>
/// <param name="Hits">The part asked for, in order.</param>
/// <param name="Facets">Values by field ("kind", "theme" …), those with most hits first.</param>
public sealed record SearchAnswer(
    string Query,
    string Understood,
    int Total,
    double TookMs,
    IReadOnlyList<SearchHit> Hits,
    IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets)
{
    /// <summary>"keyword", "meaning" or "hybrid", as done; null where the service knows only keywords and nothing else was asked.</summary>
    public string? Mode { get; init; }

    /// <summary>How many hits come besides the total, found by their meaning alone; null when there are none.</summary>
    public int? Added { get; init; }

    /// <summary>
    /// The state of the store that was asked. Given back with an offset, it gives the next part of this answer, whatever documents have come in
    /// since: no hit comes twice, none is passed over.
    /// </summary>
    public string? AsOf { get; init; }

    /// <summary>How many of the total stand under the hits given so far, these and those skipped, as <see cref="SearchHit.AlsoIn"/>; null for none.</summary>
    public int? Folded { get; init; }

    /// <summary>True when words were looked for under related terms too, which <see cref="Understood"/> names.</summary>
    [JsonIgnore]
    public bool IsExpanded { get; init; }

    /// <summary>True when hits are left which are not given so far on; see <see cref="Notice"/>.</summary>
    [JsonIgnore]
    public bool IsTooFar { get; init; }

    /// <summary>Why it was not done as asked, and what to do, or null.</summary>
    public string? Notice { get; init; }

    /// <summary>Documents whose symbol or title the query names, at most 5, the one named most fully first; null when it names none.</summary>
    public IReadOnlyList<HitDocument>? Documents { get; init; }

    /// <summary>What could be asked instead, when nothing is found or no passage has one of the words; else null.</summary>
    public IReadOnlyList<Suggestion>? Suggestions { get; init; }
}

/// <summary>A passage found.</summary>
/// <param name="Rank">From 1 over all pages of the answer.</param>
/// <param name="Score">Orders within one answer only.</param>
/// <param name="PassageId">The passage's permanent id.</param>
/// <param name="Text">Its whole text.</param>
/// <param name="Snippet">HTML: the part that shows why it was found, words found in &lt;mark&gt;, everything else encoded.</param>
/// <param name="Role">What it is in print.</param>
/// <param name="Kinds">What it does.</param>
/// <param name="Themes">What it is about.</param>
/// <param name="Addressees">Whom it speaks to.</param>
/// <param name="Document">The document it stands in.</param>
/// <param name="HeadingPath">Titles of its sections, outermost first.</param>
/// <param name="Citation">In full, with the printed page.</param>
/// <param name="Link">Where the pages show it, from the service's root.</param>
public sealed record SearchHit(
    int Rank,
    double Score,
    string PassageId,
    string Text,
    string Snippet,
    string Role,
    IReadOnlyList<TagShown> Kinds,
    IReadOnlyList<TagShown> Themes,
    IReadOnlyList<TagShown> Addressees,
    HitDocument Document,
    IReadOnlyList<string> HeadingPath,
    string Citation,
    string Link)
{
    /// <summary>Index from 1 of the page it begins on, or null.</summary>
    public int? PageFirst { get; init; }

    /// <summary>Index from 1 of the page it ends on, or null.</summary>
    public int? PageLast { get; init; }

    /// <summary>The page number printed on the page it begins on, or null.</summary>
    public string? PageLabel { get; init; }

    /// <summary>Who is quoted, or null.</summary>
    public string? Attribution { get; init; }

    /// <summary>List marker or paragraph number, or null.</summary>
    public string? Marker { get; init; }

    /// <summary>The paragraph number that stands before the text ("12."), which readers cite by; null for bullets and where there is none.</summary>
    [JsonIgnore]
    public string? NumberShown => Marker is { } marker and not "o" && marker.Any(char.IsLetterOrDigit) ? marker : null;

    /// <summary>Number of the footnote, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Two-letter language code, or null.</summary>
    public string? Language { get; init; }

    /// <summary>True when the document's grade asks to check the print; else null.</summary>
    public bool? CheckPrint { get; init; }

    /// <summary>Id of an earlier hit of this answer that says nearly the same in nearly the same words; null when there is none.</summary>
    public string? SameAs { get; init; }

    /// <summary>True when it was found by its meaning alone: none of the query's words need stand in it; else null.</summary>
    public bool? ByMeaning { get; init; }

    /// <summary>Where else the same passage stands, in related documents; null when nowhere, or when that was not asked for.</summary>
    public IReadOnlyList<SamePassage>? AlsoIn { get; init; }

    /// <summary>Where the words found stand in the whole text, rising and apart.</summary>
    [JsonIgnore]
    public IReadOnlyList<TextSpan> Found { get; init; } = [];

    /// <summary>The snippet without markup, for programs that mark words in their own way.</summary>
    [JsonIgnore]
    public Snippet? Cut { get; init; }
}

/// <summary>The same passage in a related document.</summary>
/// <param name="PassageId">Its permanent id there.</param>
/// <param name="Document">The document.</param>
/// <param name="Citation">In full, with the printed page.</param>
/// <param name="Link">Where the pages show it, from the service's root.</param>
public sealed record SamePassage(string PassageId, HitDocument Document, string Citation, string Link);

/// <summary>A tag as shown.</summary>
/// <param name="Tag">A word of the tag set.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Origin">"rule", "model" or "person".</param>
public sealed record TagShown(string Tag, double Confidence, string Origin);

/// <summary>The document of a hit.</summary>
/// <param name="Id">Its permanent id.</param>
/// <param name="File">Name of its file.</param>
public sealed record HitDocument(string Id, string File)
{
    /// <summary>Title, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Series, or null.</summary>
    public string? Series { get; init; }

    /// <summary>Number in the series or document symbol, or null.</summary>
    public string? Number { get; init; }

    /// <summary>Year of publication, or null.</summary>
    public int? Year { get; init; }

    /// <summary>"A" to "D", or null.</summary>
    public string? Grade { get; init; }
}

/// <summary>A facet's value.</summary>
/// <param name="Value">As filters take it.</param>
/// <param name="Count">Hits found when it alone is chosen for its field.</param>
public sealed record FacetCount(string Value, int Count)
{
    /// <summary>Hits that come to the total when it is chosen besides what is chosen for its field; null when nothing is chosen there.</summary>
    public int? Adds { get; init; }

    /// <summary>What to show for the value where it is not its own name: a document's title, a peace process with place and years.</summary>
    public string? Label { get; init; }
}

/// <summary>A query that finds more.</summary>
/// <param name="Query">What to ask.</param>
/// <param name="Why">In words.</param>
/// <param name="Total">How many passages it finds.</param>
public sealed record Suggestion(string Query, string Why, int Total);

/// <summary>Reads and writes the search JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true)]
[JsonSerializable(typeof(SearchAnswer))]
internal sealed partial class SearchJsonContext : JsonSerializerContext;
