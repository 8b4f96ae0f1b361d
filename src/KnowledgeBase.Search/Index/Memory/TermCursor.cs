using KnowledgeBase.Search.Query;

namespace KnowledgeBase.Search.Index.Memory;

/// <summary>
/// Walks the passages of one term forward and reads, where asked to, its positions in the present one. Positions that nobody asks for are
/// gone over only when later ones are read.
/// </summary>
internal struct TermCursor(PostingsSegment segment, int term)
{
    /// <summary>The passage behind the last.</summary>
    public const int End = int.MaxValue;

    private int placeAt;
    private int positionAt;
    private int unread;
    private int headings;
    private int texts;

    /// <summary>The present passage; -1 before the first move.</summary>
    public int Passage { get; private set; } = -1;

    /// <summary>Moves to the first passage from a number on, or to <see cref="End"/>.</summary>
    public void MoveTo(int least)
    {
        var places = new ByteReader(segment.Places.Of(term), placeAt);
        while (Passage < least)
        {
            unread += headings + texts;
            (headings, texts) = (0, 0);
            if (places.AtEnd)
            {
                Passage = End;
                break;
            }

            Passage = Passage < 0 ? segment.FirstPassages[term] : Passage + places.Read();
            var counts = places.Read();
            texts = counts >> 1;
            headings = (counts & 1) == 0 ? 0 : places.Read();
        }

        placeAt = places.At;
    }

    /// <summary>Adds the positions in the present passage, rising; once for each passage.</summary>
    public void ReadPositions(WordPlace place, List<PositionKey> keys)
    {
        var positions = new ByteReader(segment.Positions.Of(term), positionAt);
        positions.Skip(unread);
        Read(ref positions, headings, heading: true, place == WordPlace.Text ? null : keys);
        Read(ref positions, texts, heading: false, place == WordPlace.Heading ? null : keys);
        positionAt = positions.At;
        (unread, headings, texts) = (0, 0, 0);
    }

    private readonly void Read(ref ByteReader positions, int count, bool heading, List<PositionKey>? keys)
    {
        var position = 0;
        for (; count > 0; count--)
        {
            position += positions.Read();
            keys?.Add(PositionKey.Of(Passage, heading, position));
        }
    }
}
