using KnowledgeBase.Documents;
using KnowledgeBase.Store.Desk;

namespace KnowledgeBase.Store.Tests.Desk;

public sealed class CollectionTests : IDisposable
{
    private const string Path = "/papers/a.txt";
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Keeps_passages_in_the_order_added_and_none_twice()
    {
        using var store = folder.Open();
        var (id, passages) = Basket(store, "one", "two", "three");

        store.Collections.Add(id, [new(passages[1]), new(passages[0]), new(passages[1])], "Ana");
        var basket = store.Collections.Add(id, [new(passages[0]), new(passages[2])], "Ana");

        Assert.Equal(["two", "one", "three"], Texts(basket));
        Assert.Equal(3, Assert.Single(store.Collections.List()).Count);
    }

    [Fact]
    public void Keeps_passages_of_one_section_together_and_moves_within_it()
    {
        using var store = folder.Open();
        var (id, passages) = Basket(store, "one", "two", "three", "four");
        var basket = store.Collections.Add(id, [new(passages[0], "A"), new(passages[1], "B"), new(passages[2], "A"), new(passages[3], "A")], "Ana");
        Assert.Equal(["one", "three", "four", "two"], Texts(basket));

        basket = store.Collections.Move(id, basket.Items[2].Id, -1, "Ana");
        Assert.Equal(["one", "four", "three", "two"], Texts(basket));

        basket = store.Collections.Move(id, basket.Items[0].Id, 50, "Ana");
        Assert.Equal(["four", "three", "one", "two"], Texts(basket));
    }

    [Fact]
    public void Puts_an_annotated_passage_at_the_end_of_its_new_section()
    {
        using var store = folder.Open();
        var (id, passages) = Basket(store, "one", "two", "three");
        var basket = store.Collections.Add(id, [new(passages[0], "A"), new(passages[1], "B"), new(passages[2], "B")], "Ana");

        basket = store.Collections.Annotate(id, basket.Items[0].Id, "B", " for chapter 2 ", "Ana");

        Assert.Equal(["two", "three", "one"], Texts(basket));
        Assert.Equal("for chapter 2", basket.Items[2].Note);
    }

    [Fact]
    public void Undoes_changes_one_by_one_back_to_the_empty_basket()
    {
        using var store = folder.Open();
        var (id, passages) = Basket(store, "one", "two");
        store.Collections.Add(id, [new(passages[0], null, "a note"), new(passages[1])], "Ana");
        var full = store.Collections.Describe(id, "Renamed", null, "Issue 9", "Ana");
        var less = store.Collections.Remove(id, full.Items[0].Id, "Ana");
        Assert.Equal("passage taken out", less.LastChange);

        var back = store.Collections.Undo(id)!;
        Assert.Equal(full.Items, back.Items);
        Assert.Equal(("Draft", null), (store.Collections.Undo(id)!.Info.Name, store.Collections.Get(id)!.Info.UsedIn));
        Assert.Empty(store.Collections.Undo(id)!.Items);
        Assert.Null(store.Collections.Undo(id));
    }

    [Fact]
    public void Keeps_no_change_that_changed_nothing()
    {
        using var store = folder.Open();
        var (id, passages) = Basket(store, "one", "two");
        var full = store.Collections.Add(id, [new(passages[0]), new(passages[1])], "Ana");

        store.Collections.Add(id, [new(passages[0])], "Ana");
        store.Collections.Move(id, full.Items[0].Id, -1, "Ana");
        store.Collections.Annotate(id, full.Items[0].Id, null, "", "Ana");
        store.Collections.Arrange(id, _ => null, "Ana");
        store.Collections.Describe(id, "Draft", null, null, "Ana");

        Assert.Equal((full.LastChange, full.LastChangeId), (store.Collections.Get(id)!.LastChange, store.Collections.Get(id)!.LastChangeId));
        Assert.Empty(store.Collections.Undo(id)!.Items);
    }

    [Fact]
    public void Takes_back_the_change_that_is_meant_or_none()
    {
        using var store = folder.Open();
        var (id, passages) = Basket(store, "one", "two");
        var first = store.Collections.Add(id, [new(passages[0])], "Ana").LastChangeId;
        var second = store.Collections.Add(id, [new(passages[1])], "Ben").LastChangeId;

        Assert.Null(store.Collections.Undo(id, first));
        Assert.Equal(["one", "two"], Texts(store.Collections.Get(id)!));
        Assert.Equal(first, store.Collections.Undo(id, second)!.LastChangeId);
        Assert.Null(store.Collections.Undo(id, second));
    }

    [Fact]
    public void Says_of_a_passage_that_comes_back_where_it_moved_meanwhile()
    {
        using var store = folder.Open();
        store.Save(Path, "Mediators should agree early on who leads and who supports the process.");
        var passage = store.Passages.Between(store.Documents.List()[0].Id, 0, 0)[0].Passage.Id;
        var id = store.Collections.Create("Draft", null, "Ana").Info.Id;
        var item = Assert.Single(store.Collections.Add(id, [new(passage)], "Ana").Items);
        store.Collections.Remove(id, item.Id, "Ana");
        store.Save(Path, "Mediators should agree early on who leads and who supports the peace process.");

        var back = Assert.Single(store.Collections.Undo(id)!.Items);
        Assert.NotEqual(passage, back.Passage);
        Assert.Equal(passage, back.MovedFrom);
    }

