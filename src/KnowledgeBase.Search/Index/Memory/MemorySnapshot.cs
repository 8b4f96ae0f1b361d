using System.Collections.Concurrent;
using KnowledgeBase.Store;
using KnowledgeBase.Store.Index;

namespace KnowledgeBase.Search.Index.Memory;

/// <summary>The words of one state of the store: segments in order of row, and what their passages' ordinals are now.</summary>
internal sealed class MemorySnapshot
{
    // So many segments are few enough to ask one after the other.
    private const int MostSegments = 8;

    private readonly ConcurrentDictionary<Visibility, IReadOnlyList<VocabularyWord>> vocabularies = new();

    private MemorySnapshot(PassageColumns columns, IReadOnlyList<PostingsSegment> segments, StoreStamp stamp)
    {
        Columns = columns;
        Stamp = stamp;
        Parts = [.. segments.Select(s => new SegmentPart(s, OrdinalsOf(s, columns)))];
        AverageLength = columns.Count == 0 ? 1 : Math.Max(1, Parts.Sum(p => p.Words) / (double)columns.Count);
    }

    public static MemorySnapshot Empty { get; } = new(PassageColumns.Empty, [], new("", 0, ""));

    public PassageColumns Columns { get; }

    /// <summary>Which store, and which making of its index data, the segments come from.</summary>
    public StoreStamp Stamp { get; }

    public IReadOnlyList<SegmentPart> Parts { get; }

    /// <summary>Mean length of all passages, in words.</summary>
    public double AverageLength { get; }

    /// <summary>The store's present state: documents not yet held are loaded, those that went or changed are no longer looked at.</summary>
    /// <param name="store">The store's present state.</param>
    /// <param name="saved">Segments of an earlier run, to start from when nothing is held yet.</param>
    /// <param name="cancellation">Stops between documents.</param>
    public MemorySnapshot Follow(StoreSnapshot store, Func<StoreStamp, IReadOnlyList<PostingsSegment>> saved, CancellationToken cancellation)
    {
        var stamp = store.Stamp;
        if (store.Generation == Columns.Generation && stamp == Stamp)
        {
            return this;
        }

        // At a start the file is read beside the store.
        var reading = stamp == Stamp ? null : Task.Run(() => saved(stamp), CancellationToken.None);
        var columns = Columns.Follow(store);
        var segments = reading is null ? Parts.Select(p => p.Segment) : reading.GetAwaiter().GetResult();
        var kept = segments.Where(s => s.Documents.Any(d => IsAlive(d, columns))).ToList();
        var held = kept.SelectMany(s => s.Documents).Select(d => d.FirstPassageRow).ToHashSet();
        var missing = columns.Documents.Where(d => d.Count > 0 && !held.Contains(d.FirstRow)).ToArray();
        if (missing.Length > 0)
        {
            kept.Add(Load(store, missing, cancellation));
        }

        return new(columns, kept, stamp);
    }

    /// <summary>
    /// Neighbouring segments, the newest ones, that are worth putting together: all but those much larger than the rest together, so that
    /// each passage is copied a number of times that grows with the logarithm only (P. O'Neil et al., "The log-structured merge-tree", 1996).
    /// </summary>
    public IReadOnlyList<PostingsSegment> WorthMerging()
    {
        if (Parts.Count < MostSegments)
        {
            return [];
        }

        var from = 0;
        var behind = Parts.Sum(p => (long)p.Segment.Lengths.Length);
        while (from < Parts.Count - 2)
        {
            behind -= Parts[from].Segment.Lengths.Length;
            if (Parts[from].Segment.Lengths.Length <= behind)
            {
                break;
            }

            from++;
        }

        return [.. Parts.Skip(from).Select(p => p.Segment)];
    }

