namespace KnowledgeBase.Ingestion;

/// <summary>Counts a run's outcomes and hands them on in the order the files were found.</summary>
internal sealed class IngestRun
{
    private readonly Lock access = new();
    private readonly IReadOnlyList<FoundFile> files;
    private readonly IIngestObserver observer;
    private readonly TimeProvider time;
    private readonly long start;
    private readonly long bytesTotal;
    private readonly FileOutcome?[] waiting;
    private int reported;
    private long bytesDone;
    private IngestSummary summary = IngestSummary.Empty;

    public IngestRun(IReadOnlyList<FoundFile> files, IIngestObserver observer, TimeProvider time)
    {
        this.files = files;
        this.observer = observer;
        this.time = time;
        start = time.GetTimestamp();
        bytesTotal = files.Sum(file => file.SizeBytes);
        waiting = new FileOutcome?[files.Count];
    }

    /// <summary>What became of the files so far.</summary>
    public IngestSummary Summary => summary with { Elapsed = time.GetElapsedTime(start) };

    public void Ended(int index, FileOutcome outcome)
    {
        lock (access)
        {
            waiting[index] = outcome;
            summary = summary.With(outcome);
            bytesDone += files[index].SizeBytes;
            while (reported < waiting.Length && waiting[reported] is { } next)
            {
                observer.Ended(next);
                waiting[reported++] = null;
            }

            observer.Advanced(new(summary.Files, files.Count, bytesDone, bytesTotal, summary.Pages, time.GetElapsedTime(start)));
        }
    }

    /// <summary>Hands on what still waits for an earlier file that was given up.</summary>
    public void ReportRest()
    {
        lock (access)
        {
            for (; reported < waiting.Length; reported++)
            {
                if (waiting[reported] is { } outcome)
                {
                    observer.Ended(outcome);
                }
            }
        }
    }
}
