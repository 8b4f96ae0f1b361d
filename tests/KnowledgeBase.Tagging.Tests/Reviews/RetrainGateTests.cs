using KnowledgeBase.Tagging.Judging;
using KnowledgeBase.Tagging.Reviews;

namespace KnowledgeBase.Tagging.Tests.Reviews;

public sealed class RetrainGateTests
{
    [Fact]
    public void Refuses_a_model_that_is_clearly_worse_and_says_at_what()
    {
        var verdict = RetrainGate.Compare(Judged(right: 90, of: 100), Judged(right: 50, of: 100), ["challenge"], seed: 1);

        Assert.False(verdict.Accepted);
        Assert.Contains("worse at challenge", verdict.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Lets_a_difference_pass_that_chance_explains()
    {
        var verdict = RetrainGate.Compare(Judged(right: 90, of: 100), Judged(right: 89, of: 100), ["challenge"], seed: 1);

        Assert.True(verdict.Accepted);
        Assert.Contains("neither better nor worse", verdict.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_what_became_better()
    {
        var verdict = RetrainGate.Compare(Judged(right: 40, of: 100), Judged(right: 80, of: 100), ["challenge"], seed: 1);

        Assert.True(verdict.Accepted);
        Assert.Contains("better at challenge", verdict.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Wants_the_same_passages() =>
        Assert.Throws<ArgumentException>(() => RetrainGate.Compare(Judged(1, 2), Judged(1, 3), ["challenge"], seed: 1));

    /// <summary>Passages that are all challenges, of which so many are told.</summary>
    private static Judgement[] Judged(int right, int of) => Enumerable.Range(0, of).Select(i => new Judgement(
        "", i < right ? new HashSet<string> { "challenge" } : [], new HashSet<string> { "challenge" }, new HashSet<string>(), new Dictionary<string, double>())).ToArray();
}
