using KnowledgeBase.Documents;

namespace KnowledgeBase.Store.Tests;

public sealed class ReviewTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Lets_the_person_win_over_the_machine_and_keeps_both()
    {
        using var store = folder.Open();
        var (document, passage) = Tagged(store);

        store.Reviews.Record(passage, ReviewField.Kind, "challenge", Decision.Reject, "Ana", "A plan, no difficulty");
        store.Reviews.Record(passage, ReviewField.Kind, "lesson", Decision.Add, "Ana", null);

        var stored = store.Documents.Get(document)!;
        Assert.Equal(["lesson"], stored.Tags[passage].Kinds.Select(k => k.Label));
        Assert.Equal(TagOrigin.Person, stored.Tags[passage].Kinds[0].Origin);
        Assert.Equal(["challenge", "challenge"], stored.Tagged.Tags[passage].Kinds.Select(k => k.Label));
    }

    [Fact]
    public void Lets_the_model_win_over_the_rule_for_the_same_label()
    {
        using var store = folder.Open();
        var (document, passage) = Tagged(store);

        var tag = Assert.Single(store.Documents.Get(document)!.Tags[passage].Kinds);
        Assert.Equal((TagOrigin.Model, 0.7), (tag.Origin, tag.Confidence));
    }

    [Fact]
    public void Brings_the_machines_value_back_when_a_decision_is_taken_back()
    {
        using var store = folder.Open();
        var (document, passage) = Tagged(store);
        var review = store.Reviews.Record(passage, ReviewField.Kind, "challenge", Decision.Reject, "Ana", null);

        Assert.True(store.Reviews.Undo(review.Id, "Ben"));

        Assert.Equal(["challenge"], store.Documents.Get(document)!.Tags[passage].Kinds.Select(k => k.Label));
        Assert.Equal("Ben", Assert.Single(store.Reviews.All()).UndoneBy);
        Assert.False(store.Reviews.Undo(review.Id, "Ben"));
    }

    [Fact]
    public void Keeps_winning_after_the_document_is_tagged_anew()
    {
        using var store = folder.Open();
        var (document, passage) = Tagged(store);
        store.Reviews.Record(passage, ReviewField.Kind, "challenge", Decision.Reject, "Ana", null);

        store.Documents.Retag(document, store.Documents.Get(document)!.Tagged.Tags, "model/4");

        Assert.Empty(store.Documents.Get(document)!.Tags[passage].Kinds);
        Assert.Equal("model/4", store.Documents.Info(document)!.Tagger);
        Assert.True(store.Verifier.Verify(null, TestContext.Cancellation).IsSound);
    }

    [Fact]
    public void Changes_the_role_and_back()
    {
        using var store = folder.Open();
        var (_, passage) = Tagged(store);

        var review = store.Reviews.Record(passage, ReviewField.Role, "quote", Decision.Add, "Ana", null);
        Assert.Equal(PassageRole.Quote, store.Passages.Find(passage)!.Passage.Role);

        store.Reviews.Undo(review.Id, "Ana");
        Assert.Equal(PassageRole.Paragraph, store.Passages.Find(passage)!.Passage.Role);
    }

    [Theory]
    [InlineData(ReviewField.Kind, "chalenge", "Ana", "unknown-label")]
    [InlineData(ReviewField.Kind, "funding", "Ana", "unknown-label")]
    [InlineData(ReviewField.Theme, "funding", " ", "no-person")]
    public void Refuses_a_decision_that_cannot_be_right(ReviewField field, string label, string person, string code)
    {
        using var store = folder.Open();
        var (_, passage) = Tagged(store);

        var error = Assert.Throws<RejectedInputException>(() => store.Reviews.Record(passage, field, label, Decision.Add, person, null));

        Assert.Equal(code, error.Problem.Code);
    }

    private static (DocumentId Document, PassageId Passage) Tagged(KnowledgeStore store)
    {
        var bytes = Samples.Bytes("Funding ends too early.");
        var request = Samples.Request(bytes);
        var id = store.Documents.Plan(request).Document;
        var document = Samples.Document(id, bytes, "Funding ends too early.");
        var passage = document.Document.Passages[0].Id;
        var tags = PassageTags.None with
        {
            Kinds = [new("challenge", 0.7, TagOrigin.Model, []), new("challenge", 0.9, TagOrigin.Rule, [])],
        };
        document = document with { Tags = new Dictionary<PassageId, PassageTags> { [passage] = tags } };
        store.Documents.Save(document, new MemoryStream(bytes), request, TestContext.Cancellation);
        return (id, passage);
    }
}
