using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KnowledgeBase.Documents.Json;

internal sealed record DocumentShape(
    string Id,
    SourceShape Source,
    string[] Authors,
    SectionShape[] Sections,
    PassageShape[] Passages,
    FootnoteShape[] Footnotes,
    string[] References,
    MemberShape[] Members,
    ProblemShape[] Problems)
{
    [JsonPropertyOrder(-3)]
    public string? Title { get; init; }

    [JsonPropertyOrder(-3)]
    public string? Subtitle { get; init; }

    [JsonPropertyOrder(-3)]
    public string? Series { get; init; }

    [JsonPropertyOrder(-3)]
    public string? Number { get; init; }

    [JsonPropertyOrder(-3)]
    public int? Year { get; init; }

    [JsonPropertyOrder(-3)]
    public EventShape? Event { get; init; }

    [JsonPropertyOrder(-2)]
    public string[]? Editors { get; init; }

    [JsonPropertyOrder(-2)]
    public string? Publisher { get; init; }

    [JsonPropertyOrder(-2)]
    public string? Place { get; init; }

    [JsonPropertyOrder(-2)]
    public string? StandardNumber { get; init; }

    [JsonPropertyOrder(-2)]
    public string? Doi { get; init; }

    [JsonPropertyOrder(-2)]
    public string? Url { get; init; }

    [JsonPropertyOrder(-1)]
    public string? Language { get; init; }

    [JsonPropertyOrder(-1)]
    public int? Pages { get; init; }

    [JsonPropertyOrder(-1)]
    public GradeShape? Grade { get; init; }

    [JsonPropertyOrder(-1)]
    public RelatedShape[]? Related { get; init; }
}

internal sealed record SourceShape(string File, string Sha256, string Format);

internal sealed record EventShape(string? Name, string? Place, int? Year);

internal sealed record GradeShape(string Letter, double Score, string[] Reasons);

internal sealed record RelatedShape(string Id, string Kind, double Similarity, string File)
{
    public string? Title { get; init; }
}

internal sealed record SectionShape(string Title, int Level)
{
    public string? Number { get; init; }

    public int? Page { get; init; }

    public string? Kind { get; init; }

    public int? Ordinal { get; init; }
}

internal sealed record PassageShape(
    string Id,
    string Role,
    string[] HeadingPath,
    string Text,
    string[] FootnoteRefs,
    TagShape[] Kinds,
    Dictionary<string, double> Scores,
    TagShape[] Themes,
    TagShape[] Addressees,
    BoxShape[] Boxes)
{
    public int? PageFirst { get; init; }

    public int? PageLast { get; init; }

    public string? PageLabelFirst { get; init; }

    public string? PageLabelLast { get; init; }

    public string? Attribution { get; init; }

    public string? Marker { get; init; }

    public string? Label { get; init; }

    public string? Language { get; init; }

    public double? OcrConfidence { get; init; }
}

internal sealed record FootnoteShape(
    string Id, string Number, string Text, string Type, TagShape[] Kinds, TagShape[] Themes, TagShape[] Addressees, BoxShape[] Boxes)
{
    public int? Page { get; init; }

    public string? PageLabel { get; init; }

    public string? PassageId { get; init; }
}

internal sealed record TagShape(string Tag, double Confidence, string Origin)
{
    public EvidenceShape[]? Evidence { get; init; }
}

internal sealed record EvidenceShape(string Source, string Text, double Weight);

internal sealed record BoxShape(int Page, double Left, double Top, double Right, double Bottom);

internal sealed record MemberShape(string Name, string? Organisation);

internal sealed record ProblemShape(string Code, string Message, int? Page);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true)]
[JsonSerializable(typeof(DocumentShape))]
internal sealed partial class DocumentJsonContext : JsonSerializerContext
{
    static DocumentJsonContext() => Default = new(new JsonSerializerOptions(Default.Options)
    {
        // Curly quotes and accents are to be read by people; the output is no HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
