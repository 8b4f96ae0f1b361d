namespace KnowledgeBase.Search.Meaning.Ranking;

/// <summary>
/// Joins the score by words and the cosine by meaning into one: the weighted mean of both, each divided by the best of its kind
/// (Bruch, Gai and Ingber 2023, "An Analysis of Fusion Functions for Hybrid Retrieval"). On cran, cisi and med it gains where
/// fusing ranks loses; the weight is the one that <c>kb evaluate-search</c>
/// chooses by leaving one collection out, see docs/evaluation.md.
/// </summary>
public static class ConvexFusion
{
    /// <summary>The share of meaning, 0 to 1.</summary>
    public const double MeaningWeight = 0.5;

    /// <summary>A score from 0 to 1.</summary>
    /// <param name="keyword">Score by words, 0 or more; 0 when none matches.</param>
    /// <param name="bestKeyword">The best such score for the query.</param>
    /// <param name="cosine">-1 to 1; null when the passage has no vector yet: it is then taken to be as near as its words are good.</param>
    /// <param name="bestCosine">The best cosine for the query.</param>
    /// <param name="meaningWeight">See <see cref="MeaningWeight"/>.</param>
    public static double Score(double keyword, double bestKeyword, float? cosine, float bestCosine, double meaningWeight = MeaningWeight)
    {
        var byWords = bestKeyword > 0 ? keyword / bestKeyword : 0;
        var byMeaning = cosine is { } known ? (bestCosine > 0 ? Math.Max(known, 0) / bestCosine : 0) : byWords;
        return ((1 - meaningWeight) * byWords) + (meaningWeight * byMeaning);
    }
}
