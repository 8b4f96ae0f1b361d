using KnowledgeBase.Documents;
using KnowledgeBase.Tagging.Reviews;

namespace KnowledgeBase.Tagging.Tests.Reviews;

public sealed class NextToReviewTests
{
    private static readonly Dictionary<string, int> NoDecisions = [];

    [Fact]
    public void Asks_for_what_the_model_is_least_sure_of()
    {
        var agenda = NextToReview.Choose([Passage("a", "Rivers flood.", 0.9), Passage("b", "Markets open.", 0.52), Passage("c", "Envoys travel.", 0.1)], NoDecisions, 1);

        Assert.Equal("b", Assert.Single(agenda.Suggestions).Candidate.Id.Value);
    }

    [Fact]
    public void Prefers_another_text_to_the_same_words_again()
    {
        Candidate[] candidates =
        [
            Passage("a", "Donors finance projects rather than processes", 0.5),
            Passage("b", "Donors finance projects rather than processes", 0.49),
            Passage("c", "Monitors never reached those villages", 0.35),
        ];

        Assert.Equal(["a", "c"], NextToReview.Choose(candidates, NoDecisions, 2).Suggestions.Select(suggestion => suggestion.Candidate.Id.Value));
    }

    [Fact]
    public void Prefers_kinds_with_few_decisions()
    {
        Candidate[] candidates =
        [
            new(new("a"), "One text.", new Dictionary<string, double> { ["challenge"] = 0.5 }),
            new(new("b"), "Other words.", new Dictionary<string, double> { ["lesson"] = 0.45 }),
        ];

        var agenda = NextToReview.Choose(candidates, new Dictionary<string, int> { ["challenge"] = 400 }, 1);

        Assert.Equal("lesson", Assert.Single(agenda.Suggestions).Label);
    }

    [Fact]
    public void Says_when_going_on_would_teach_little()
    {
        var sure = Enumerable.Range(0, 100).Select(i => Passage($"{i}", "Text.", i == 0 ? 0.5 : 0.01)).ToArray();

        Assert.Contains("only 1 of 100", NextToReview.Choose(sure, NoDecisions, 5).StopHint, StringComparison.Ordinal);
        Assert.Null(NextToReview.Choose([Passage("a", "Text.", 0.5)], NoDecisions, 5).StopHint);
    }

    [Fact]
    public void Says_when_all_is_decided() => Assert.Contains("Every passage", NextToReview.Choose([], NoDecisions, 5).StopHint, StringComparison.Ordinal);

    private static Candidate Passage(string id, string text, double challenge) =>
        new(new PassageId(id), text, new Dictionary<string, double> { ["challenge"] = challenge });
}
