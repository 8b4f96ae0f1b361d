using KnowledgeBase.Search.Query;

namespace KnowledgeBase.Search.Index.Memory;

/// <summary>
/// Walks the passages in which words stand one behind the other. Looks at one passage at a time, so that two words which stand in every
/// passage need no list of all their places.
/// </summary>
internal sealed class SequenceCursor : IPassageCursor
{
    private readonly WordCursor[] words;
    private readonly WordCursor[] rarestFirst;
    private readonly WordPlace place;
    private readonly List<PositionKey> next = [];

    /// <param name="words">At least one, in their order.</param>
    /// <param name="place">Where they are looked for.</param>
    public SequenceCursor(WordCursor[] words, WordPlace place)
    {
        this.words = words;
        this.place = place;
        rarestFirst = [.. words.OrderBy(w => w.MostPassages)];
    }

    /// <summary>No fewer than the passages there are.</summary>
    public int MostPassages => rarestFirst[0].MostPassages;

    /// <summary>The present passage, or <see cref="TermCursor.End"/>; -1 before the first move.</summary>
    public int Passage { get; private set; } = -1;

    /// <summary>Where the sequence begins in the present passage, rising.</summary>
    public List<PositionKey> Instances { get; } = [];

    /// <summary>Moves to the first passage from a number on.</summary>
    public void MoveTo(int least)
    {
        if (Passage >= least)
        {
            return;
        }

        Passage = IPassageCursor.MoveAll(rarestFirst, least);
        while (Passage != TermCursor.End && !ReadInstances())
        {
            Passage = IPassageCursor.MoveAll(rarestFirst, Passage + 1);
        }
    }

    private bool ReadInstances()
    {
        words[0].ReadPositions(place, Instances);
        for (var i = 1; i < words.Length && Instances.Count > 0; i++)
        {
            words[i].ReadPositions(place, next);
            KeepFollowed(i);
        }

        return Instances.Count > 0;
    }

    // Those that have one of the next word so many words behind them.
    private void KeepFollowed(int distance)
    {
        var kept = 0;
        for (int i = 0, j = 0; i < Instances.Count && j < next.Count;)
        {
            var wanted = Instances[i].Value + distance;
            if (next[j].Value == wanted)
            {
                Instances[kept++] = Instances[i++];
                j++;
            }
            else if (next[j].Value < wanted)
            {
                j++;
            }
            else
            {
                i++;
            }
        }

        Instances.RemoveRange(kept, Instances.Count - kept);
    }
}
