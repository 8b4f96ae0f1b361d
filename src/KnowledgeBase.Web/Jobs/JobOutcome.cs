using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using KnowledgeBase.Documents;
using KnowledgeBase.Ingestion;

namespace KnowledgeBase.Web.Jobs;

/// <summary>How one uploaded file ended.</summary>
/// <param name="File">Its name.</param>
/// <param name="Outcome">"added", "unchanged", "updated" or "failed".</param>
public sealed record JobOutcome(string File, string Outcome)
{
    /// <summary>Its document, or null when it failed.</summary>
    public string? Document { get; init; }

    /// <summary>Its title, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Passages taken in.</summary>
    public int Passages { get; init; }

    /// <summary>"A" to "D", or null.</summary>
    public string? Grade { get; init; }

    /// <summary>Code of the error, or null.</summary>
    public string? Code { get; init; }

    /// <summary>What was wrong, or what is to be known; or null.</summary>
    public string? Message { get; init; }

    /// <summary>Who may see its document ("public", "network" or "restricted"), when it was in already and that is not what was chosen; else null.</summary>
    [Description("Who may see the document, when it was in already and that is not what was chosen for the file: an admin changes it.")]
    public string? KeptVisibility { get; init; }

    /// <summary>Makes one of a file's outcome.</summary>
    public static JobOutcome Of(FileOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return new(outcome.File, EnumWords.Of(outcome.Kind))
        {
            Document = outcome.Document?.Value,
            Title = outcome.Title,
            Passages = outcome.Passages,
            Grade = outcome.Grade?.Letter,
            Code = outcome.Error?.Code,
            Message = outcome.Error?.Message ?? outcome.Note,
            KeptVisibility = outcome.KeptVisibility is { } kept ? EnumWords.Of(kept) : null,
        };
    }

    /// <summary>The outcomes that a job's result holds; none before its first file ended.</summary>
    public static IReadOnlyList<JobOutcome> Read(string? result) =>
        result is null ? [] : JsonSerializer.Deserialize(result, JobJson.Default.IReadOnlyListJobOutcome) ?? [];
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<JobOutcome>))]
internal sealed partial class JobJson : JsonSerializerContext;
