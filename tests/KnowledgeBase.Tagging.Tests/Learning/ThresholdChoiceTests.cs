using KnowledgeBase.Tagging.Learning;

namespace KnowledgeBase.Tagging.Tests.Learning;

public sealed class ThresholdChoiceTests
{
    [Fact]
    public void Stands_between_the_last_hit_and_the_first_miss() =>
        Assert.Equal(0.5, ThresholdChoice.BestF([(0.9, true, 1), (0.6, true, 1), (0.4, false, 1), (0.1, false, 1)], 1), 6);

    [Fact]
    public void Takes_the_mean_of_thresholds_that_are_as_good() =>
        // Between 0.8 and 0.2 nothing is gained or lost by one of two hundred misses: F1 is 1 at 0.5 and 200/201 at 0.15.
        Assert.Equal((0.5 + 0.15) / 2, ThresholdChoice.BestF(
            [.. Enumerable.Repeat((0.8, true, 1.0), 100), (0.2, false, 1), (0.1, false, 100)], 1), 6);

    [Fact]
    public void Is_one_half_without_any_positive() => Assert.Equal(0.5, ThresholdChoice.BestF([(0.3, false, 1)], 1));

    [Theory]
    [InlineData(0.5, 0.85)]
    [InlineData(2, 0.25)]
    public void Leans_to_precision_or_recall_as_asked(double beta, double expected) =>
        // One sure hit, then four misses, then three hits: F0.5 is best (0.625) above the misses, F2 (0.83) below all hits.
        Assert.Equal(expected, ThresholdChoice.BestF(
            [(0.9, true, 1), (0.8, false, 4), (0.3, true, 3), (0.2, false, 9)], beta), 6);
}
