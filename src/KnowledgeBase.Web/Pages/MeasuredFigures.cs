using System.Text.Json;
using KnowledgeBase.Tagging.Judging;

namespace KnowledgeBase.Web.Pages;

/// <summary>How well one tag is told.</summary>
/// <param name="Label">The tag.</param>
/// <param name="Precision">0 to 1.</param>
/// <param name="Recall">0 to 1.</param>
/// <param name="Due">Passages that carry it: the sample's size.</param>
public sealed record MeasuredTag(string Label, double Precision, double Recall, int Due);

/// <summary>Figures measured on one set of passages.</summary>
/// <param name="Set">What was measured on, in words.</param>
/// <param name="Passages">Its size.</param>
/// <param name="Tags">By tag.</param>
public sealed record MeasuredFigures(string Set, int Passages, IReadOnlyList<MeasuredTag> Tags)
{
    /// <summary>
    /// The figures of an evaluation report as <c>kb evaluate</c> writes it: those on real reports where it has them, else those on the labels.
    /// Null for a file that is not there, or says nothing of tags.
    /// </summary>
    /// <param name="path">The report, or null for the figures that the program was delivered with.</param>
    public static MeasuredFigures? Read(string? path)
    {
        if (path is null)
        {
            return TagFigures.Delivered() is { } delivered
                ? new(delivered.Set, delivered.Passages, [.. delivered.Tags.Select(tag => new MeasuredTag(tag.Label, tag.Precision, tag.Recall, tag.Due))])
                : null;
        }

        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var set = Get(json.RootElement, "tags") is not null ? json.RootElement
                : Get(json.RootElement, "truths") is { ValueKind: JsonValueKind.Array } truths && truths.GetArrayLength() > 0
                ? truths[0]
                : Get(json.RootElement, "cross_validation");
            return set is { } found && Get(found, "tags") is { ValueKind: JsonValueKind.Array } tags
                ? new(Get(found, "set")?.GetString() ?? "", Get(found, "passages")?.GetInt32() ?? 0, [.. tags.EnumerateArray().Select(ReadTag)])
                : null;
        }
        catch (Exception error) when (error is JsonException or IOException or InvalidOperationException)
        {
            // A report of another make is no reason to fail the page.
            return null;
        }
    }

    /// <summary>The delivered figures of one tag, or null where it was not measured.</summary>
    public static MeasuredTag? OfTag(string label) => Delivered.Value.GetValueOrDefault(label);

    private static readonly Lazy<IReadOnlyDictionary<string, MeasuredTag>> Delivered =
        new(() => (Read(null)?.Tags ?? []).ToDictionary(tag => tag.Label, StringComparer.Ordinal));

    private static MeasuredTag ReadTag(JsonElement tag) => new(
        Get(tag, "label")?.GetString() ?? "", Get(tag, "precision")?.GetDouble() ?? 0, Get(tag, "recall")?.GetDouble() ?? 0, Get(tag, "due")?.GetInt32() ?? 0);

    private static JsonElement? Get(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;
}
