namespace KnowledgeBase.Search.Index;

/// <summary>Keeps the first hits of an order while all are offered.</summary>
internal sealed class TopHits
{
    private readonly PassageColumns columns;
    private readonly HitOrder order;
    private readonly int capacity;
    private readonly PriorityQueue<(int Ordinal, float Score), (int Ordinal, float Score)> worstFirst;
    private readonly IComparer<(int Ordinal, float Score)> comparer;

    public TopHits(PassageColumns columns, HitOrder order, int capacity)
    {
        this.columns = columns;
        this.order = order;
        this.capacity = capacity;
        comparer = Comparer<(int Ordinal, float Score)>.Create(Compare);
        worstFirst = new(Comparer<(int Ordinal, float Score)>.Create((a, b) => Compare(b, a)));
    }

    public void Offer(int ordinal, float score)
    {
        if (worstFirst.Count < capacity)
        {
            worstFirst.Enqueue((ordinal, score), (ordinal, score));
        }
        else if (capacity > 0 && Compare((ordinal, score), worstFirst.Peek()) < 0)
        {
            worstFirst.EnqueueDequeue((ordinal, score), (ordinal, score));
        }
    }

    /// <summary>The hits from an offset on, in order.</summary>
    public IReadOnlyList<IndexHit> Page(int offset)
    {
        var all = worstFirst.UnorderedItems.Select(i => i.Element).ToArray();
        Array.Sort(all, comparer);
        return [.. all.Skip(offset).Select(h => new IndexHit(columns.Rows[h.Ordinal], h.Score))];
    }

    // Below 0 when a comes first.
    private int Compare((int Ordinal, float Score) a, (int Ordinal, float Score) b)
    {
        if (order == HitOrder.Document)
        {
            return a.Ordinal.CompareTo(b.Ordinal);
        }

        if (order == HitOrder.Year && YearOf(b.Ordinal).CompareTo(YearOf(a.Ordinal)) is var years && years != 0)
        {
            return years;
        }

        var scores = b.Score.CompareTo(a.Score);
        return scores != 0 ? scores : a.Ordinal.CompareTo(b.Ordinal);
    }

    private int YearOf(int ordinal) => columns.Documents[columns.DocumentOf[ordinal]].Info.Year ?? int.MinValue;
}
