using KnowledgeBase.Tagging.Learning;

namespace KnowledgeBase.Engines.MLNet.Tests;

public sealed class MlNetLearnerTests
{
    [Fact]
    public void Weighs_a_feature_of_the_positive_examples_up_and_one_of_the_negative_down()
    {
        var weights = Fit([(0, true), (0, true), (1, false), (1, false), (2, true), (2, false)]);

        Assert.Equal(4, weights.Length);
        Assert.True(weights[0] > 0.5 && weights[1] < -0.5, string.Join(' ', weights));
        Assert.Equal(0, weights[2], 0.05);
    }

    [Fact]
    public void Comes_to_the_same_optimum_as_the_products_own_learner()
    {
        var random = new Random(7);
        (int, bool)[] examples = [.. Enumerable.Range(0, 400).Select(_ => (random.Next(3), random.Next(4) > 0)), .. Enumerable.Range(0, 100).Select(_ => (0, false))];

        var (theirs, ours) = (Fit(examples), new LbfgsLearner().Fit(Task(examples)));

        // The problem is convex: what is left is where each stops.
        Assert.All(theirs.Zip(ours), pair => Assert.Equal(pair.Second, pair.First, 0.02));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Says_a_firm_yes_or_no_where_there_is_nothing_to_tell_apart(bool label)
    {
        var weights = Fit([(0, label), (1, label)]);

        Assert.Equal(label, weights[^1] > 5);
        Assert.Equal(!label, weights[^1] < -5);
    }

    [Fact]
    public void Gives_the_same_weights_twice()
    {
        (int, bool)[] examples = [(0, true), (1, false), (2, true), (0, false)];

        Assert.Equal(Fit(examples), Fit(examples));
    }

    private static double[] Fit(IReadOnlyList<(int Feature, bool Label)> examples) => new MlNetLearner().Fit(Task(examples));

    private static LearningTask Task(IReadOnlyList<(int Feature, bool Label)> examples) => new(
        [.. examples.Select(e => new SparseVector([e.Feature], [1f]))], [.. examples.Select(e => e.Label)], [.. examples.Select(_ => 1.0)], 3, 1e-2, 200);
}
