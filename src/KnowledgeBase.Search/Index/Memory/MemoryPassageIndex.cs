using System.Diagnostics;
using KnowledgeBase.Documents;
using KnowledgeBase.Search.Query;
using KnowledgeBase.Store;
using KnowledgeBase.Store.Care;
using KnowledgeBase.Store.Index;

namespace KnowledgeBase.Search.Index.Memory;

/// <summary>
/// The passage index held in memory, for a service that answers many queries over a large store: the words of all passages in compressed
/// lists, loaded from the index data in the store's file (or from the segments that the last run left beside it) and brought up to date by the
/// documents that changed: at once, in a store of more than 100,000 passages within a second. Segments are put together and saved in the
/// background; no query waits for that.
/// </summary>
public sealed class MemoryPassageIndex : IPassageIndex
{
    // Fewer new passages than this are loaded faster than the file is written.
    private const int WorthSaving = 5_000;

    // Beyond so many passages a new state costs enough that each query need not have its own.
    private const int Large = 100_000;

    private static readonly TimeSpan LargePause = TimeSpan.FromSeconds(1);

    private readonly KnowledgeStore store;
    private readonly string file;
    private readonly Lock following = new();
    private readonly Lock tidyingStart = new();
    private readonly CancellationTokenSource closing = new();

    // More at once than there are processors take no less time together, and each holds its share of memory meanwhile.
    private readonly SemaphoreSlim searching = new(Environment.ProcessorCount);
    private MemorySnapshot snapshot = MemorySnapshot.Empty;
    private long followed;
    private Task tidying = Task.CompletedTask;
    private IReadOnlyList<PostingsSegment> savedSegments = [];

    /// <param name="store">The store; stays the caller's to dispose.</param>
    public MemoryPassageIndex(KnowledgeStore store)
    {
        this.store = store;
        file = Path.Combine(store.Root, "index", "memory.segments");
    }

    /// <summary>True when an earlier run left segments that fit the store; whether they are whole shows when they are read.</summary>
    public bool HasKeptSegments => SegmentFile.IsOf(file, store.FullText.Read(s => s.Stamp));

    /// <inheritdoc/>
    public string Engine => "memory/1";

    /// <inheritdoc/>
    public long Generation => Volatile.Read(ref snapshot).Columns.Generation;

    /// <inheritdoc/>
    public void Follow(CancellationToken cancellation)
    {
        lock (following)
        {
            var before = snapshot;
            if (before.Columns.Count >= Large && Stopwatch.GetElapsedTime(followed) < LargePause)
            {
                return;
            }

            Volatile.Write(ref snapshot, store.FullText.Read(s => before.Follow(s, Saved, cancellation)));
            followed = Stopwatch.GetTimestamp();
        }

        lock (tidyingStart)
        {
            if (tidying.IsCompleted && !closing.IsCancellationRequested && NeedsTidying(Volatile.Read(ref snapshot)))
            {
                tidying = Task.Run(() => Tidy(closing.Token), CancellationToken.None);
            }
        }
    }

    /// <inheritdoc/>
    public int Rebuild(IProgress<CareProgress>? progress, CancellationToken cancellation)
    {
        var documents = store.Index.Rebuild(progress, cancellation);
        lock (following)
        {
            followed = 0;
        }

        Follow(cancellation);
        return documents;
    }

    /// <inheritdoc/>
    public IndexAnswer Search(IndexQuery query, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(query);
        searching.Wait(cancellation);
        try
        {
            return Search(Volatile.Read(ref snapshot), query, cancellation);
        }
        finally
        {
            searching.Release();
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<VocabularyWord> Vocabulary(Viewpoint view) => Volatile.Read(ref snapshot).Vocabulary(view);

    /// <inheritdoc/>
    public Thesaurus Terms(Viewpoint view) => Volatile.Read(ref snapshot).Columns.Terms(view);

    /// <summary>Ends the work in the background.</summary>
    public void Dispose()
    {
        lock (tidyingStart)
        {
            closing.Cancel();
        }

        tidying.Wait();
        closing.Dispose();
        searching.Dispose();
    }

    private static IndexAnswer Search(MemorySnapshot current, IndexQuery query, CancellationToken cancellation)
    {
        var visible = PassageFilter.Visible(current.Columns, query.View);
        using var arena = new MatchArena();
        var matcher = new MemoryMatcher(current, arena, visible, query.View);
        var evaluator = new Evaluator(current.Columns.Within(query.Within), arena, matcher.Matches, query.View, cancellation);
        return evaluator.Answer(evaluator.Evaluate(query.Root), query);
    }

    private IReadOnlyList<PostingsSegment> Saved(StoreStamp stamp) => savedSegments = SegmentFile.Read(file, stamp);

    private bool NeedsTidying(MemorySnapshot current) => current.WorthMerging().Count > 0 || Unsaved(current) >= WorthSaving;

    private int Unsaved(MemorySnapshot current) =>
        current.Parts.Where(p => !savedSegments.Contains(p.Segment)).Sum(p => p.Segment.Lengths.Length);

    private void Tidy(CancellationToken cancellation)
    {
        try
        {
            for (var current = Volatile.Read(ref snapshot); current.WorthMerging() is { Count: > 0 } worth; current = Volatile.Read(ref snapshot))
            {
                var merged = store.FullText.Read(s => s.Stamp == current.Stamp ? current.Merge(worth, s, cancellation) : null);
                if (merged is null)
                {
                    return;
                }

                lock (following)
                {
                    snapshot = snapshot.Replace(worth, merged);
                }
            }

            Save(Volatile.Read(ref snapshot));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Closing: what is left undone is done by the next start.
        }
        catch (RejectedInputException)
        {
            // The store cannot be read now; the next query says so to whoever asks.
        }
    }

    private void Save(MemorySnapshot current)
    {
        if (Unsaved(current) < WorthSaving)
        {
            return;
        }

        var segments = current.Parts.Select(p => p.Segment).ToArray();
        try
        {
            SegmentFile.Write(file, current.Stamp, segments);
            savedSegments = segments;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Without the file the next start takes longer, nothing else.
        }
    }
}
