namespace KnowledgeBase.Search.Meaning.Vectors;

/// <summary>
/// Vector codes in memory, in blocks, with the row of the passage each belongs to. Immutable: adding gives a new table that
/// shares the full blocks. A passage added again replaces its older vector.
/// </summary>
public sealed class VectorTable
{
    /// <summary>Vectors in a block: 2 MB of 512 dimensions.</summary>
    internal const int BlockLength = 4096;

    private readonly Dictionary<long, int> _slots;

    private VectorTable(int dimensions, IReadOnlyList<VectorBlock> blocks, int count, Dictionary<long, int> slots) =>
        (Dimensions, Blocks, Count, _slots) = (dimensions, blocks, count, slots);

    /// <summary>Length of every code.</summary>
    public int Dimensions { get; }

    /// <summary>Vectors held, those replaced included.</summary>
    public int Count { get; }

    internal IReadOnlyList<VectorBlock> Blocks { get; }

    /// <summary>A table without vectors.</summary>
    public static VectorTable Empty(int dimensions) => new(dimensions, [], 0, []);

    /// <summary>A table with more vectors.</summary>
    /// <param name="vectors">Rows of passages and their codes, each <see cref="Dimensions"/> long.</param>
    public VectorTable With(IEnumerable<(long Row, sbyte[] Code)> vectors)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        var blocks = Blocks.ToList();
        var slots = _slots;
        var count = Count;
        foreach (var (row, code) in vectors)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(code.Length, Dimensions, nameof(vectors));
            if (ReferenceEquals(slots, _slots))
            {
                slots = new Dictionary<long, int>(_slots);
            }

            var place = count % BlockLength;
            if (place == 0)
            {
                blocks.Add(new VectorBlock(Dimensions));
            }
            else if (count == Count)
            {
                // Readers of this table may be looking at its last block: it is filled further in a copy.
                blocks[^1] = blocks[^1].Copy();
            }

            if (slots.TryGetValue(row, out var older))
            {
                blocks[older / BlockLength] = blocks[older / BlockLength].Without(older % BlockLength);
            }

            blocks[^1].Set(place, row, code);
            slots[row] = count++;
        }

        return count == Count ? this : new VectorTable(Dimensions, blocks, count, slots);
    }

    /// <summary>The place of a passage's vector, from 0 in the order in which they were added; negative when it has none.</summary>
    internal int Place(long row) => _slots.TryGetValue(row, out var slot) ? slot : -1;

    /// <summary>The cosine of a code with the vector of a passage, -1 to 1; null when the passage has none.</summary>
    /// <param name="code">See <see cref="VectorCodec.Encode"/>.</param>
    /// <param name="inverseLength">See <see cref="VectorCodec.InverseLength"/>.</param>
    /// <param name="row">The passage's row.</param>
    internal float? Cosine(ReadOnlySpan<sbyte> code, float inverseLength, long row) =>
        _slots.TryGetValue(row, out var slot) ? Blocks[slot / BlockLength].Product(slot % BlockLength, code) * inverseLength : null;
}
