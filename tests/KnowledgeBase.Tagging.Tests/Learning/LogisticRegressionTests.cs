using KnowledgeBase.Tagging.Learning;

namespace KnowledgeBase.Tagging.Tests.Learning;

public sealed class LogisticRegressionTests
{
    [Fact]
    public void Finds_the_log_odds_of_a_single_feature()
    {
        // With the feature 3 of 4 are positive, without it 1 of 4: the intercept is log(1/3), the weight log(3) - log(1/3).
        var vectors = Enumerable.Range(0, 8).Select(i => i < 4 ? new SparseVector([0], [1]) : new SparseVector([], [])).ToArray();
        bool[] targets = [true, true, true, false, true, false, false, false];

        var weights = LogisticRegression.Fit(vectors, targets, Enumerable.Repeat(1.0, 8).ToArray(), 1, 1e-9, 200);

        Assert.Equal(Math.Log(1 / 3.0), weights[1], 2);
        Assert.Equal(Math.Log(9), weights[0], 2);
    }

    [Fact]
    public void Counts_importance_as_repetition()
    {
        SparseVector[] one = [new([0], [1]), new([0], [1]), new([], [])];
        SparseVector[] repeated = [new([0], [1]), new([0], [1]), new([0], [1]), new([], [])];

        var weighted = LogisticRegression.Fit(one, [true, false, false], [2, 1, 1], 1, 0.1, 200);
        var counted = LogisticRegression.Fit(repeated, [true, true, false, false], [1, 1, 1, 1], 1, 0.1, 200);

        Assert.Equal(counted[0], weighted[0], 3);
        Assert.Equal(counted[1], weighted[1], 3);
    }

    [Fact]
    public void Says_a_firm_no_where_nothing_is_positive() =>
        Assert.True(LogisticRegression.Fit([new([0], [1])], [false], [1], 1, 0.1, 10)[1] < -5);

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1000, 1)]
    [InlineData(-1000, 0)]
    public void Keeps_the_logistic_function_in_range(double x, double expected) => Assert.Equal(expected, LogisticRegression.Logistic(x), 12);
}
