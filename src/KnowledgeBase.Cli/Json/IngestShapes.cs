using KnowledgeBase.Documents;
using KnowledgeBase.Ingestion;

namespace KnowledgeBase.Cli.Json;

/// <summary>One line of <c>kb ingest --json</c>.</summary>
internal sealed record OutcomeShape(string File, string Outcome)
{
    public string? Document { get; init; }

    public int? Version { get; init; }

    public string? Title { get; init; }

    public int? Pages { get; init; }

    public int? Passages { get; init; }

    public int? Footnotes { get; init; }

    public string? Grade { get; init; }

    public IReadOnlyList<string>? GradeReasons { get; init; }

    public ProblemShape[]? Problems { get; init; }

    public ProblemShape? Error { get; init; }

    public string? Note { get; init; }

    public string? KeptVisibility { get; init; }

    public static OutcomeShape Of(FileOutcome outcome)
    {
        var read = outcome.Kind is OutcomeKind.Added or OutcomeKind.Updated;
        return new(outcome.File, EnumWords.Of(outcome.Kind))
        {
            Document = outcome.Document?.Value,
            Version = outcome.Document is null ? null : outcome.Version,
            Title = outcome.Title,
            Pages = outcome.Pages,
            Passages = read ? outcome.Passages : null,
            Footnotes = read ? outcome.Footnotes : null,
            Grade = outcome.Grade?.Letter,
            GradeReasons = outcome.Grade is { Reasons.Count: > 0 } grade ? grade.Reasons : null,
            Problems = read ? [.. outcome.Problems.Select(ProblemShape.Of)] : null,
            Error = outcome.Error is { } error ? ProblemShape.Of(error) : null,
            Note = outcome.Note,
            KeptVisibility = outcome.KeptVisibility is { } kept ? EnumWords.Of(kept) : null,
        };
    }
}

/// <summary>A problem.</summary>
internal sealed record ProblemShape(string Code, string Message, int? Page)
{
    public static ProblemShape Of(Problem problem) => new(problem.Code, problem.Message, problem.Page);
}

/// <summary>The last line of <c>kb ingest --json</c>.</summary>
internal sealed record SummaryLine(SummaryShape Summary);

/// <summary>What became of a run.</summary>
internal sealed record SummaryShape(int Files, int Added, int Unchanged, int Updated, int Failed, int Pages, int Passages, double Seconds)
{
    public static SummaryShape Of(IngestSummary summary) => new(
        summary.Files, summary.Added, summary.Unchanged, summary.Updated, summary.Failed, summary.Pages, summary.Passages,
        Math.Round(summary.Elapsed.TotalSeconds, 3));
}
