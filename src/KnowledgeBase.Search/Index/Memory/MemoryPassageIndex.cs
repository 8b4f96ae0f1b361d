using KnowledgeBase.Search.Query;
using KnowledgeBase.Store;
using KnowledgeBase.Store.Care;
using KnowledgeBase.Store.Index;

namespace KnowledgeBase.Search.Index.Memory;

/// <summary>
/// The passage index held in memory, for a service that answers many queries over a large store: the words of all passages in compressed
/// lists, loaded from the index data in the store's file and brought up to date by the documents that changed.
/// </summary>
public sealed class MemoryPassageIndex : IPassageIndex
{
    private readonly KnowledgeStore store;
    private readonly Lock following = new();
    private MemorySnapshot snapshot = MemorySnapshot.Empty;

    /// <param name="store">The store; stays the caller's to dispose.</param>
    public MemoryPassageIndex(KnowledgeStore store) => this.store = store;

    /// <inheritdoc/>
    public string Engine => "memory/1";

    /// <inheritdoc/>
    public void Follow(CancellationToken cancellation)
    {
        lock (following)
        {
            var before = snapshot;
            Volatile.Write(ref snapshot, store.FullText.Read(s => before.Follow(s, cancellation)));
        }
    }

    /// <inheritdoc/>
    public int Rebuild(IProgress<CareProgress>? progress, CancellationToken cancellation)
    {
        var documents = store.Index.Rebuild(progress, cancellation);
        Follow(cancellation);
        return documents;
    }

    /// <inheritdoc/>
    public IndexAnswer Search(IndexQuery query, CancellationToken cancellation)
    {
        var current = Volatile.Read(ref snapshot);
        var visible = PassageFilter.Visible(current.Columns, query.Audience);
        using var arena = new MatchArena();
        var matcher = new MemoryMatcher(current, arena, visible, query.Audience);
        var evaluator = new Evaluator(current.Columns, arena, matcher.Matches, visible, cancellation);
        return evaluator.Answer(evaluator.Evaluate(query.Root), query);
    }

    /// <inheritdoc/>
    public IReadOnlyList<VocabularyWord> Vocabulary(Visibility audience)
    {
        var current = Volatile.Read(ref snapshot);
        return current.Vocabulary(PassageFilter.Visible(current.Columns, audience));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
