namespace KnowledgeBase.Ingestion.Tests;

public class IngestProgressTests
{
    [Fact]
    public void Time_left_follows_from_the_bytes_that_are_done()
    {
        var progress = new IngestProgress(2, 4, BytesDone: 100, BytesTotal: 400, Pages: 50, Elapsed: TimeSpan.FromSeconds(10));

        Assert.Equal(TimeSpan.FromSeconds(30), progress.TimeLeft);
        Assert.Equal(5, progress.PagesPerSecond);
        Assert.Equal(0.25, progress.Share);
    }

    [Fact]
    public void Nothing_is_foretold_before_anything_is_done()
    {
        var progress = new IngestProgress(0, 4, BytesDone: 0, BytesTotal: 400, Pages: 0, Elapsed: TimeSpan.Zero);

        Assert.Null(progress.TimeLeft);
        Assert.Equal(0, progress.PagesPerSecond);
    }

    [Fact]
    public void A_summary_counts_each_outcome_once()
    {
        var summary = new[] { OutcomeKind.Added, OutcomeKind.Failed, OutcomeKind.Added, OutcomeKind.Unchanged, OutcomeKind.Updated }
            .Select(kind => new FileOutcome("f", kind) { Pages = 2, Passages = 3 })
            .Aggregate(IngestSummary.Empty, (sum, outcome) => sum.With(outcome));

        Assert.Equal((2, 1, 1, 1, 5, 10, 15), (summary.Added, summary.Unchanged, summary.Updated, summary.Failed, summary.Files, summary.Pages, summary.Passages));
    }
}