    [Fact]
    public void Leaves_heading_or_note_that_is_not_spoken_of()
    {
        using var store = folder.Open();
        var (id, passages) = Basket(store, "one");
        var item = store.Collections.Add(id, [new(passages[0], "A", "a note")], "Ana").Items[0].Id;

        Assert.Equal(("A", "another"), Said(store.Collections.Annotate(id, item, null, "another", "Ana")));
        Assert.Equal(("B", "another"), Said(store.Collections.Annotate(id, item, "B", null, "Ana")));
        Assert.Equal((null, null), Said(store.Collections.Annotate(id, item, " ", "", "Ana")));

        static (string? Section, string? Note) Said(CollectionContents basket) => (basket.Items[0].Section, basket.Items[0].Note);
    }

    [Fact]
    public void Follows_a_passage_whose_words_changed_a_little()
    {
        using var store = folder.Open();
        const string old = "Mediators should agree early on who leads and who supports the process.";
        store.Save(Path, old, "Something else stands here.");
        var passage = store.Passages.Between(store.Documents.List()[0].Id, 0, 0)[0].Passage.Id;
        var id = store.Collections.Create("Draft", null, "Ana").Info.Id;
        store.Collections.Add(id, [new(passage)], "Ana");

        store.Save(Path, "Mediators should agree early on who leads and who supports the peace process.", "Something else stands here.");

        var item = Assert.Single(store.Collections.Get(id)!.Items);
        Assert.Equal(passage, item.MovedFrom);
        Assert.Equal(old, item.Text);
        Assert.Equal([new CollectionUse(id, "Draft", null)], store.Collections.Uses([passage])[passage]);
    }

    [Fact]
    public void Keeps_the_words_when_the_document_goes()
    {
        using var store = folder.Open();
        var (id, passages) = Basket(store, "one");
        store.Collections.Add(id, [new(passages[0])], "Ana");

        store.Documents.Remove(store.Documents.List()[0].Id);

        Assert.Equal(["one"], Texts(store.Collections.Get(id)!));
    }

    [Fact]
    public void Comes_back_after_deletion_under_its_name_or_with_its_number_when_the_name_is_taken()
    {
        using var store = folder.Open();
        var first = store.Collections.Create("Draft", null, "Ana").Info.Id;
        Assert.True(store.Collections.Delete(first));
        Assert.Null(store.Collections.Get(first));
        Assert.True(store.Collections.BringBack(first));
        Assert.Equal("Draft", store.Collections.Get(first)!.Info.Name);

        store.Collections.Delete(first);
        store.Collections.Create("Draft", null, "Ben");
        Assert.True(store.Collections.BringBack(first));
        Assert.Equal($"Draft #{first}", store.Collections.Get(first)!.Info.Name);
        Assert.False(store.Collections.BringBack(first));
    }

    [Fact]
    public void Arranges_passages_under_headings()
    {
        using var store = folder.Open();
        var (id, passages) = Basket(store, "one", "two", "three");
        store.Collections.Add(id, [.. passages.Select(p => new CollectionEntry(p))], "Ana");

        var basket = store.Collections.Arrange(id, item => item.Text.Contains('o', StringComparison.Ordinal) ? "with o" : "without", "Ana");

        Assert.Equal([("with o", "one"), ("with o", "two"), ("without", "three")], basket.Items.Select(i => (i.Section!, i.Text)));
    }

    [Fact]
    public void Refuses_what_cannot_be_and_changes_nothing()
    {
        using var store = folder.Open();
        var (id, passages) = Basket(store, "one");

        Assert.Equal("collection-exists", CodeOf(() => store.Collections.Create(" Draft ", null, "Ben")));
        Assert.Equal("collection-name", CodeOf(() => store.Collections.Create("  ", null, "Ben")));
        Assert.Equal("collection-not-found", CodeOf(() => store.Collections.Add(id + 1, [new(passages[0])], "Ben")));
        Assert.Equal("collection-item-not-found", CodeOf(() => store.Collections.Remove(id, 99, "Ben")));
        Assert.Equal("passage-not-found", CodeOf(() => store.Collections.Add(id, [new(passages[0]), new(new("0000000000000000"))], "Ben")));
        Assert.Empty(store.Collections.Get(id)!.Items);
        Assert.Null(store.Collections.Get(id)!.LastChange);
    }

    private static (long Id, PassageId[] Passages) Basket(KnowledgeStore store, params string[] paragraphs)
    {
        store.Save(Path, paragraphs);
        var entries = store.Passages.Between(store.Documents.List()[0].Id, 0, paragraphs.Length);
        return (store.Collections.Create("Draft", null, "Ana").Info.Id, [.. entries.Select(e => e.Passage.Id)]);
    }

    private static IEnumerable<string> Texts(CollectionContents basket) => basket.Items.Select(i => i.Text);

    private static string CodeOf(Action act) => Assert.Throws<RejectedInputException>(act).Problem.Code;
}
