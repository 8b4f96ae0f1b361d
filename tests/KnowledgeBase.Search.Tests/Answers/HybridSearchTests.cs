using KnowledgeBase.Documents;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Answers;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Index.Memory;
using KnowledgeBase.Search.Meaning;
using KnowledgeBase.Search.Query;
using KnowledgeBase.Search.Tests.Meaning;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Tests.Answers;

/// <summary>With an encoder whose vectors count letters: what has the same letters means the same.</summary>
public sealed class HybridSearchTests : IDisposable
{
    private readonly SearchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Adds_what_means_the_same_and_counts_it_apart(bool memory)
    {
        Save("eta", "ate tea", "xyz", "the eta of a boat");

        var answer = Search("eta", memory: memory);

        Assert.Equal("hybrid", answer.Mode);
        Assert.Equal(2, answer.Total);
        Assert.Equal(2, answer.Added);
        Assert.Equal(["eta", "the eta of a boat", "ate tea", "xyz"], answer.Hits.OrderBy(h => h.ByMeaning ?? false).ThenByDescending(h => h.Score).Select(h => h.Text));
        Assert.Equal([null, null, true, true], answer.Hits.OrderBy(h => h.ByMeaning ?? false).Select(h => h.ByMeaning));
        Assert.Equal("eta", answer.Hits[0].Text);
        Assert.Equal(2, Assert.Single(answer.Facets["lang"]).Count);
        Assert.True(answer.Hits.Zip(answer.Hits.Skip(1)).All(pair => pair.First.Score >= pair.Second.Score));
    }

    [Fact]
    public void Going_on_in_an_answer_whose_vectors_are_gone_is_by_keyword_and_says_so()
    {
        Save("eta", "ate tea");
        using var index = new Fts5PassageIndex(folder.Store);
        var service = new SearchService(folder.Store, index, MeaningSource.Of(new MeaningIndex(folder.Store.Vectors, new LetterEncoder())), TimeProvider.System);

        var answer = service.Search(new("eta") { Mode = SearchMode.Meaning, AsOf = new(long.MaxValue, 12) }, CancellationToken.None).Answer!;

        Assert.Equal("keyword", answer.Mode);
        Assert.Contains("vector", answer.Notice, StringComparison.Ordinal);
        Assert.Equal("eta", Assert.Single(answer.Hits).Text);
    }

    [Fact]
    public void Orders_equal_words_by_meaning()
    {
        Save("boat zzz zzz zzz", "boat toab taob boa");

        Assert.Equal(["boat toab taob boa", "boat zzz zzz zzz"], Search("boat").Hits.Select(h => h.Text));
    }

    [Fact]
    public void Leaves_passages_in_a_language_that_the_encoder_does_not_read_to_their_words()
    {
        folder.Save(new("a.txt", "eta", new Words("ate tea") { Language = "fr" }, "tae"));

        Assert.Equal(["eta", "tae"], Search("eta", reads: TextLanguages.English).Hits.Select(h => h.Text));
        Assert.Equal(3, Search("eta").Hits.Count);
    }

    [Fact]
    public void Searches_by_keyword_for_a_query_in_a_language_that_the_encoder_does_not_read()
    {
        Save("la paix des braves", "braves paix");

        var answer = Search("la paix des braves", SearchMode.Hybrid, reads: TextLanguages.English);

        Assert.Equal("keyword", answer.Mode);
        Assert.Contains("does not read", answer.Notice, StringComparison.Ordinal);
        Assert.Equal("hybrid", Search("peace of the brave paix", reads: TextLanguages.English).Mode);
    }

    [Theory]
    [InlineData("AU UN eta")]
    [InlineData("El Fasher eta")]
    [InlineData("roads to El Fasher eta")]
    public void Takes_names_for_no_words_of_another_language(string query)
    {
        Save("eta", "Fasher");

        Assert.Equal("hybrid", Search(query, reads: TextLanguages.English).Mode);
    }

    [Fact]
    public void Takes_a_passage_that_the_encoder_does_not_read_to_be_as_near_as_the_others_that_have_the_words()
    {
        folder.Save(new("a.txt", new Words("eta") { Language = "fr" }, "eta ate tea", "eta zzz zzz zzz zzz zzz"));

        Assert.Equal("eta ate tea", Search("eta", reads: TextLanguages.English).Hits[0].Text);
        Assert.Equal("eta", Search("eta", SearchMode.Keyword).Hits[0].Text);
    }

    [Fact]
    public void Does_not_add_what_is_no_nearer_than_texts_that_have_nothing_to_do_with_each_other()
    {
        Save("eta", "ate tea", "xyz");

        Assert.Equal(["eta", "ate tea"], Search("eta", unrelated: 0.5f).Hits.Select(h => h.Text));
    }

    [Fact]
    public void Finds_by_meaning_alone_when_asked()
    {
        Save("eta eta", "aet tea", "xyz");

        var answer = Search("tea", SearchMode.Meaning);

        Assert.Equal("meaning", answer.Mode);
        Assert.Equal(["aet tea", "eta eta", "xyz"], answer.Hits.Select(h => h.Text).Order(StringComparer.Ordinal));
        Assert.Equal("xyz", answer.Hits[2].Text);
        Assert.Equal(answer.Hits[0].Score, answer.Hits[1].Score, 0.01);
    }

