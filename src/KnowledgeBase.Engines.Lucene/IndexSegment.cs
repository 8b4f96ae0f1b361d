using KnowledgeBase.Search.Index;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace KnowledgeBase.Engines.Lucene;

/// <summary>A segment of the index.</summary>
internal sealed class IndexSegment
{
    public IndexSegment(AtomicReaderContext context, PassageColumns columns)
    {
        Context = context;
        Ordinals = new int[Reader.MaxDoc];
        var rows = Reader.GetNumericDocValues(IndexFields.Row);
        var before = -2;
        for (var i = 0; i < Ordinals.Length; i++)
        {
            var row = rows?.Get(i) ?? -1;
            // Nearly always the passage after the one before; only at the bounds of documents it must be looked for.
            var ordinal = before + 1 >= 0 && before + 1 < columns.Count && columns.Rows[before + 1] == row ? before + 1 : columns.OrdinalOf(row);
            Ordinals[i] = LiveDocs?.Get(i) == false ? -1 : Math.Max(ordinal, -1);
            before = Ordinals[i] >= 0 ? Ordinals[i] : before;
        }
    }

    public AtomicReaderContext Context { get; }

    public AtomicReader Reader => Context.AtomicReader;

    /// <summary>Null when nothing is deleted.</summary>
    public IBits? LiveDocs => Reader.LiveDocs;

    /// <summary>The ordinal of each of its passages in the columns, or -1 when it is no longer there.</summary>
    public int[] Ordinals { get; }

    public void CopyLengths(int[] lengths)
    {
        if (Reader.GetNumericDocValues(IndexFields.Length) is not { } values)
        {
            return;
        }

        for (var i = 0; i < Ordinals.Length; i++)
        {
            if (Ordinals[i] >= 0)
            {
                lengths[Ordinals[i]] = (int)values.Get(i);
            }
        }
    }
}
