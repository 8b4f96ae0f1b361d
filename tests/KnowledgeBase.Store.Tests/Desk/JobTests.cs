using KnowledgeBase.Store.Desk;

namespace KnowledgeBase.Store.Tests.Desk;

public sealed class JobTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Keeps_what_a_job_said_last_and_how_it_ended()
    {
        using var store = folder.Open();
        var id = store.Jobs.Create("ingest", "a.pdf").Id;
        store.Jobs.Update(id, JobState.Running, "reading", null);
        store.Jobs.Update(id, JobState.Done, null, "{}");

        var job = store.Jobs.Update(id, JobState.Failed, "too late", null)!;

        Assert.Equal((JobState.Done, "reading", "{}", true), (job.State, job.Progress, job.Result, job.Ended));
    }

    [Fact]
    public void Cancels_what_an_earlier_run_left_unfinished()
    {
        using var store = folder.Open();
        var running = store.Jobs.Create("ingest", "a.pdf").Id;
        store.Jobs.Update(running, JobState.Running, null, null);
        var done = store.Jobs.Create("ingest", "b.pdf").Id;
        store.Jobs.Update(done, JobState.Done, null, null);

        Assert.Equal(1, store.Jobs.CancelUnfinished());

        Assert.Equal([(done, JobState.Done), (running, JobState.Cancelled)], store.Jobs.Last(5).Select(j => (j.Id, j.State)));
    }
}