    [Theory]
    [InlineData("\"eta\"")]
    [InlineData("+eta")]
    [InlineData("eta AND boat")]
    [InlineData("eta -xyz")]
    public void Adds_nothing_to_a_query_that_says_exactly_what_must_match(string query)
    {
        Save("eta boat", "ate tea");

        var answer = Search(query);

        Assert.Equal("hybrid", answer.Mode);
        Assert.Equal(["eta boat"], answer.Hits.Select(h => h.Text));
        Assert.Null(answer.Added);
    }

    [Fact]
    public void Adds_only_what_passes_the_filters_and_may_be_seen()
    {
        folder.Save(new("open.txt", new Words("ate") { Kinds = ["lesson"] }, new Words("tae") { Kinds = ["challenge"] }, new Words("eta") { Kinds = ["lesson"] }));
        folder.Save(new("closed.txt", new Words("eat") { Kinds = ["lesson"] }), Visibility.Restricted);

        Assert.Equal(["eta", "ate"], Search("eta kind:lesson", audience: Visibility.Network).Hits.Select(h => h.Text));
        var filter = FieldValues.Parse(FilterField.Kind, "lesson", out _)!;
        Assert.Equal(["eta", "ate"], Search("eta", audience: Visibility.Network, filters: filter).Hits.Select(h => h.Text));
        Assert.Equal(["ate", "eat", "eta"], Search("eta kind:lesson").Hits.Select(h => h.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Adds_no_scraps_of_tables_but_finds_them_by_their_words()
    {
        folder.Save(new("a.txt", new Words("eta") { Role = PassageRole.Table }, new Words("ate") { Role = PassageRole.Table }, "tae"));

        Assert.Equal(["eta", "tae"], Search("eta").Hits.Select(h => h.Text));
    }

    [Fact]
    public void Pages_fit_together()
    {
        Save([.. Enumerable.Range(0, 30).Select(i => $"eta {new string('z', i)}"), .. Enumerable.Range(0, 30).Select(i => $"ate{new string('y', i)}")]);

        var whole = Search("eta", limit: 60).Hits.Select(h => h.PassageId).ToList();
        var pages = Enumerable.Range(0, 6).SelectMany(page => Search("eta", limit: 10, offset: page * 10).Hits).Select(h => h.PassageId);

        Assert.Equal(60, whole.Distinct().Count());
        Assert.Equal(whole, pages);
    }

    [Fact]
    public void Searches_by_keyword_and_says_why_when_there_are_no_vectors()
    {
        folder.Save(new("a.txt", "eta", "ate"));
        using var index = new Fts5PassageIndex(folder.Store);
        var source = new MeaningSource(() => null, () => CodedText.Of("meaning-none", $"The model is not installed."));
        var service = new SearchService(folder.Store, index, source, TimeProvider.System);

        var asked = service.Search(new("eta") { Mode = SearchMode.Hybrid }, CancellationToken.None).Answer!;
        var plain = service.Search(new("eta"), CancellationToken.None).Answer!;

        Assert.Equal(("keyword", "Searched by keyword. The model is not installed."), (asked.Mode, asked.Notice));
        Assert.Equal((null, null), (plain.Mode, plain.Notice));
        Assert.Equal("eta", Assert.Single(asked.Hits).Text);
        Assert.Equal("eta", Assert.Single(plain.Hits).Text);
    }

    [Fact]
    public void Keeps_to_keywords_when_asked_or_when_ordered_by_year()
    {
        Save("eta", "ate");

        Assert.Equal("keyword", Search("eta", SearchMode.Keyword).Mode);
        Assert.Single(Search("eta", SearchMode.Keyword).Hits);
        Assert.Single(Search("eta", order: HitOrder.Year).Hits);
        Assert.Equal("keyword", Search("et*").Mode);
        Assert.Equal("keyword", Search("").Mode);
        Assert.Contains("only by relevance", Search("eta", SearchMode.Hybrid, order: HitOrder.Year).Notice, StringComparison.Ordinal);
    }

    private void Save(params string[] texts) => folder.Save(new("paper.txt", [.. texts.Select(text => new Words(text))]));

    private SearchAnswer Search(
        string query,
        SearchMode? mode = null,
        int limit = 20,
        int offset = 0,
        bool memory = false,
        HitOrder order = HitOrder.Relevance,
        Visibility audience = Visibility.Restricted,
        TextLanguages reads = TextLanguages.All,
        float unrelated = -1,
        params SearchFilter[] filters)
    {
        var encoder = new LetterEncoder { Languages = reads, UnrelatedCosine = unrelated };
        new VectorBuilder(folder.Store.Vectors, encoder).Run(null, CancellationToken.None);
        using IPassageIndex index = memory ? new MemoryPassageIndex(folder.Store) : new Fts5PassageIndex(folder.Store);
        var meaning = MeaningSource.Of(new MeaningIndex(folder.Store.Vectors, encoder));
        var service = new SearchService(folder.Store, index, meaning, TimeProvider.System);
        var request = new SearchRequest(query)
        {
            Mode = mode, Limit = limit, Offset = offset, Order = order, Audience = audience, Filters = filters,
        };
        return service.Search(request, CancellationToken.None).Answer!;
    }
}
