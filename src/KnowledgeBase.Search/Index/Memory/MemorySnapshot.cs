using KnowledgeBase.Store.Index;

namespace KnowledgeBase.Search.Index.Memory;

/// <summary>The words of one state of the store: segments in order of row, and what their passages' ordinals are now.</summary>
internal sealed class MemorySnapshot
{
    // So many neighbours of about the same size are put together to one.
    private const int MergedSegments = 8;

    private readonly IReadOnlyList<PostingsSegment> segments;
    private readonly long rebuiltAt;

    private MemorySnapshot(PassageColumns columns, IReadOnlyList<PostingsSegment> segments, long rebuiltAt)
    {
        Columns = columns;
        this.segments = segments;
        this.rebuiltAt = rebuiltAt;
        Parts = [.. segments.Select(s => new SegmentPart(s, OrdinalsOf(s, columns)))];
        var words = Parts.Sum(p => p.Words);
        AverageLength = columns.Count == 0 ? 1 : Math.Max(1, words / (double)columns.Count);
    }

    public static MemorySnapshot Empty { get; } = new(PassageColumns.Empty, [], -1);

    public PassageColumns Columns { get; }

    public IReadOnlyList<SegmentPart> Parts { get; }

    /// <summary>Mean length of all passages, in words.</summary>
    public double AverageLength { get; }

    /// <summary>The store's present state: documents not yet held are loaded, those that went or changed are no longer looked at.</summary>
    public MemorySnapshot Follow(StoreSnapshot store, CancellationToken cancellation)
    {
        var rebuilt = store.RebuiltAt;
        if (store.Generation == Columns.Generation && rebuilt == rebuiltAt)
        {
            return this;
        }

        var columns = Columns.Follow(store);
        var kept = rebuilt == rebuiltAt ? segments.Where(s => s.Documents.Any(d => IsAlive(d, columns))).ToList() : [];
        var held = kept.SelectMany(s => s.Documents).Select(d => d.FirstPassageRow).ToHashSet();
        var missing = columns.Documents.Where(d => d.Rows.Length > 0 && !held.Contains(d.Rows[0])).ToArray();
        if (missing.Length > 0)
        {
            kept.Add(Load(store, missing, cancellation));
        }

        return new(columns, Merge(kept, columns, store, cancellation), rebuilt);
    }

    /// <summary>The words of texts of passages that the predicate lets through.</summary>
    public IReadOnlyList<VocabularyWord> Vocabulary(Func<int, bool> visible)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var part in Parts)
        {
            for (var term = 0; term < part.Segment.Terms.Length; term++)
            {
                var passages = 0;
                var places = new PlaceReader(part.Segment, term);
                while (places.Next())
                {
                    passages += places.TextCount > 0 && part.Ordinals[places.Passage] is var o and >= 0 && visible(o) ? 1 : 0;
                }

                if (passages > 0)
                {
                    var form = part.Segment.Terms[term].Form;
                    counts[form] = counts.GetValueOrDefault(form) + passages;
                }
            }
        }

        return [.. counts.Select(c => new VocabularyWord(c.Key, c.Value))];
    }

    private static PostingsSegment Load(StoreSnapshot store, IReadOnlyList<DocumentColumns> documents, CancellationToken cancellation)
    {
        var builder = new SegmentBuilder();
        var firstRows = documents.ToDictionary(d => d.Info.Row, d => d.Rows[0]);
        store.AnalysisData(documents.Select(d => d.Info.Row), (row, data) =>
        {
            cancellation.ThrowIfCancellationRequested();
            builder.Add(row, firstRows[row], data);
        });
        return builder.Build();
    }

    // Keeps the number of segments low at a cost that grows with n log n: see "log-structured merge", P. O'Neil et al., 1996.
    private static List<PostingsSegment> Merge(
        List<PostingsSegment> segments, PassageColumns columns, StoreSnapshot store, CancellationToken cancellation)
    {
        while (segments.Count >= MergedSegments)
        {
            var last = segments.TakeLast(MergedSegments).ToArray();
            // All but those much larger than the rest together.
            var from = segments.Count - MergedSegments;
            var rest = last.Sum(s => s.Lengths.Length);
            while (from < segments.Count - 2 && segments[from].Lengths.Length > (rest -= segments[from].Lengths.Length))
            {
                from++;
            }

            var rows = segments.Skip(from).SelectMany(s => s.Documents).Where(d => IsAlive(d, columns)).Select(d => d.FirstPassageRow).ToHashSet();
            var documents = columns.Documents.Where(d => d.Rows.Length > 0 && rows.Contains(d.Rows[0])).ToArray();
            segments.RemoveRange(from, segments.Count - from);
            segments.Add(Load(store, documents, cancellation));
        }

        return segments;
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

/// <summary>A segment as one state of the store sees it.</summary>
/// <param name="Segment">The words.</param>
/// <param name="Ordinals">The ordinal of each of its passages, or -1 for one that is gone.</param>
internal sealed record SegmentPart(PostingsSegment Segment, int[] Ordinals)
{
    /// <summary>Number of words in passages that are still there.</summary>
    public long Words { get; } = Segment.Lengths.Where((_, i) => Ordinals[i] >= 0).Sum(l => (long)l);
}
