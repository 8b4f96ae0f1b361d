using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KnowledgeBase.Export;

internal sealed record TagLine(string Tag, double Confidence, string Origin);

internal sealed record DocumentLine(string Id, string? Title, IReadOnlyList<string> Authors, string? Series, string? Number, int? Year, string File);

internal sealed record CollectionLine(string Name, string? Note, string? UsedIn);

internal sealed record HeadLine(CollectionLine Collection);

internal sealed record PassageLine(
    string PassageId,
    string Text,
    string Role,
    TagLine[] Kinds,
    TagLine[] Themes,
    TagLine[] Addressees,
    DocumentLine Document,
    IReadOnlyList<string> HeadingPath,
    string Citation)
{
    public string? Section { get; init; }

    public int? PageFirst { get; init; }

    public int? PageLast { get; init; }

    public string? PageLabel { get; init; }

    public string? Attribution { get; init; }

    public string? Note { get; init; }

    public string? Link { get; init; }
}

// Names as in the CSL-JSON schema, https://github.com/citation-style-language/schema
internal sealed record CslName(string? Family, string? Given, string? Literal);

internal sealed record CslDate([property: JsonPropertyName("date-parts")] int[][] DateParts);

internal sealed record CslItem(string Id, string Type)
{
    public string? Title { get; init; }

    public CslName[]? Author { get; init; }

    public CslName[]? Editor { get; init; }

    [JsonPropertyName("collection-title")]
    public string? CollectionTitle { get; init; }

    public string? Number { get; init; }

    public string? Publisher { get; init; }

    [JsonPropertyName("publisher-place")]
    public string? PublisherPlace { get; init; }

    public CslDate? Issued { get; init; }

    [JsonPropertyName("DOI")]
    public string? Doi { get; init; }

    [JsonPropertyName("URL")]
    public string? Url { get; init; }

    public string? Language { get; init; }

    public string? Note { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HeadLine))]
[JsonSerializable(typeof(PassageLine))]
[JsonSerializable(typeof(IReadOnlyList<CslItem>))]
internal sealed partial class ExportJson : JsonSerializerContext
{
    static ExportJson() => Default = new(new JsonSerializerOptions(Default.Options)
    {
        // Curly quotes and accents are to be read by people; the output is no HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
