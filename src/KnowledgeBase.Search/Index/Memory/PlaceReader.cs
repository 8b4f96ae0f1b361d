namespace KnowledgeBase.Search.Index.Memory;

/// <summary>Walks the passages of one term.</summary>
internal ref struct PlaceReader(PostingsSegment segment, int term)
{
    private readonly int first = segment.FirstPassages[term];
    private ByteReader reader = new(segment.Places.Of(term));
    private bool begun;

    public int Passage { get; private set; }

    public int TextCount { get; private set; }

    public int HeadingCount { get; private set; }

    public bool Next()
    {
        if (reader.AtEnd)
        {
            return false;
        }

        Passage = begun ? Passage + reader.Read() : first;
        begun = true;
        var counts = reader.Read();
        TextCount = counts >> 1;
        HeadingCount = (counts & 1) == 0 ? 0 : reader.Read();
        return true;
    }
}
