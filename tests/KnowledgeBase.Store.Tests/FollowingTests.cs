using KnowledgeBase.Documents;

namespace KnowledgeBase.Store.Tests;

public sealed class FollowingTests : IDisposable
{
    private const string Before = "Mediators should agree on who leads before the first meeting with the parties begins.";
    private const string After = "Mediators should agree on who leads well before the first meeting with the parties begins.";
    private const string Other = "The weather in the capital was unusually mild that year.";

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Lets_a_decision_follow_a_passage_whose_words_changed_a_little_and_says_so()
    {
        using var store = folder.Open();
        var first = store.Save("/a/paper.txt", Before, Other);
        var old = store.Documents.Get(first.Plan.Document)!.Tagged.Document.Passages[0].Id;
        store.Reviews.Record(old, ReviewField.Kind, "recommendation", Decision.Add, "Ana", "It says should");

        var second = store.Save("/a/paper.txt", Other, After);

        // 13 of 14 and of 15 words are the same multiset: 2 * 14 / (14 + 15).
        var moved = Assert.Single(second.Moved);
        Assert.Equal(old, moved.Old);
        Assert.Equal(28.0 / 29, moved.Similarity, 12);
        var stored = store.Documents.Get(first.Plan.Document)!;
        var now = stored.Tagged.Document.Passages[1].Id;
        Assert.Equal(now, moved.New);
        Assert.Equal(["recommendation"], stored.Tags[now].Kinds.Select(k => k.Label));
        var review = Assert.Single(stored.Reviews);
        Assert.Equal((now, old, Before), (review.Passage, review.MovedFrom, review.Text));
        Assert.Equal(now, store.Passages.Find(old)!.Passage.Id);
    }

    [Fact]
    public void Keeps_a_decision_and_its_words_when_the_passage_is_gone()
    {
        using var store = folder.Open();
        var first = store.Save("/a/paper.txt", Before, Other);
        var old = store.Documents.Get(first.Plan.Document)!.Tagged.Document.Passages[0].Id;
        store.Reviews.Record(old, ReviewField.Kind, "recommendation", Decision.Add, "Ana", null);

        var second = store.Save("/a/paper.txt", Other);

        Assert.Equal([old], second.Lost);
        Assert.Equal(Before, Assert.Single(store.Reviews.All()).Text);
        Assert.Null(store.Passages.Find(old));
        Assert.True(store.Verifier.Verify(null, TestContext.Cancellation).IsSound);
    }

    [Fact]
    public void Finds_a_passage_by_its_first_id_after_two_changes()
    {
        using var store = folder.Open();
        var first = store.Save("/a/paper.txt", Before);
        var old = store.Documents.Get(first.Plan.Document)!.Tagged.Document.Passages[0].Id;

        store.Save("/a/paper.txt", After);
        store.Save("/a/paper.txt", After + " Always.");

        Assert.Equal(After + " Always.", store.Passages.Find(old)!.Passage.Text);
    }

    [Fact]
    public void Gives_an_old_id_back_its_own_passage_when_the_old_words_return()
    {
        using var store = folder.Open();
        var first = store.Save("/a/paper.txt", Before);
        var old = store.Documents.Get(first.Plan.Document)!.Tagged.Document.Passages[0].Id;

        store.Save("/a/paper.txt", After);
        store.Save("/a/paper.txt", Before);

        Assert.Equal(Before, store.Passages.Find(old)!.Passage.Text);
    }
}