    /// <summary>
    /// One segment of those documents of the given ones that are still there. The store may be further on than this state: what it has
    /// changed since is left out, and loaded when the state follows.
    /// </summary>
    public PostingsSegment Merge(IReadOnlyList<PostingsSegment> merged, StoreSnapshot store, CancellationToken cancellation)
    {
        var columns = Columns;
        var rows = merged.SelectMany(s => s.Documents).Where(d => IsAlive(d, columns)).Select(d => d.FirstPassageRow).ToHashSet();
        return Load(store, [.. columns.Documents.Where(d => d.Count > 0 && rows.Contains(d.FirstRow))], cancellation);
    }

    /// <summary>The same state with some segments replaced by one, or this when they are no longer all held.</summary>
    public MemorySnapshot Replace(IReadOnlyList<PostingsSegment> merged, PostingsSegment by)
    {
        var segments = Parts.Select(p => p.Segment).ToList();
        var at = segments.IndexOf(merged[0]);
        if (at < 0 || !segments.Skip(at).Take(merged.Count).SequenceEqual(merged))
        {
            return this;
        }

        segments.RemoveRange(at, merged.Count);
        segments.Insert(at, by);
        return new(Columns, segments, Stamp);
    }

    /// <summary>How many passages the predicate lets through, and their mean length in words, at least 1: what others hold must not show in scores.</summary>
    public (int Count, double AverageLength) Measure(Func<int, bool> visible)
    {
        var (count, words) = (0, 0L);
        foreach (var part in Parts)
        {
            for (var passage = 0; passage < part.Ordinals.Length; passage++)
            {
                if (part.Ordinals[passage] is >= 0 and var ordinal && visible(ordinal))
                {
                    count++;
                    words += part.Segment.Lengths[passage];
                }
            }
        }

        return (count, count == 0 ? 1 : Math.Max(1, words / (double)count));
    }

    /// <summary>The words of texts of passages that take part; gathered on the first need, since it goes through all lists.</summary>
    public IReadOnlyList<VocabularyWord> Vocabulary(Viewpoint view) =>
        view.UpTo >= Columns.Newest(view.Audience) ? vocabularies.GetOrAdd(view.Audience, audience => Words(audience)) : Words(view);

    private VocabularyWord[] Words(Viewpoint view)
    {
        var visible = PassageFilter.Visible(Columns, view);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var part in Parts)
        {
            for (var term = 0; term < part.Segment.TermCount; term++)
            {
                var passages = 0;
                var places = new PlaceReader(part.Segment, term);
                while (places.Next())
                {
                    passages += places.TextCount > 0 && part.Ordinals[places.Passage] is var o and >= 0 && visible(o) ? 1 : 0;
                }

                if (passages > 0)
                {
                    var form = part.Segment.FormOf(term);
                    counts[form] = counts.GetValueOrDefault(form) + passages;
                }
            }
        }

        return [.. counts.Select(c => new VocabularyWord(c.Key, c.Value))];
    }

    private static PostingsSegment Load(StoreSnapshot store, IReadOnlyList<DocumentColumns> documents, CancellationToken cancellation)
    {
        var builder = new SegmentBuilder();
        store.AnalysisData(documents.Select(d => (d.Info.Row, d.FirstRow)), (document, passage, data) =>
        {
            cancellation.ThrowIfCancellationRequested();
            builder.Add(document, passage, data);
        });
        return builder.Build();
    }

    private static bool IsAlive(SegmentDocument document, PassageColumns columns) => columns.OrdinalOf(document.FirstPassageRow) >= 0;

    private static int[] OrdinalsOf(PostingsSegment segment, PassageColumns columns)
    {
        var ordinals = new int[segment.Lengths.Length];
        foreach (var document in segment.Documents.Where(d => d.Count > 0))
        {
            var first = columns.OrdinalOf(document.FirstPassageRow);
            for (var i = 0; i < document.Count; i++)
            {
                ordinals[document.First + i] = first < 0 ? -1 : first + i;
            }
        }

        return ordinals;
    }
}
