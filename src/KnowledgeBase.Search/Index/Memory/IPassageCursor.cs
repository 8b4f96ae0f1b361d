namespace KnowledgeBase.Search.Index.Memory;

/// <summary>Walks passages of a segment forward.</summary>
internal interface IPassageCursor
{
    /// <summary>The present passage, or <see cref="TermCursor.End"/>.</summary>
    int Passage { get; }

    /// <summary>Moves to the first passage from a number on.</summary>
    void MoveTo(int least);

    /// <summary>Moves all to the first passage from a number on that each of them has, and gives it, or <see cref="TermCursor.End"/>.</summary>
    /// <param name="cursors">At least one; the one with the fewest passages should come first.</param>
    /// <param name="least">The number.</param>
    static int MoveAll(IReadOnlyList<IPassageCursor> cursors, int least)
    {
        for (var i = 0; i < cursors.Count && least != TermCursor.End;)
        {
            cursors[i].MoveTo(least);
            // One that has none before a later passage sends all the others there.
            (least, i) = cursors[i].Passage == least ? (least, i + 1) : (cursors[i].Passage, 0);
        }

        return least;
    }
}
