using KnowledgeBase.Documents;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Answers;

/// <summary>
/// What lists show of every document, in memory: an answer names dozens of documents, and looking each up in the store takes longer than
/// finding the passages. Follows the store, reading only what changed. Safe to use from several threads.
/// </summary>
/// <param name="store">The store; stays the caller's to dispose.</param>
internal sealed class DocumentInfos(KnowledgeStore store)
{
    private readonly Lock following = new();
    private Dictionary<DocumentId, DocumentInfo> known = [];
    private long generation;

    /// <summary>All documents as the store has them now; what it gives never changes.</summary>
    public IReadOnlyDictionary<DocumentId, DocumentInfo> Now()
    {
        lock (following)
        {
            store.FullText.Read(snapshot =>
            {
                if (snapshot.Generation is var now && now != generation)
                {
                    var changed = snapshot.ChangedSince(generation);
                    var gone = snapshot.RemovedSince(generation).ToHashSet();
                    var next = known.Where(document => !gone.Contains(document.Value.Row)).ToDictionary();
                    foreach (var document in changed)
                    {
                        next[document.Id] = document;
                    }

                    (known, generation) = (next, now);
                }

                return true;
            });
            return known;
        }
    }
}
