using KnowledgeBase.Search.Index;
using KnowledgeBase.Store.Index;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Directory = Lucene.Net.Store.Directory;

namespace KnowledgeBase.Engines.Lucene;

/// <summary>Makes an index of one state of the store, or brings an older one to it; each becomes visible whole, by one commit.</summary>
internal sealed class IndexMaker(StoreSnapshot snapshot, PassageColumns columns, CancellationToken cancellation)
{
    private const double BufferMegabytes = 96;

    /// <summary>Takes in what changed since a generation.</summary>
    public void Update(string path, long since)
    {
        var changed = snapshot.ChangedSince(since).Select(d => d.Row).ToHashSet();
        using var directory = FSDirectory.Open(path);
        Write(directory, OpenMode.APPEND, columns.Documents.Where(d => changed.Contains(d.Info.Row)), snapshot.RemovedSince(since).Concat(changed));
    }

    /// <summary>Makes it in a folder.</summary>
    public void Make(string path)
    {
        using var directory = FSDirectory.Open(path);
        Write(directory, OpenMode.CREATE, columns.Documents, []);
    }

    /// <summary>Makes it without any file.</summary>
    public DirectoryReader MakeInMemory()
    {
        var directory = new RAMDirectory();
        Write(directory, OpenMode.CREATE, columns.Documents, []);
        return DirectoryReader.Open(directory);
    }

    private void Write(Directory directory, OpenMode mode, IEnumerable<DocumentColumns> documents, IEnumerable<long> gone)
    {
        using var writer = Writer(directory, mode);
        try
        {
            using var passages = new PassageWriter(writer);
            foreach (var row in gone)
            {
                writer.DeleteDocuments(PassageWriter.TermOf(row));
            }

            passages.Add(snapshot, documents, cancellation);
            IndexFolder.Sign(writer, snapshot.Stamp, snapshot.Generation);
            writer.Commit();
        }
        catch
        {
            // Without this, leaving would commit the half of it.
            writer.Rollback();
            throw;
        }
    }

    // Neighbours are merged, never others: so passages stay in the order in which they came, which is the store's.
    private static IndexWriter Writer(Directory directory, OpenMode mode) => new(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, null)
    {
        OpenMode = mode, RAMBufferSizeMB = BufferMegabytes, MergePolicy = new LogByteSizeMergePolicy(), MergeScheduler = new SerialMergeScheduler(),
    });
}
