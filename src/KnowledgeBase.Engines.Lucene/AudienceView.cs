using KnowledgeBase.Search.Index;
using KnowledgeBase.Store;

namespace KnowledgeBase.Engines.Lucene;

/// <summary>What an audience may see of one state of the index: what others hold must not show in its scores.</summary>
internal sealed class AudienceView
{
    public AudienceView(PassageColumns columns, int[] lengths, Visibility audience)
    {
        Audience = audience;
        SeesAll = audience == Visibility.Restricted;
        Visible = PassageFilter.Visible(columns, audience);
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

    public Visibility Audience { get; }

    /// <summary>True when no passage is kept from it.</summary>
    public bool SeesAll { get; }

    /// <summary>Whether it may see the passage of an ordinal.</summary>
    public Func<int, bool> Visible { get; }

    /// <summary>Passages that it may see.</summary>
    public int Count { get; }

    /// <summary>Their mean length in words, at least 1.</summary>
    public double AverageLength { get; }
}
