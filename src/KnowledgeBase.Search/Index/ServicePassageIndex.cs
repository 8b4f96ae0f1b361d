using System.Diagnostics;
using KnowledgeBase.Search.Index.Memory;
using KnowledgeBase.Search.Query;
using KnowledgeBase.Store;
using KnowledgeBase.Store.Care;

namespace KnowledgeBase.Search.Index;

/// <summary>
/// The index for a service: the memory index, loaded from the start on, and FTS5 while that takes longer than a reader should wait, as it does
/// over a large store whose segments were not kept. Both give the same answers, so nobody sees the change but by the speed.
/// </summary>
public sealed class ServicePassageIndex : IPassageIndex
{
    // Without kept segments FTS5 answers long before the memory index is made. With them, half a million passages are there in about two seconds;
    // FTS5 needs as long for its first answer over them, and while both are at it each takes twice as long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PatienceWithSegments = TimeSpan.FromSeconds(10);

    private readonly Fts5PassageIndex first;
    private readonly MemoryPassageIndex memory;
    private readonly Lock starting = new();
    private readonly long started = Stopwatch.GetTimestamp();
    private readonly TimeSpan patience;
    private Task loading;

    /// <param name="store">The store; stays the caller's to dispose.</param>
    public ServicePassageIndex(KnowledgeStore store)
    {
        first = new(store);
        memory = new(store);
        patience = memory.HasKeptSegments ? PatienceWithSegments : Patience;
        loading = Load();
    }

    /// <inheritdoc/>
    public string Engine => Current.Engine;

    /// <inheritdoc/>
    public long Generation => Current.Generation;

    private Task Load() => Task.Run(() => memory.Follow(CancellationToken.None), CancellationToken.None);

    private IPassageIndex Current => loading.IsCompletedSuccessfully ? memory : first;

    /// <inheritdoc/>
    public void Follow(CancellationToken cancellation)
    {
        lock (starting)
        {
            // One that failed is tried again: the store may have been in the way of a restore.
            if (loading.IsFaulted)
            {
                loading = Load();
            }
        }

        var left = patience - Stopwatch.GetElapsedTime(started);
        if (left > TimeSpan.Zero)
        {
            Task.WaitAny([loading], (int)left.TotalMilliseconds, cancellation);
        }

        Current.Follow(cancellation);
    }

    /// <inheritdoc/>
    public int Rebuild(IProgress<CareProgress>? progress, CancellationToken cancellation) => Current.Rebuild(progress, cancellation);

    /// <inheritdoc/>
    public IndexAnswer Search(IndexQuery query, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(query);
        return For(query.View, cancellation).Search(query, cancellation);
    }

    /// <inheritdoc/>
    public IReadOnlyList<VocabularyWord> Vocabulary(Viewpoint view) => For(view, CancellationToken.None).Vocabulary(view);

    /// <inheritdoc/>
    public Thesaurus Terms(Viewpoint view) => For(view, CancellationToken.None).Terms(view);

    // FTS5 cannot weigh words as an earlier state of the store did: who goes on in an earlier answer waits for the memory index.
    private IPassageIndex For(Viewpoint view, CancellationToken cancellation)
    {
        if (view.UpTo < long.MaxValue)
        {
            Task.WaitAny([loading], cancellation);
        }

        return Current;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Task.WaitAny([loading]);
        memory.Dispose();
        first.Dispose();
    }
}
