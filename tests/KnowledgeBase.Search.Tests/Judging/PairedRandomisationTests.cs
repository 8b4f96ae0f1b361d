using KnowledgeBase.Search.Judging;

namespace KnowledgeBase.Search.Tests.Judging;

public sealed class PairedRandomisationTests
{
    [Fact]
    public void Finds_no_difference_between_equals() => Assert.Equal(1, PairedRandomisation.PValue([0.1, 0.5], [0.1, 0.5]));

    // Of the 2^10 swappings only the two extreme ones reach the sum: p = 2/1024.
    [Fact]
    public void Agrees_with_counting_all_swappings()
    {
        var better = Enumerable.Repeat(0.6, 10).ToList();
        var worse = Enumerable.Repeat(0.5, 10).ToList();

        Assert.InRange(PairedRandomisation.PValue(better, worse), 0.0005, 0.0045);
    }

    // +3 against -1, -1, -1: sums of signed 3, 1, 1, 1 are all as large as 0.
    [Fact]
    public void Does_not_count_queries_but_what_they_differ_by() => Assert.Equal(1, PairedRandomisation.PValue([3, 0, 0, 0], [0, 1, 1, 1]));

    [Fact]
    public void Gives_both_directions_the_same_value()
    {
        double[] left = [0.1, 0.9, 0.4, 0.6, 0.2];
        double[] right = [0.3, 0.2, 0.1, 0.5, 0.1];
        Assert.Equal(PairedRandomisation.PValue(left, right), PairedRandomisation.PValue(right, left));
    }
}
