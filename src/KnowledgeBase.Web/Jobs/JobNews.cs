using System.Runtime.CompilerServices;
using System.Threading.Channels;
using KnowledgeBase.Store.Desk;

namespace KnowledgeBase.Web.Jobs;

/// <summary>Tells those who follow a job of its changes. Thread-safe.</summary>
internal sealed class JobNews
{
    private readonly Lock access = new();
    private readonly List<(long Id, Channel<Job> Channel)> followers = [];

    public void Tell(Job job)
    {
        lock (access)
        {
            foreach (var (id, channel) in followers)
            {
                if (id == job.Id)
                {
                    channel.Writer.TryWrite(job);
                }
            }
        }
    }

    /// <summary>The job now and each time it changes, up to its end. A slow follower misses what lies between, never the end.</summary>
    public async IAsyncEnumerable<Job> FollowAsync(long id, Func<Job?> now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<Job>(new BoundedChannelOptions(8) { FullMode = BoundedChannelFullMode.DropOldest });
        // Joined before the present state is read, so that nothing falls between the two.
        lock (access)
        {
            followers.Add((id, channel));
        }

        try
        {
            if (now() is not { } job)
            {
                yield break;
            }

            yield return job;
            while (!job.Ended)
            {
                job = await channel.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                yield return job;
            }
        }
        finally
        {
            lock (access)
            {
                followers.Remove((id, channel));
            }
        }
    }
}
