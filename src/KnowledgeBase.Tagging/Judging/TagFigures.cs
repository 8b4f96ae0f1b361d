using System.Text.Json;
using System.Text.Json.Serialization;

namespace KnowledgeBase.Tagging.Judging;

/// <summary>What the program shows beside each tag: how far the tag may be trusted.</summary>
/// <param name="Model">The model that was judged.</param>
/// <param name="Set">What it was judged on, in words.</param>
/// <param name="Passages">How many passages were judged.</param>
/// <param name="Tags">Per tag.</param>
public sealed partial record TagFigures(string Model, string Set, int Passages, IReadOnlyList<TagFigure> Tags)
{
    private const string ResourceName = "figures.json";

    /// <summary>The figures of the delivered model, as `kb evaluate` last wrote them; null when the program was built without.</summary>
    public static TagFigures? Delivered()
    {
        using var stream = typeof(TagFigures).Assembly.GetManifestResourceStream(ResourceName);
        return stream is null ? null : Read(stream);
    }

    /// <summary>Figures as <see cref="Write"/> wrote them.</summary>
    /// <exception cref="JsonException">It is no such JSON.</exception>
    public static TagFigures? Read(Stream json) => JsonSerializer.Deserialize(json, FiguresJson.Default.TagFigures);

    /// <summary>The figures to show: real reports where there are any, else the labels.</summary>
    public static TagFigures Of(EvaluationReport report)
    {
        var set = report.Truths.Count > 0 ? report.Truths[0] : report.CrossValidation;
        return new(report.Model, set.Set, set.Passages, set.Tags);
    }

    /// <summary>As JSON, indented.</summary>
    public string Write() => JsonSerializer.Serialize(this, FiguresJson.Default.TagFigures) + "\n";

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true, NewLine = "\n")]
    [JsonSerializable(typeof(TagFigures))]
    internal sealed partial class FiguresJson : JsonSerializerContext;
}
