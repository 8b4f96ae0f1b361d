using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Meaning.Vectors;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Meaning;

/// <summary>
/// The vectors of a store's passages in memory, and the encoder that makes a query comparable with them. It follows the store:
/// vectors made meanwhile are taken in by <see cref="Follow"/>. Safe to use from several threads.
/// </summary>
/// <param name="vectors">The store's vectors.</param>
/// <param name="encoder">The encoder that made them.</param>
public sealed class MeaningIndex(VectorStore vectors, ISentenceEncoder encoder)
{
    /// <summary>From so many vectors on, candidates are chosen by sketches before they are compared exactly.</summary>
    public const int ExactUpTo = 200_000;

    // A reader asks the same again and again: on the next page, around a hit, by program. Encoding it is most of what a small store costs.
    private const int MostKept = 500;

    private readonly ConcurrentDictionary<string, float[]> _kept = new(StringComparer.Ordinal);
    private readonly Lock _following = new();
    private readonly ExactVectorSearch _exact = new();
    private readonly SketchedVectorSearch _sketched = new();
    private VectorTable _table = VectorTable.Empty(encoder.Dimensions);
    private readonly List<long> _sequences = [];

    /// <summary>The languages that the encoder reads.</summary>
    public TextLanguages Languages => encoder.Languages;

    /// <summary>See <see cref="ISentenceEncoder.UnrelatedCosine"/>.</summary>
    public float UnrelatedCosine => encoder.UnrelatedCosine;

    /// <summary>Vectors in memory.</summary>
    public int Count => Volatile.Read(ref _table).Count;

    /// <summary>Takes in the vectors saved since it last did.</summary>
    /// <exception cref="Documents.RejectedInputException">The store cannot be read.</exception>
    public void Follow()
    {
        lock (_following)
        {
            var sequences = new List<long>();
            var longer = _table.Longer();
            vectors.ForEachSince(encoder.ModelVersion, _sequences.Count > 0 ? _sequences[^1] : 0, (sequence, passage, code) =>
            {
                longer.Add(passage, MemoryMarshal.Cast<byte, sbyte>(code));
                sequences.Add(sequence);
            });
            Volatile.Write(ref _table, longer.Build());
            _sequences.AddRange(sequences);
        }
    }

    /// <summary>Sequence of the newest vector in memory whose passage an audience may see, or 0.</summary>
    /// <param name="audience">Who asks.</param>
    /// <param name="upTo">Only vectors up to this sequence.</param>
    /// <exception cref="Documents.RejectedInputException">The store cannot be read.</exception>
    public long Newest(Visibility audience, long upTo = long.MaxValue)
    {
        long last;
        lock (_following)
        {
            last = _sequences.Count > 0 ? _sequences[^1] : 0;
        }

        return last == 0 ? 0 : vectors.NewestSeen(encoder.ModelVersion, audience, Math.Min(last, upTo));
    }

    /// <summary>Encodes a query, to be compared with the vectors now in memory.</summary>
    /// <param name="text">The query.</param>
    /// <param name="upTo">Only vectors up to this sequence; see <see cref="MeaningQuery.Sequence"/>.</param>
    public MeaningQuery Ask(string text, long upTo = long.MaxValue)
    {
        VectorTable table;
        int count;
        long last;
        lock (_following)
        {
            // Vectors lie in the table in the order of their sequence.
            table = _table;
            var place = _sequences.BinarySearch(upTo);
            count = place >= 0 ? place + 1 : ~place;
            last = count > 0 ? _sequences[count - 1] : 0;
        }

        return new MeaningQuery(table, count, last, Encode(text), table.Count > ExactUpTo ? _sketched.Nearest : _exact.Nearest);
    }

    private float[] Encode(string text)
    {
        if (_kept.Count > MostKept)
        {
            _kept.Clear();
        }

        return _kept.GetOrAdd(text, encoder.Encode);
    }
}
