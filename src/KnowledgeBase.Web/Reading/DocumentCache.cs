using KnowledgeBase.Documents;
using KnowledgeBase.Store;

namespace KnowledgeBase.Web.Reading;

/// <summary>Documents that were read lately, whole: unpacking one for every passage page would take longer than all the rest. Thread-safe.</summary>
/// <param name="parts">The store.</param>
public sealed class DocumentCache(SiteParts parts)
{
    private const int Most = 24;
    private readonly Lock access = new();
    private readonly LinkedList<(DocumentId Id, StoredDocument Document)> recent = new();
    private long generation = -1;

    /// <summary>A document as the store has it now, or null. Who may see it is not asked here.</summary>
    public StoredDocument? Get(DocumentId id)
    {
        var now = parts.Store.FullText.Read(snapshot => snapshot.Generation);
        lock (access)
        {
            if (now != generation)
            {
                Follow();
            }

            for (var node = recent.First; node is not null; node = node.Next)
            {
                if (node.Value.Id == id)
                {
                    recent.Remove(node);
                    recent.AddFirst(node);
                    return node.Value.Document;
                }
            }
        }

        return Remember(parts.Store.Documents.Get(id), now);
    }

    // Only what changed goes: while reports come in, the others are read on.
    private void Follow() => parts.Store.FullText.Read(snapshot =>
    {
        var gone = recent.Count == 0 ? [] : snapshot.ChangedSince(generation).Select(document => document.Row).Concat(snapshot.RemovedSince(generation)).ToHashSet();
        for (var (node, next) = (recent.First, recent.First?.Next); node is not null; (node, next) = (next, next?.Next))
        {
            if (gone.Contains(node.Value.Document.Info.Row))
            {
                recent.Remove(node);
            }
        }

        generation = snapshot.Generation;
        return true;
    });

    private StoredDocument? Remember(StoredDocument? document, long read)
    {
        lock (access)
        {
            if (document is not null && read == generation)
            {
                recent.AddFirst((document.Info.Id, document));
                if (recent.Count > Most)
                {
                    recent.RemoveLast();
                }
            }
        }

        return document;
    }
}
