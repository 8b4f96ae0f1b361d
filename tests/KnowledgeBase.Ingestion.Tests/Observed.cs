namespace KnowledgeBase.Ingestion.Tests;

/// <summary>Keeps what an ingest reports.</summary>
internal sealed class Observed : IIngestObserver
{
    public List<FileOutcome> Outcomes { get; } = [];

    public List<IngestProgress> Progress { get; } = [];

    /// <summary>Called with the number of files that have ended so far.</summary>
    public Action<int> OnAdvance { get; init; } = _ => { };

    public IEnumerable<string> Names => Outcomes.Select(outcome => Path.GetFileName(outcome.File));

    public IEnumerable<OutcomeKind> Kinds => Outcomes.Select(outcome => outcome.Kind);

    public void Ended(FileOutcome outcome) => Outcomes.Add(outcome);

    public void Advanced(IngestProgress progress)
    {
        Progress.Add(progress);
        OnAdvance(progress.FilesDone);
    }
}
