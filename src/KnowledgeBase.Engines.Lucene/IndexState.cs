using System.Collections.Concurrent;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Store;
using Lucene.Net.Index;

namespace KnowledgeBase.Engines.Lucene;

/// <summary>One state of the index, with what its passages are in the store's columns. Counts its users: it closes when none is left.</summary>
internal sealed class IndexState
{
    private readonly DirectoryReader? reader;
    private readonly ConcurrentDictionary<Visibility, AudienceView> views = new();

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

        LanguagesPresent = columns.LanguagesPresent;
    }

    public static IndexState Empty { get; } = new(null, PassageColumns.Empty);

    public PassageColumns Columns { get; }

    public IReadOnlyList<IndexSegment> Segments { get; }

    /// <summary>Words of each passage, by ordinal.</summary>
    public int[] Lengths { get; }

    /// <summary>The languages of analysis that occur.</summary>
    public TextLanguages LanguagesPresent { get; }

    /// <summary>Matches of patterns, found once.</summary>
    public MatchCache Cache { get; } = new();

    /// <summary>What takes part; made on the first need, and kept but for who goes on in an earlier answer.</summary>
    public AudienceView View(Viewpoint view) => view.UpTo >= Columns.Newest(view.Audience)
        ? views.GetOrAdd(view.Audience, audience => new(Columns, Lengths, audience))
        : new(Columns, Lengths, view);

    /// <summary>Null when empty.</summary>
    public DirectoryReader? Reader => reader;

    /// <summary>Keeps it open for one user; false when it is closed already.</summary>
    public bool TryHold() => reader?.TryIncRef() ?? true;

    public void Release() => reader?.DecRef();
}
