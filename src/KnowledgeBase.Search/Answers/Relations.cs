using KnowledgeBase.Documents;
using KnowledgeBase.Store;
using KnowledgeBase.Store.Index;
using KnowledgeBase.Store.Likeness;

namespace KnowledgeBase.Search.Answers;

/// <summary>
/// What each document is to others, in memory: the table is read anew when a document has come, changed or gone, not for each question. Safe to
/// use from several threads.
/// </summary>
/// <param name="store">The store; stays the caller's to dispose.</param>
internal sealed class Relations(KnowledgeStore store)
{
    private readonly Lock following = new();
    private IReadOnlyDictionary<DocumentId, IReadOnlyList<RelatedDocument>> known = new Dictionary<DocumentId, IReadOnlyList<RelatedDocument>>();
    private (StoreStamp Store, long Generation)? state;

    /// <summary>The relations as the store has them now; what it gives never changes.</summary>
    public IReadOnlyDictionary<DocumentId, IReadOnlyList<RelatedDocument>> Now()
    {
        // Read before the table: what is saved in between is read again next time.
        var now = store.FullText.Read(snapshot => (snapshot.Stamp, snapshot.Generation));
        lock (following)
        {
            if (now != state)
            {
                (known, state) = (store.Related.All(), now);
            }

            return known;
        }
    }
}
