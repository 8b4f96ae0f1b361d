using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using KnowledgeBase.Web.Api;

namespace KnowledgeBase.Cli.Json;

/// <summary>The program's own JSON: snake case, unknown values left out, readable accents; source-generated.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OutcomeShape))]
[JsonSerializable(typeof(SummaryLine))]
[JsonSerializable(typeof(DocumentListShape))]
[JsonSerializable(typeof(RemovedShape))]
[JsonSerializable(typeof(StatusShape))]
[JsonSerializable(typeof(VerifyShape))]
[JsonSerializable(typeof(ReindexShape))]
[JsonSerializable(typeof(BackupShape))]
[JsonSerializable(typeof(KeyShape[]))]
[JsonSerializable(typeof(List<JudgedShape>))]
[JsonSerializable(typeof(ReviewShape))]
[JsonSerializable(typeof(AgendaShape))]
[JsonSerializable(typeof(AgreementListShape))]
[JsonSerializable(typeof(RetagShape))]
[JsonSerializable(typeof(List<StructureShape>))]
[JsonSerializable(typeof(PassageContext))]
[JsonSerializable(typeof(ErrorShape))]
internal sealed partial class CliJson : JsonSerializerContext
{
    // Lazy, since the generated half of this class is initialised in no known order.
    private static readonly Lazy<CliJson> Compact = new(() => Readable(indented: false));

    private static readonly Lazy<CliJson> Indented = new(() => Readable(indented: true));

    /// <summary>A value as one line.</summary>
    public static string Line<T>(T value) => JsonSerializer.Serialize(value, typeof(T), Compact.Value);

    /// <summary>A value as a whole answer, indented.</summary>
    public static string Answer<T>(T value) => JsonSerializer.Serialize(value, typeof(T), Indented.Value);

    private static CliJson Readable(bool indented) => new(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
    });
}
