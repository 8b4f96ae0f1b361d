using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using KnowledgeBase.Documents;
using KnowledgeBase.Ingestion;
using KnowledgeBase.Store;
using KnowledgeBase.Store.Desk;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KnowledgeBase.Web.Jobs;

/// <summary>
/// Takes uploaded files in, one job after the other, in the background. Every job's state is kept in the store; whoever follows a job hears
/// of each change.
/// </summary>
/// <param name="parts">Takes the files in.</param>
/// <param name="logger">Hears of faults of the program.</param>
public sealed partial class IngestJobs(SiteParts parts, ILogger<IngestJobs> logger) : BackgroundService
{
    private readonly Channel<Upload> queue = Channel.CreateBounded<Upload>(100);
    private readonly ConcurrentDictionary<long, CancellationTokenSource> stops = [];
    private readonly JobNews news = new();

    /// <summary>Queues a job for uploaded files.</summary>
    /// <param name="upload">The files; the job deletes them at its end.</param>
    /// <returns>The job, or null when too many wait already; then the files are deleted.</returns>
    public Job? Enqueue(UploadedFiles upload)
    {
        ArgumentNullException.ThrowIfNull(upload);
        var job = parts.Store.Jobs.Create("ingest", string.Join(", ", upload.Files.Select(file => file.Name)));
        stops[job.Id] = new();
        if (queue.Writer.TryWrite(new(job.Id, upload)))
        {
            return job;
        }

        upload.Delete();
        Forget(job.Id);
        Tell(job.Id, JobState.Failed, "too many jobs wait", null);
        return null;
    }

    /// <summary>Stops a job that waits or runs: files that ended stay in the store.</summary>
    /// <returns>False when there is no such job, or it has ended.</returns>
    public bool Stop(long id)
    {
        if (!stops.TryGetValue(id, out var stop))
        {
            return false;
        }

        try
        {
            stop.Cancel();
            return true;
        }
        catch (ObjectDisposedException)
        {
            // It ended between the look and the word.
            return false;
        }
    }

    /// <summary>A job now and each time it changes, up to its end.</summary>
    public IAsyncEnumerable<Job> FollowAsync(long id, CancellationToken cancellationToken) =>
        news.FollowAsync(id, () => parts.Store.Jobs.Get(id), cancellationToken);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        parts.Store.Jobs.CancelUnfinished();
        UploadedFiles.DeleteAll(parts.Store.Root);
        await foreach (var upload in queue.Reader.ReadAllAsync(stoppingToken).ConfigureAwait(false))
        {
            await RunAsync(upload, stoppingToken).ConfigureAwait(false);
        }
    }

    private async Task RunAsync(Upload upload, CancellationToken stoppingToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, stops[upload.Job].Token);
        var observer = new Observer(this, upload.Job);
        try
        {
            Tell(upload.Job, JobState.Running, null, null);
            await parts.Ingester.IngestAsync(upload.Files.Files, upload.Files.Options, observer, stop.Token).ConfigureAwait(false);
            Tell(upload.Job, JobState.Done, null, observer.Result);
        }
        catch (OperationCanceledException)
        {
            Tell(upload.Job, JobState.Cancelled, null, observer.Result);
        }
        catch (RejectedInputException error)
        {
            Tell(upload.Job, JobState.Failed, error.Message, observer.Result);
        }
        // A fault of ours in one job must not end the service for everybody.
        catch (Exception error)
        {
            LogFault(error, upload.Job);
            Tell(upload.Job, JobState.Failed, $"The program failed ({error.GetType().Name}). Please report this with the file.", observer.Result);
        }
        finally
        {
            upload.Files.Delete();
            Forget(upload.Job);
        }
    }

    private void Forget(long job)
    {
        if (stops.TryRemove(job, out var stop))
        {
            stop.Dispose();
        }
    }

    private void Tell(long id, JobState state, string? progress, string? result)
    {
        if (parts.Store.Jobs.Update(id, state, progress, result) is { } job)
        {
            news.Tell(job);
        }
    }

    [LoggerMessage(EventId = 10, Level = LogLevel.Error, Message = "Job {Job} met a fault of the program")]
    private partial void LogFault(Exception error, long job);

    private sealed record Upload(long Job, UploadedFiles Files);

    private sealed class Observer(IngestJobs jobs, long job) : IIngestObserver
    {
        private readonly List<JobOutcome> outcomes = [];

        public string Result => JsonSerializer.Serialize(outcomes, JobJson.Default.IReadOnlyListJobOutcome);

        public void Ended(FileOutcome outcome) => outcomes.Add(JobOutcome.Of(outcome));

        public void Advanced(IngestProgress progress) => jobs.Tell(job, JobState.Running, $"{progress.FilesDone}/{progress.FilesTotal}", Result);
    }
}
