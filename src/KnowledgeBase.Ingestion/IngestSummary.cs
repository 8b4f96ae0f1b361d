namespace KnowledgeBase.Ingestion;

/// <summary>What became of all files of one run.</summary>
/// <param name="Added">New documents.</param>
/// <param name="Unchanged">Files whose bytes were in the store.</param>
/// <param name="Updated">New versions and new readings.</param>
/// <param name="Failed">Files that could not be taken in.</param>
/// <param name="Pages">Pages read in this run.</param>
/// <param name="Passages">Passages stored in this run.</param>
/// <param name="Elapsed">Wall-clock time.</param>
public sealed record IngestSummary(int Added, int Unchanged, int Updated, int Failed, int Pages, int Passages, TimeSpan Elapsed)
{
    /// <summary>Nothing yet.</summary>
    public static IngestSummary Empty { get; } = new(0, 0, 0, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Files with an outcome.</summary>
    public int Files => Added + Unchanged + Updated + Failed;

    /// <summary>This summary and one more file.</summary>
    public IngestSummary With(FileOutcome outcome) => this with
    {
        Added = Added + (outcome.Kind == OutcomeKind.Added ? 1 : 0),
        Unchanged = Unchanged + (outcome.Kind == OutcomeKind.Unchanged ? 1 : 0),
        Updated = Updated + (outcome.Kind == OutcomeKind.Updated ? 1 : 0),
        Failed = Failed + (outcome.Kind == OutcomeKind.Failed ? 1 : 0),
        Pages = Pages + (outcome.Pages ?? 0),
        Passages = Passages + outcome.Passages,
    };
}
