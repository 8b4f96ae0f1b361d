using KnowledgeBase.Search.Index.Memory;
using KnowledgeBase.Search.Query;
using KnowledgeBase.Store;
using KnowledgeBase.Store.Care;

namespace KnowledgeBase.Search.Index;

/// <summary>
/// The index for a service: FTS5 answers from the first moment, the memory index as soon as it is loaded. Both give the same answers, so
/// nobody sees the change but by the speed.
/// </summary>
public sealed class ServicePassageIndex : IPassageIndex
{
    private readonly Fts5PassageIndex first;
    private readonly MemoryPassageIndex memory;
    private readonly Lock starting = new();
    private Task? loading;

    /// <param name="store">The store; stays the caller's to dispose.</param>
    public ServicePassageIndex(KnowledgeStore store)
    {
        first = new(store);
        memory = new(store);
    }

    /// <inheritdoc/>
    public string Engine => Current.Engine;

    private IPassageIndex Current => loading?.IsCompletedSuccessfully == true ? memory : first;

    /// <inheritdoc/>
    public void Follow(CancellationToken cancellation)
    {
        lock (starting)
        {
            // One that failed is tried again: the store may have been in the way of a restore.
            if (loading is null or { IsFaulted: true })
            {
                loading = Task.Run(() => memory.Follow(CancellationToken.None), CancellationToken.None);
            }
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
            Task.WaitAny([loading ?? Task.CompletedTask], cancellation);
        }

        return Current;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Task.WaitAny([loading ?? Task.CompletedTask]);
        memory.Dispose();
        first.Dispose();
    }
}
