namespace KnowledgeBase.Search.Index.Memory;

/// <summary>A segment as one state of the store sees it.</summary>
/// <param name="Segment">The words.</param>
/// <param name="Ordinals">The ordinal of each of its passages, or -1 for one that is gone.</param>
internal sealed record SegmentPart(PostingsSegment Segment, int[] Ordinals)
{
    /// <summary>Number of words in passages that are still there.</summary>
    public long Words { get; } = Segment.Lengths.Where((_, i) => Ordinals[i] >= 0).Sum(l => (long)l);
}
