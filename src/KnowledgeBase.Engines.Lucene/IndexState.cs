using KnowledgeBase.Search.Index;
using Lucene.Net.Index;

namespace KnowledgeBase.Engines.Lucene;

/// <summary>One state of the index, with what its passages are in the store's columns. Counts its users: it closes when none is left.</summary>
internal sealed class IndexState
{
    private readonly DirectoryReader? reader;

    public IndexState(DirectoryReader? reader, PassageColumns columns)
    {
        this.reader = reader;
        Columns = columns;
        Segments = reader is null ? [] : [.. reader.Leaves.Select(leaf => new IndexSegment(leaf, columns))];
        Lengths = new int[columns.Count];
        foreach (var segment in Segments)
        {
            segment.CopyLengths(Lengths);
        }

        AverageLength = columns.Count == 0 ? 1 : Math.Max(1, Lengths.Sum(l => (long)l) / (double)columns.Count);
    }

    public static IndexState Empty { get; } = new(null, PassageColumns.Empty);

    public PassageColumns Columns { get; }

    public IReadOnlyList<IndexSegment> Segments { get; }

    /// <summary>Words of each passage, by ordinal.</summary>
    public int[] Lengths { get; }

    /// <summary>Mean length of all passages, in words.</summary>
    public double AverageLength { get; }

    /// <summary>Matches of patterns, found once.</summary>
    public MatchCache Cache { get; } = new();

    /// <summary>Null when empty.</summary>
    public DirectoryReader? Reader => reader;

    /// <summary>Keeps it open for one user; false when it is closed already.</summary>
    public bool TryHold() => reader?.TryIncRef() ?? true;

    public void Release() => reader?.DecRef();
}
