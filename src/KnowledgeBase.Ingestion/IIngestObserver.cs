namespace KnowledgeBase.Ingestion;

/// <summary>Hears of a run as it goes on. Called by one thread at a time.</summary>
public interface IIngestObserver
{
    /// <summary>A file has ended. Files are reported in the order they were found, whatever order they end in.</summary>
    void Ended(FileOutcome outcome);

    /// <summary>The run has come further; called as files end, in whatever order.</summary>
    void Advanced(IngestProgress progress);
}
