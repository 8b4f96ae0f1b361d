using KnowledgeBase.Search.Judging;

namespace KnowledgeBase.Search.Tests.Judging;

public sealed class FusionChoiceTests
{
    [Fact]
    public void Measures_each_collection_with_the_weight_that_is_best_on_the_others()
    {
        // Best weights alone: a .2, b and c .6. Leaving a out gives .6; leaving b out, a's .9 at .2 outweighs c's .7 at .6.
        JudgingResult[] results = [Of("a", 0.2, 0.9), Of("b", 0.6, 0.6), Of("c", 0.6, 0.7)];

        var chosen = FusionChoice.LeaveOneOut(results);

        Assert.Equal([("a", 0.6, 0.1), ("b", 0.2, 0.1), ("c", 0.2, 0.1)], chosen.Select(one => (one.Set, one.Weight, one.Ndcg10)));
        Assert.All(chosen, one => Assert.Equal(0.3, one.KeywordNdcg10));
    }

    [Fact]
    public void Needs_two_collections() => Assert.Throws<ArgumentOutOfRangeException>(() => FusionChoice.LeaveOneOut([Of("a", 0.2, 1)]));

    private static JudgingResult Of(string name, double bestWeight, double best) => new(
        new(name, [], []), [new("keyword", new(0.3, 0, 0), [], null)])
    {
        ByWeight = [.. FusionChoice.Weights.Select(weight => new WeighedMean(weight, weight == bestWeight ? best : 0.1))],
    };
}
