namespace KnowledgeBase.Search.Index.Memory;

/// <summary>A word's place: passage, heading or text, and position, in one number that orders by them.</summary>
/// <param name="Value">The number; one word further on is one more.</param>
internal readonly record struct PositionKey(long Value) : IComparable<PositionKey>
{
    // No passage has as many words: a million of them.
    private const int PositionBits = 20;

    public int Passage => (int)(Value >> (PositionBits + 1));

    public bool InHeading => (Field & 1) == 0;

    /// <summary>Passage and heading or text.</summary>
    public long Field => Value >> PositionBits;

    public static PositionKey Of(int passage, bool heading, int position) =>
        new((((long)passage << 1) | (heading ? 0L : 1L)) << PositionBits | (uint)Math.Min(position, (1 << PositionBits) - 2));

    public int CompareTo(PositionKey other) => Value.CompareTo(other.Value);
}
