using KnowledgeBase.Search.Answers;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Index.Memory;
using KnowledgeBase.Search.Meaning;
using KnowledgeBase.Search.Tests.Meaning;

namespace KnowledgeBase.Search.Tests.Answers;

/// <summary>Paging while documents and vectors come in: each new one would change counts, rarity of words, mean length and so the order.</summary>
public sealed class PagingTests : IDisposable
{
    private const int PageSize = 6;

    private readonly SearchFolder folder = new();
    private readonly LetterEncoder encoder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("eta boat", false)]
    [InlineData("eta boat", true)]
    [InlineData("eta OR boat", true)]
    [InlineData("near", true)]
    [InlineData("", false)]
    public void Gives_the_hits_of_the_first_answer_each_once_whatever_comes_in_meanwhile(string query, bool service)
    {
        Save(0, 30);
        using IPassageIndex index = service ? new ServicePassageIndex(folder.Store) : new MemoryPassageIndex(folder.Store);
        var search = new SearchService(folder.Store, index, TimeProvider.System);

        AssertPagesFit(query, search, SearchMode.Keyword, page => Save(100 * page, 25));
    }

    [Fact]
    public void Keeps_the_order_by_meaning_when_vectors_come_in_for_documents_already_shown()
    {
        Save(0, 12);
        new VectorBuilder(folder.Store.Vectors, encoder).Run(null, CancellationToken.None);
        Save(50, 18);
        using var index = new MemoryPassageIndex(folder.Store);
        var search = new SearchService(folder.Store, index, MeaningSource.Of(new MeaningIndex(folder.Store.Vectors, encoder)), TimeProvider.System);

        AssertPagesFit("eta boat", search, null, page =>
        {
            Save(100 * page, 15);
            new VectorBuilder(folder.Store.Vectors, encoder).Run(null, CancellationToken.None);
        });
    }

    [Fact]
    public void Stays_with_keywords_when_the_first_vectors_come_in_between()
    {
        Save(0, 30);
        using var index = new MemoryPassageIndex(folder.Store);
        var search = new SearchService(folder.Store, index, MeaningSource.Of(new MeaningIndex(folder.Store.Vectors, encoder)), TimeProvider.System);

        AssertPagesFit("eta boat", search, null, _ => new VectorBuilder(folder.Store.Vectors, encoder).Run(null, CancellationToken.None));
    }

    [Fact]
    public void Learns_no_short_form_from_a_document_that_came_later()
    {
        folder.Save(new("a.txt", "GRONET met the boat.", "The grassroots reconciliation outreach network sailed."));
        using var index = new MemoryPassageIndex(folder.Store);
        var search = new SearchService(folder.Store, index, TimeProvider.System);
        var first = Ask(search, "GRONET", null, 0, null);

        folder.Save(new("b.txt", "It is the Grassroots Reconciliation Outreach Network (GRONET)."));

        Assert.Equal(1, first.Total);
        Assert.Equal(1, Ask(search, "GRONET", null, 0, AnswerState.Read(first.AsOf!)).Total);
        Assert.Equal(3, Ask(search, "GRONET", null, 0, null).Total);
    }

    [Fact]
    public void Passes_over_what_was_removed_and_nothing_else()
    {
        Save(0, 3);
        var gone = folder.Save(new("gone.txt", "eta boat eta boat"));
        using var index = new MemoryPassageIndex(folder.Store);
        var search = new SearchService(folder.Store, index, TimeProvider.System);
        var first = Ask(search, "eta boat", null, 0, null);

        folder.Store.Documents.Remove(gone);
        var again = Ask(search, "eta boat", null, 0, AnswerState.Read(first.AsOf!));

        Assert.Equal(first.Hits.Where(hit => hit.Document.Id != gone.Value).Select(hit => hit.PassageId).Order(), again.Hits.Select(hit => hit.PassageId).Order());
    }

    [Theory]
    [InlineData("12.7", 12, 7)]
    [InlineData("0.0", 0, 0)]
    public void Reads_a_state_as_it_is_written(string text, long documents, long vectors)
    {
        Assert.Equal(new AnswerState(documents, vectors), AnswerState.Read(text));
        Assert.Equal(text, AnswerState.Read(text)!.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("-1.2")]
    [InlineData("1.2.3")]
    [InlineData("a.b")]
    [InlineData("99999999999999999999.1")]
    public void Takes_nothing_else_for_a_state(string text) => Assert.Null(AnswerState.Read(text));

    private static void AssertPagesFit(string query, SearchService search, SearchMode? mode, Action<int> meanwhile)
    {
        var whole = Ask(search, query, mode, 0, null, SearchRequest.MostHits);
        var expected = whole.Hits.Select(hit => (hit.PassageId, hit.Score)).ToList();
        var state = AnswerState.Read(whole.AsOf!);
        var paged = new List<(string, double)>();
        for (var page = 0; paged.Count < expected.Count && page < 100; page++)
        {
            var answer = Ask(search, query, mode, page * PageSize, state);
            Assert.Equal((whole.Total, whole.Added, whole.AsOf), (answer.Total, answer.Added, answer.AsOf));
            Assert.Equal(whole.Facets["document"].Sum(value => value.Count), answer.Facets["document"].Sum(value => value.Count));
            paged.AddRange(answer.Hits.Select(hit => (hit.PassageId, hit.Score)));
            meanwhile(page + 1);
        }

        Assert.Equal(expected, paged);
        Assert.NotEqual(whole.AsOf, Ask(search, query, mode, 0, null).AsOf);
    }

    private static SearchAnswer Ask(SearchService search, string query, SearchMode? mode, int offset, AnswerState? state, int limit = PageSize) =>
        search.Search(new(query) { Mode = mode, Offset = offset, Limit = limit, AsOf = state }, CancellationToken.None).Answer!;

    // Lengths and frequencies differ from paper to paper, and the new ones are long.
    private void Save(int from, int count)
    {
        for (var i = from; i < from + count; i++)
        {
            var words = string.Concat(Enumerable.Repeat(i % 3 == 0 ? "boat " : "eta ", 1 + (i % 4)));
            folder.Save(new($"{i}.txt", $"{words}{(i % 5 == 0 ? "near eta" : "far")} {string.Concat(Enumerable.Repeat("filler ", (i * 7 % 23) + (i / 20)))}"));
        }
    }
}
