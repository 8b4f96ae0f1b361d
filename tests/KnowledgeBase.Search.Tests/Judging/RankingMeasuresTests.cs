using KnowledgeBase.Search.Judging;

namespace KnowledgeBase.Search.Tests.Judging;

public sealed class RankingMeasuresTests
{
    private static readonly Dictionary<string, int> Grades = new() { ["a"] = 3, ["b"] = 1, ["c"] = 1, ["bad"] = -1, ["none"] = 0 };

    [Fact]
    public void Gives_full_marks_to_the_ideal_order() =>
        Assert.Equal(new RankingMeasures(1, 1, 1), RankingMeasures.Of(["a", "b", "c"], Grades));

    [Fact]
    public void Gives_nothing_for_nothing() => Assert.Equal(new RankingMeasures(0, 0, 0), RankingMeasures.Of([], Grades));

    // b at rank 2, a at rank 4: 1/log2(3) + 3/log2(5) of 3 + 1/log2(3) + 1/log2(4).
    [Fact]
    public void Discounts_by_rank_and_counts_grades_below_one_as_nothing()
    {
        var measures = RankingMeasures.Of(["bad", "b", "none", "a"], Grades);

        Assert.Equal((0.63093 + (3 / 2.32193)) / (3 + 0.63093 + 0.5), measures.Ndcg10, 1e-4);
        Assert.Equal(2.0 / 3, measures.Recall100, 1e-12);
        Assert.Equal(0.5, measures.ReciprocalRank);
    }

    [Fact]
    public void Looks_at_ten_for_gain_and_at_a_hundred_for_recall()
    {
        var ranking = Enumerable.Range(0, 10).Select(i => $"x{i}").Append("a").Concat(Enumerable.Range(10, 89).Select(i => $"x{i}")).Append("b").ToList();

        Assert.Equal("b", ranking[100]);
        Assert.Equal(new RankingMeasures(0, 1.0 / 3, 1.0 / 11), RankingMeasures.Of(ranking, Grades));
    }

    [Fact]
    public void Refuses_a_query_without_an_answer() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RankingMeasures.Of(["a"], new Dictionary<string, int> { ["a"] = 0 }));
}
