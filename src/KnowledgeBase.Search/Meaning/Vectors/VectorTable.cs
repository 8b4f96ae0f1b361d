using System.Runtime.CompilerServices;

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
        var longer = Longer();
        foreach (var (row, code) in vectors)
        {
            longer.Add(row, code);
        }

        return longer.Build();
    }

    /// <summary>Takes vectors one by one for a longer table, so that a hundred thousand of them need not be gathered before.</summary>
    internal Builder Longer() => new(this);

    /// <summary>The place of a passage's vector, from 0 in the order in which they were added; negative when it has none.</summary>
    internal int Place(long row) => _slots.TryGetValue(row, out var slot) ? slot : -1;

    /// <summary>The cosine of a code with the vector of a passage, -1 to 1; null when the passage has none.</summary>
    /// <param name="code">See <see cref="VectorCodec.Encode"/>.</param>
    /// <param name="inverseLength">See <see cref="VectorCodec.InverseLength"/>.</param>
    /// <param name="row">The passage's row.</param>
    internal float? Cosine(ReadOnlySpan<sbyte> code, float inverseLength, long row) =>
        _slots.TryGetValue(row, out var slot) ? Blocks[slot / BlockLength].Product(slot % BlockLength, code) * inverseLength : null;

    /// <summary>A table in the making; not safe to use from several threads.</summary>
    internal sealed class Builder(VectorTable before)
    {
        private readonly List<VectorBlock> _blocks = [.. before.Blocks];
        private Dictionary<long, int> _slots = before._slots;
        private int _count = before.Count;

        /// <summary>Adds a vector; the code is copied.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)] // Run thousands of times at a start, before code is optimised by itself.
        public void Add(long row, ReadOnlySpan<sbyte> code)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(code.Length, before.Dimensions, nameof(code));
            if (_count == before.Count)
            {
                _slots = new Dictionary<long, int>(_slots);
            }

            var place = _count % BlockLength;
            if (place == 0)
            {
                _blocks.Add(new VectorBlock(before.Dimensions));
            }
            else if (_count == before.Count)
            {
                // Readers of the table before may be looking at its last block: it is filled further in a copy.
                _blocks[^1] = _blocks[^1].Copy();
            }

            if (_slots.TryGetValue(row, out var older))
            {
                _blocks[older / BlockLength] = _blocks[older / BlockLength].Without(older % BlockLength);
            }

            _blocks[^1].Set(place, row, code);
            _slots[row] = _count++;
        }

        public VectorTable Build() => _count == before.Count ? before : new VectorTable(before.Dimensions, _blocks, _count, _slots);
    }
}
