using System.Runtime.InteropServices;
using KnowledgeBase.Search.Meaning.Vectors;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Meaning;

/// <summary>How far the making of vectors has come.</summary>
/// <param name="Done">Passages that have a vector.</param>
/// <param name="Of">Passages in the store when the run began, those with a vector included.</param>
public sealed record VectorProgress(int Done, int Of);

/// <summary>
/// Gives vectors to the passages that have none. Documents are searchable by keyword before; each batch is saved at once, so that
/// a run that is stopped goes on where it was.
/// </summary>
/// <param name="vectors">The store's vectors.</param>
/// <param name="encoder">Makes them.</param>
public sealed class VectorBuilder(VectorStore vectors, ISentenceEncoder encoder)
{
    /// <summary>Passages encoded and saved together: about a second of work, and what a crash may cost.</summary>
    private const int BatchLength = 256;

    /// <summary>Makes all that is lacking.</summary>
    /// <param name="progress">Told at the start and after each batch.</param>
    /// <param name="cancellationToken">Stops between batches; what is saved stays.</param>
    /// <returns>How many vectors were made.</returns>
    /// <exception cref="Documents.RejectedInputException">The store cannot be read or written.</exception>
    public int Run(IProgress<VectorProgress>? progress, CancellationToken cancellationToken)
    {
        var model = encoder.ModelVersion;
        var before = vectors.Count(model);
        var all = before + vectors.CountLacking(model);
        progress?.Report(new VectorProgress(before, all));
        var (made, lastRow) = (0, 0L);
        while (vectors.Lacking(model, lastRow, BatchLength) is { Count: > 0 } batch)
        {
            var encoded = encoder.EncodeAll([.. batch.Select(passage => passage.Text)], cancellationToken);
            made += vectors.Save(model, [.. batch.Zip(encoded, (passage, vector) => (passage.Row, Bytes(VectorCodec.Encode(vector))))]);
            lastRow = batch[^1].Row;
            progress?.Report(new VectorProgress(before + made, Math.Max(all, before + made)));
            cancellationToken.ThrowIfCancellationRequested();
        }

        return made;
    }

    private static byte[] Bytes(sbyte[] code) => MemoryMarshal.AsBytes(code.AsSpan()).ToArray();
}
