using KnowledgeBase.Search.Index;

namespace KnowledgeBase.Engines.Lucene;

/// <summary>The passages that take part in an answer, of one state of the index: what others hold must not show in its scores.</summary>
internal sealed class AudienceView
{
    public AudienceView(PassageColumns columns, int[] lengths, Viewpoint view)
    {
        Point = view;
        SeesAll = view.SeesAll;
        Visible = PassageFilter.Visible(columns, view);
        var words = 0L;
        for (var ordinal = 0; ordinal < lengths.Length; ordinal++)
        {
            if (Visible(ordinal))
            {
                Count++;
                words += lengths[ordinal];
            }
        }

        AverageLength = Count == 0 ? 1 : Math.Max(1, words / (double)Count);
    }

    /// <summary>Whose view it is, and up to which document.</summary>
    public Viewpoint Point { get; }

    /// <summary>True when no passage is left out.</summary>
    public bool SeesAll { get; }

    /// <summary>Whether the passage of an ordinal takes part.</summary>
    public Func<int, bool> Visible { get; }

    /// <summary>Passages that take part.</summary>
    public int Count { get; }

    /// <summary>Their mean length in words, at least 1.</summary>
    public double AverageLength { get; }
}
