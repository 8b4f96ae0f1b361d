using KnowledgeBase.Tagging.Learning;

namespace KnowledgeBase.Tagging.Tests.Learning;

public sealed class FoldsTests
{
    [Fact]
    public void Puts_the_largest_groups_apart_and_evens_out_the_rest()
    {
        string[] groups = ["a", "a", "a", "b", "b", "c", "d"];

        var folds = Folds.Of(groups, 2);

        // a (3) goes first, b (2) into the other, c (1) joins b, and d, now 3 to 3, the first again.
        Assert.Equal((0, 1, 1, 0), (folds["a"], folds["b"], folds["c"], folds["d"]));
    }

    [Fact]
    public void Makes_no_empty_part() => Assert.Equal([0, 1], Folds.Of(["x", "y"], 5).Values.Order());
}
