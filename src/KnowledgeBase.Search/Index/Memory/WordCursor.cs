using KnowledgeBase.Search.Query;

namespace KnowledgeBase.Search.Index.Memory;

/// <summary>Walks the passages of several terms that count as one word. The term with the least passage stands first, as in a heap.</summary>
internal sealed class WordCursor : IPassageCursor
{
    private readonly TermCursor[] terms;

    /// <param name="segment">The segment.</param>
    /// <param name="terms">Numbers of its terms.</param>
    public WordCursor(PostingsSegment segment, int[] terms)
    {
        this.terms = new TermCursor[terms.Length];
        for (var i = 0; i < terms.Length; i++)
        {
            this.terms[i] = new(segment, terms[i]);
            this.terms[i].MoveTo(0);
            MostPassages += (segment.Places.Of(terms[i]).Length + 1) / 2;
        }

        Array.Sort(this.terms, (a, b) => a.Passage.CompareTo(b.Passage));
    }

    /// <summary>No fewer than the passages there are: each takes two bytes at least, the first one.</summary>
    public int MostPassages { get; }

    /// <summary>The present passage, or <see cref="TermCursor.End"/>.</summary>
    public int Passage => terms.Length == 0 ? TermCursor.End : terms[0].Passage;

    /// <summary>Moves to the first passage from a number on.</summary>
    public void MoveTo(int least)
    {
        while (Passage < least)
        {
            terms[0].MoveTo(least);
            Sink();
        }
    }

    /// <summary>The positions in the present passage, rising; to be read once.</summary>
    /// <param name="place">Where they are looked for.</param>
    /// <param name="keys">Gets them; what is in it goes.</param>
    public void ReadPositions(WordPlace place, List<PositionKey> keys)
    {
        keys.Clear();
        ReadFrom(0, Passage, place, keys);
        if (terms.Length > 1)
        {
            keys.Sort();
        }
    }

    private void ReadFrom(int node, int passage, WordPlace place, List<PositionKey> keys)
    {
        if (node < terms.Length && terms[node].Passage == passage)
        {
            terms[node].ReadPositions(place, keys);
            ReadFrom((2 * node) + 1, passage, place, keys);
            ReadFrom((2 * node) + 2, passage, place, keys);
        }
    }

    private void Sink()
    {
        for (var node = 0; ;)
        {
            var child = (2 * node) + 1;
            if (child + 1 < terms.Length && terms[child + 1].Passage < terms[child].Passage)
            {
                child++;
            }

            if (child >= terms.Length || terms[node].Passage <= terms[child].Passage)
            {
                return;
            }

            (terms[node], terms[child]) = (terms[child], terms[node]);
            node = child;
        }
    }
}
