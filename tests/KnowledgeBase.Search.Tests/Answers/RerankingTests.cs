using KnowledgeBase.Documents;
using KnowledgeBase.Search.Answers;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Index.Memory;

namespace KnowledgeBase.Search.Tests.Answers;

public sealed class RerankingTests : IDisposable
{
    private const string Sentence =
        "In the second year the ceasefire held because both commanders met every week, listed what had happened and agreed on who would answer for the ceasefire.";

    private const string Other =
        "The third chapter tells how the market was built, who paid for the stones and the roof, and why traders from both sides of the river came.";

    private readonly SearchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Puts_a_sentence_before_the_scrap_that_only_names_its_subject()
    {
        // By words alone the scrap comes first: the word is all it has.
        folder.Save(new("a.txt", "Ceasefire held:", Sentence, Other, $"{Other} Again.", $"{Other} And again."));

        Assert.Equal(Sentence, Ask("ceasefire").Hits[0].Text);
        Assert.Equal("Ceasefire held:", Best("ceasefire"));
    }

    [Theory]
    [InlineData(PassageRole.Table)]
    [InlineData(PassageRole.Caption)]
    [InlineData(PassageRole.Reference)]
    public void Puts_running_text_before_the_same_words_elsewhere(PassageRole role)
    {
        folder.Save(new("a.txt", new Words(Sentence) { Role = role }, new Words($"{Sentence} Again.")));

        Assert.Equal($"{Sentence} Again.", Ask("ceasefire").Hits[0].Text);
        Assert.Equal(Sentence, Best("ceasefire"));
    }

    [Fact]
    public void Puts_running_text_before_a_footnote_that_gives_an_address()
    {
        folder.Save(new("a.txt", new Words($"{Sentence} So said those who had been there.")) { Notes = [$"{Sentence} https://example.org"] });

        Assert.Equal($"{Sentence} So said those who had been there.", Ask("ceasefire").Hits[0].Text);
        Assert.Equal($"{Sentence} https://example.org", Best("ceasefire"));
    }

    [Fact]
    public void Keeps_scores_falling_and_pages_fitting_beyond_the_hits_put_in_order_anew()
    {
        folder.Save(new("a.txt", [.. Enumerable.Range(0, 90).Select(i => (Words)$"ceasefire {string.Concat(Enumerable.Repeat("word ", i % 31))}{i}")]));

        var whole = Ask("ceasefire", limit: 90).Hits;
        var paged = Enumerable.Range(0, 9).SelectMany(page => Ask("ceasefire", offset: page * 10).Hits).ToList();

        Assert.Equal(90, whole.Select(hit => hit.PassageId).Distinct().Count());
        Assert.Equal(whole.Select(hit => (hit.PassageId, hit.Score, hit.Rank)), paged.Select(hit => (hit.PassageId, hit.Score, hit.Rank)));
        Assert.True(whole.Zip(whole.Skip(1)).All(pair => pair.First.Score >= pair.Second.Score));
    }

    [Fact]
    public void Leaves_the_order_by_document_alone()
    {
        folder.Save(new("a.txt", "Ceasefire held:", Sentence));

        Assert.Equal(["Ceasefire held:", Sentence], Ask("ceasefire", order: HitOrder.Document).Hits.Select(hit => hit.Text));
    }

    private SearchAnswer Ask(string query, int offset = 0, int limit = 10, HitOrder order = HitOrder.Relevance)
    {
        using var index = new MemoryPassageIndex(folder.Store);
        var service = new SearchService(folder.Store, index, TimeProvider.System);
        return service.Search(new(query) { Offset = offset, Limit = limit, Order = order }, CancellationToken.None).Answer!;
    }

    // As the index orders it.
    private string Best(string word)
    {
        using var index = new MemoryPassageIndex(folder.Store);
        index.Follow(CancellationToken.None);
        var query = KnowledgeBase.Search.Query.QueryCompiler.Compile(
            KnowledgeBase.Search.Query.QueryParser.Parse(word).Query!, KnowledgeBase.Search.Analysis.TextLanguages.All, () => []);
        var found = index.Search(new(query.Root, [], 0, 1), CancellationToken.None);
        return folder.Store.Passages.ByRows([found.Hits[0].Row])[0].Passage.Text;
    }
}
