namespace KnowledgeBase.Search.Judging;

/// <summary>What leaving one collection out gives for it.</summary>
/// <param name="Set">The collection left out.</param>
/// <param name="Weight">The weight that is best on the mean of the others.</param>
/// <param name="Ndcg10">nDCG@10 of the hybrid order on the collection left out, with that weight.</param>
/// <param name="KeywordNdcg10">nDCG@10 of the keyword order there.</param>
public sealed record LeftOut(string Set, double Weight, double Ndcg10, double KeywordNdcg10);

/// <summary>Chooses the share of meaning in the hybrid order so that no collection is measured with a weight it helped to choose.</summary>
public static class FusionChoice
{
    /// <summary>The weights tried; 0 would be the keyword order.</summary>
    public static IReadOnlyList<double> Weights { get; } = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];

    /// <summary>Leaves each collection out in turn; of equally good weights the smallest is taken.</summary>
    /// <param name="results">Two collections or more, each measured with all weights.</param>
    public static IReadOnlyList<LeftOut> LeaveOneOut(IReadOnlyList<JudgingResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentOutOfRangeException.ThrowIfLessThan(results.Count, 2, nameof(results));
        return [.. results.Select(left =>
        {
            var weight = Weights.Select((value, place) => (Value: value, Place: place))
                .MaxBy(w => results.Where(other => other != left).Average(other => other.ByWeight[w.Place].Ndcg10));
            return new LeftOut(
                left.Set.Name, weight.Value, left.ByWeight[weight.Place].Ndcg10, left.Methods.Single(method => method.Method == "keyword").Mean.Ndcg10);
        })];
    }
}
