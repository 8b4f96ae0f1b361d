namespace KnowledgeBase.Store.Index;

/// <summary>
/// All documents of the state last asked for: everything that follows the store begins with them, and thousands take a while to read and room to
/// hold, so that those who ask get the same ones. Safe to use from several threads.
/// </summary>
internal sealed class DocumentList
{
    private sealed record State(StoreStamp Stamp, long Generation, IReadOnlyList<DocumentInfo> Documents);

    private readonly Lock reading = new();
    private State? last;

    /// <summary>All documents of a snapshot, in order of row.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="read">Reads them from it.</param>
    public IReadOnlyList<DocumentInfo> Of(StoreSnapshot snapshot, Func<IReadOnlyList<DocumentInfo>> read)
    {
        var (stamp, generation) = (snapshot.Stamp, snapshot.Generation);
        lock (reading)
        {
            if (last is null || last.Stamp != stamp || last.Generation != generation)
            {
                last = new(stamp, generation, read());
            }

            return last.Documents;
        }
    }
}
