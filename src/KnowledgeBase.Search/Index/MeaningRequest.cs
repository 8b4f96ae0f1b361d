using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Meaning;
using KnowledgeBase.Search.Meaning.Ranking;
using KnowledgeBase.Search.Query;

namespace KnowledgeBase.Search.Index;

/// <summary>Asks that hits be ordered by meaning too.</summary>
/// <param name="Query">The query's vector and the passages'.</param>
public sealed record MeaningRequest(MeaningQuery Query)
{
    /// <summary>The most passages added for their meaning alone.</summary>
    public const int MostAdded = 100;

    /// <summary>Matches looked at by meaning, the best by words; those behind them stay behind.</summary>
    public const int MostCompared = 1000;

    /// <summary>Passages in other languages count as near as their words are good, and none is added.</summary>
    public TextLanguages Languages { get; init; } = TextLanguages.All;

    /// <summary>Passages less near than this, -1 to 1, are not added.</summary>
    public float LeastCosine { get; init; } = -1;

    /// <summary>The share of meaning in the order, 0 to 1; at 1 only meaning orders, and finds where it may add.</summary>
    public double MeaningWeight { get; init; } = ConvexFusion.MeaningWeight;

    /// <summary>
    /// What must hold, besides the filters, for passages that are added though none of the query's words stands in them; null
    /// when none shall be added, since the query says exactly what must match.
    /// </summary>
    public IReadOnlyList<SearchFilter>? AddWithin { get; init; }
}
