namespace KnowledgeBase.Search.Index.Memory;

/// <summary>What one document has of one term.</summary>
/// <param name="first">The first passage of the document with it.</param>
/// <param name="last">The last passage of the document with it.</param>
/// <param name="places">See <see cref="DocumentPostings"/>.</param>
/// <param name="positions">See <see cref="DocumentPostings"/>.</param>
internal readonly ref struct PostingsPart(int first, int last, ReadOnlySpan<byte> places, ReadOnlySpan<byte> positions)
{
    public int First { get; } = first;

    public int Last { get; } = last;

    public ReadOnlySpan<byte> Places { get; } = places;

    public ReadOnlySpan<byte> Positions { get; } = positions;

    public static PostingsPart Read(ref ByteReader reader)
    {
        var first = reader.Read();
        var last = first + reader.Read();
        var places = reader.Read(reader.Read());
        return new(first, last, places, reader.Read(reader.Read()));
    }
}
