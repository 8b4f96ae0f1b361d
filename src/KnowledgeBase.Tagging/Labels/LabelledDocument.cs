using KnowledgeBase.Documents;

namespace KnowledgeBase.Tagging.Labels;

/// <summary>A document whose passages people have labelled; the unit of splitting.</summary>
/// <param name="Group">Author batch or file; passages of one group are never on both sides of a split.</param>
/// <param name="Name">Unique within all groups.</param>
/// <param name="Genre">"un_report", "ngo_paper" …</param>
/// <param name="Document">As structuring gives it.</param>
/// <param name="Labels">By passage id; passages without an entry were not judged.</param>
public sealed record LabelledDocument(
    string Group, string Name, string Genre, StructuredDocument Document, IReadOnlyDictionary<PassageId, PassageLabels> Labels)
{
    /// <summary>How much its passages count in learning, above 0; 1 unless the label folder says otherwise.</summary>
    public double Importance { get; init; } = 1;

    /// <summary>The file it was read from, as the truth names it, or null.</summary>
    public string? SourcePath { get; init; }

    /// <summary>First and last page that were judged, from 1; null when all were.</summary>
    public (int First, int Last)? Pages { get; init; }
}
