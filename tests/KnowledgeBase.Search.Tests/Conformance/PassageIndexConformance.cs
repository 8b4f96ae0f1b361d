using KnowledgeBase.Documents;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Query;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Tests.Conformance;

/// <summary>What every passage index must do, whatever engine it is made of. An implementation inherits this suite unchanged.</summary>
public abstract class PassageIndexConformance : IDisposable
{
    private readonly SearchFolder folder = new();
    private IPassageIndex? opened;

    /// <summary>Opens the index under test over a store.</summary>
    protected abstract IPassageIndex Open(KnowledgeStore store);

    public void Dispose()
    {
        opened?.Dispose();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Finds_a_word_in_any_of_its_inflected_forms_and_not_in_other_words()
    {
        folder.Save(new("a.txt", "The mediators agreed.", "Mediation failed.", "A medical team came."));

        Assert.Equal(["Mediation failed.", "The mediators agreed."], Found("mediator"));
        Assert.Equal(["A medical team came."], Found("teams"));
        Assert.Empty(Found("armistice"));
    }

    [Theory]
    [InlineData("mediation", "fr", "Les médiations ont échoué.")]
    [InlineData("negociacion", "es", "Las negociaciones fracasaron.")]
    [InlineData("negociación", "es", "Las negociaciones fracasaron.")]
    [InlineData("efficacite", "fr", "Leur efficacité, en effet.")]
    [InlineData("négociation", "fr", "Des négociations longues.")]
    [InlineData("negociations", "fr", "Des négociations longues.")]
    public void Stems_a_word_by_the_language_of_the_passage(string query, string language, string text)
    {
        folder.Save(new("a.txt", new Words(text) { Language = language }, "Nothing of the kind."));

        Assert.Equal([text], Found(query));
    }

    [Theory]
    [InlineData("peacebuilding", "Peace-building takes time.")]
    [InlineData("peace-building", "Peacebuilding takes time.")]
    [InlineData("peace\u2011building", "Peace\u2010building takes time.")]
    [InlineData("mediator's", "The mediator\u2019s role.")]
    [InlineData("UN", "The U.N. envoy.")]
    [InlineData("u.n.", "The UN envoy.")]
    [InlineData("A/66/811", "See resolution A/66/811, annex.")]
    [InlineData("accord", "L\u2019accord a été signé.")]
    [InlineData("cafe", "At the Café Régence.")]
    [InlineData("Café", "At the cafe.")]
    [InlineData("1,000", "Some 1000 observers.")]
    public void Takes_spelling_variants_for_the_same_word(string query, string text)
    {
        folder.Save(new("a.txt", text, "Another passage about 66 things, nothing else."));

        Assert.Equal([text], Found(query));
    }

    [Fact]
    public void Keeps_a_document_symbol_whole()
    {
        folder.Save(new("a.txt", "Symbol A/66/811 here.", "Page 66 of 811."));

        Assert.Equal(["Page 66 of 811."], Found("811"));
    }

    [Fact]
    public void Finds_a_phrase_only_in_its_order_and_form()
    {
        folder.Save(new("a.txt", "Local ownership matters.", "Ownership that is local.", "Locals own it.", "The local ownership of it."));

        Assert.Equal(["Local ownership matters.", "The local ownership of it."], Found("\"local ownership\""));
    }

    [Fact]
    public void Finds_common_words_inside_a_phrase()
    {
        folder.Save(new("a.txt", "To be or not to be.", "To be fair, it was not."));

        Assert.Equal(["To be or not to be."], Found("\"or not to be\""));
    }

    [Fact]
    public void Does_not_let_a_phrase_span_heading_and_text()
    {
        folder.Save(new("a.txt", new Words("Ownership is good.") { Heading = ["Local"] }));

        Assert.Empty(Found("\"local ownership\""));
    }

    [Fact]
    public void Finds_the_beginning_of_words()
    {
        folder.Save(new("a.txt", "Ceasefire held.", "Cease that.", "The cessation of hostilities."));

        Assert.Equal(["Cease that.", "Ceasefire held."], Found("ceas*"));
        Assert.Equal(["Ceasefire held."], Found("ceasef*"));
    }

    [Fact]
    public void Finds_near_spellings()
    {
        folder.Save(new("a.txt", "The Houthis came.", "The hotel.", "Houthi fighters."));

        Assert.Equal(["Houthi fighters.", "The Houthis came."], Found("huothi~2"));
    }

    [Fact]
    public void Finds_words_near_each_other_in_any_order()
    {
        folder.Save(new("a.txt", "Trust between the two donors.", "Donors built trust.", "Trust was lost long before any of the many donors came."));

        Assert.Equal(["Donors built trust."], Found("trust NEAR/1 donors"));
        Assert.Equal(["Donors built trust.", "Trust between the two donors."], Found("trust NEAR/3 donors"));
    }

    [Theory]
    [InlineData("trust donors", "Trust.|Donors.|Trust donors.")]
    [InlineData("trust OR donors", "Trust.|Donors.|Trust donors.")]
    [InlineData("trust AND donors", "Trust donors.")]
    [InlineData("trust -donors", "Trust.")]
    [InlineData("trust NOT donors", "Trust.")]
    [InlineData("-trust", "Donors.|Rain.")]
    [InlineData("+trust donors", "Trust.|Trust donors.")]
    [InlineData("(trust OR rain) AND NOT donors", "Trust.|Rain.")]
    [InlineData("trust AND (donors OR rain)", "Trust donors.")]
    [InlineData("", "Trust.|Donors.|Trust donors.|Rain.")]
    public void Joins_parts_as_the_query_says(string query, string expected)
    {
        folder.Save(new("a.txt", "Trust.", "Donors.", "Trust donors.", "Rain."));

        Assert.Equal(expected.Split('|').Order(StringComparer.Ordinal), Found(query));
    }

    [Fact]
    public void Puts_a_passage_with_all_words_before_those_with_one()
    {
        folder.Save(new("a.txt", "Trust is hard won and easily lost.", "Donors pay for what is done.", "Donors who trust pay for what is done."));

        Assert.Equal("Donors who trust pay for what is done.", Ranked("trust donors")[0]);
    }

    [Fact]
    public void Puts_a_rare_word_before_a_frequent_one()
    {
        folder.Save(new("a.txt", "The talks stalled.", "The talks went on.", "The talks ended.", "The armistice held."));

        Assert.Equal("The armistice held.", Ranked("talks armistice")[0]);
    }

    [Fact]
    public void Lets_a_word_in_the_heading_count_and_looks_only_there_when_told()
    {
        folder.Save(new(
            "a.txt",
            new Words("They pay too late.") { Heading = ["Advice", "To donors"] },
            "Donors pay too late."));

        Assert.Equal(2, Found("donors").Length);
        Assert.Equal(["They pay too late."], Found("donors in:heading"));
        Assert.Equal(["Donors pay too late."], Found("donors in:text"));
    }

    [Fact]
    public void Finds_footnotes_as_passages_of_their_own_role()
    {
        folder.Save(new("a.txt", "The text cites.") { Notes = ["An explanatory note about quotas."] });

        Assert.Equal(["An explanatory note about quotas."], Found("quotas role:footnote"));
        Assert.Empty(Found("quotas role:paragraph"));
    }

    [Theory]
    [InlineData("kind:challenge", "c|cf")]
    [InlineData("kind:challenge,lesson", "c|cf|l")]
    [InlineData("kind:challenge theme:funding", "cf")]
    [InlineData("-kind:challenge", "l|r")]
    [InlineData("NOT kind:challenge year:2020", "r")]
    [InlineData("year:2015..2019", "c|cf|l")]
    [InlineData("year:2020..", "r")]
    [InlineData("lang:fr", "l")]
    [InlineData("addressee:donors", "r")]
    [InlineData("addressee:all_third_parties", "r")]
    [InlineData("addressee:conflict_parties", "")]
    [InlineData("document:b.txt", "r")]
    [InlineData("document:\"second paper\"", "r")]
    [InlineData("series:Points", "r")]
    [InlineData("reviewed:no", "c|cf|l|r")]
    [InlineData("kind:challenge OR kind:recommendation", "c|cf|r")]
    public void Filters(string query, string expected)
    {
        SaveTagged();

        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), Found(query));
    }

    [Fact]
    public void Finds_a_document_by_words_of_its_title_whatever_their_accents()
    {
        folder.Save(new("a.txt", "Un.") { Title = "À qui appartient la paix ?", Language = "fr" });
        folder.Save(new("b.txt", "Deux.") { Title = "La paix lente", Language = "fr" });

        Assert.Equal(["Un."], Found("document:\"a qui paix\""));
        Assert.Equal(["Un."], Found("document:\"À qui\""));
    }

    [Fact]
    public void Counts_for_every_value_of_a_facet_what_choosing_it_finds()
    {
        SaveTagged();
        foreach (var chosen in new[] { "", "kind:challenge", "kind:challenge|year:2019", "theme:funding|addressee:donors", "kind:lesson|lang:fr" })
        {
            var filters = chosen.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(Filter).ToArray();
            var answer = Search("", filters);
            foreach (var (field, values) in answer.Facets)
            {
                foreach (var value in values)
                {
                    var clicked = Search("", [.. filters.Where(f => f.Field != field), new(field, [value.Value])]);
                    Assert.Equal((chosen, field, value.Value, value.Count), (chosen, field, value.Value, clicked.Total));
                }
            }
        }
    }

    [Fact]
    public void Counts_all_hits_and_gives_the_part_asked_for()
    {
        folder.Save(new("a.txt", [.. Enumerable.Range(1, 25).Select(i => (Words)$"Talks number {i}.")]));

        var all = Search("talks", [], limit: 25);
        var part = Search("talks", [], limit: 10, offset: 20);

        Assert.Equal((25, 25), (all.Total, all.Hits.Count));
        Assert.Equal((25, 5), (part.Total, part.Hits.Count));
        Assert.Equal(all.Hits.Skip(20), part.Hits);
    }

    [Fact]
    public void Follows_what_comes_changes_and_goes()
    {
        var first = folder.Save(new("a.txt", "Alpha one.", "Alpha two."));
        Assert.Equal(2, Found("alpha").Length);

        folder.Save(new("b.txt", "Alpha three."));
        Assert.Equal(3, Found("alpha").Length);

        folder.Save(new("a.txt", "Beta one.", "Alpha two."));
        Assert.Equal(["Alpha three.", "Alpha two."], Found("alpha"));
        Assert.Equal(["Beta one."], Found("beta"));

        folder.Store.Documents.Remove(first);
        Assert.Equal(["Alpha three."], Found("alpha"));
        Assert.Empty(Found("beta"));
    }

    [Fact]
    public void Follows_a_persons_decision()
    {
        folder.Save(new("a.txt", new Words("Alpha.") { Kinds = ["challenge"] }));
        var passage = folder.Store.Passages.ByRows([Search("alpha", []).Hits[0].Row])[0].Passage.Id;

        folder.Store.Reviews.Record(passage, ReviewField.Kind, "challenge", Decision.Reject, "Ana", null);

        Assert.Empty(Found("kind:challenge"));
        Assert.Equal(["Alpha."], Found("reviewed:yes"));
    }

    [Fact]
    public void Shows_nobody_what_they_may_not_see_not_even_in_counts_or_words()
    {
        folder.Save(new("a.txt", "Open talks.") { Year = 2019 }, Visibility.Public);
        folder.Save(new("b.txt", "Secret talks.", "More secret talks.") { Year = 2020 }, Visibility.Restricted);

        var answer = Search("talks", [], audience: Visibility.Public);

        Assert.Equal(1, answer.Total);
        Assert.Equal(["2019"], answer.Facets[FilterField.Year].Select(v => v.Value));
        Assert.DoesNotContain(Index.Vocabulary(Visibility.Public), w => w.Form == "secret");
        Assert.Equal(1, Index.Vocabulary(Visibility.Public).Single(w => w.Form == "talks").Passages);
        Assert.Equal(3, Index.Vocabulary(Visibility.Restricted).Single(w => w.Form == "talks").Passages);
    }

    [Fact]
    public void Scores_for_an_audience_as_if_there_were_nothing_else()
    {
        folder.Save(new("a.txt", "Alpha talks.", "Beta talks.", "Beta."), Visibility.Public);
        var alone = Search("alpha talks", [], audience: Visibility.Public);

        folder.Save(new("b.txt", "Alpha here.", "Alpha there.", "Alpha."), Visibility.Restricted);
        var beside = Search("alpha talks", [], audience: Visibility.Public);

        Assert.Equal(alone.Hits.Select(h => h.Row), beside.Hits.Select(h => h.Row));
    }

    [Fact]
    public void Gives_the_same_answers_after_it_is_made_anew()
    {
        SaveTagged();
        var before = Search("challenge lesson c", []);

        Index.Rebuild(null, CancellationToken.None);

        var after = Search("challenge lesson c", []);
        Assert.Equal(before.Hits, after.Hits);
    }

    [Fact]
    public void Orders_by_year_and_by_document_when_told()
    {
        folder.Save(new("a.txt", "Talks of old.") { Year = 2001 });
        folder.Save(new("b.txt", "Talks of now, talks and talks.") { Year = 2021 });
        folder.Save(new("c.txt", "Talks undated."));

        Assert.Equal(["Talks of now, talks and talks.", "Talks of old.", "Talks undated."], Ranked("talks", HitOrder.Year));
        Assert.Equal(["Talks of old.", "Talks of now, talks and talks.", "Talks undated."], Ranked("talks", HitOrder.Document));
    }

    private IPassageIndex Index => opened ??= Open(folder.Store);

    private static SearchFilter Filter(string text)
    {
        var parts = text.Split(':');
        return FieldValues.Parse(FieldValues.FieldOf(parts[0])!.Value, parts[1], out _)!;
    }

    private void SaveTagged()
    {
        folder.Save(new(
            "a.txt",
            new Words("c") { Kinds = ["challenge"] },
            new Words("cf") { Kinds = ["challenge"], Themes = ["funding"] },
            new Words("l") { Kinds = ["lesson"], Themes = ["trust", "funding"], Language = "fr" })
        { Year = 2019 });
        folder.Save(new(
            "b.txt", new Words("r") { Kinds = ["recommendation"], Addressees = ["all_third_parties"], Role = PassageRole.ListItem })
        { Year = 2020, Title = "The second paper", Series = "Discussion Points" });
    }

    private IndexAnswer Search(
        string query, SearchFilter[] filters, int limit = 100, int offset = 0, Visibility audience = Visibility.Restricted,
        HitOrder order = HitOrder.Relevance)
    {
        var parsed = QueryParser.Parse(query);
        Assert.Null(parsed.Error);
        Index.Follow(CancellationToken.None);
        var compiled = QueryCompiler.Compile(parsed.Query!, TextLanguages.All, () => Index.Vocabulary(audience));
        return Index.Search(
            new(compiled.Root, filters, offset, limit) { Audience = audience, Facets = Enum.GetValues<FilterField>(), Order = order },
            CancellationToken.None);
    }

    private string[] Ranked(string query, HitOrder order = HitOrder.Relevance) =>
        [.. folder.Store.Passages.ByRows([.. Search(query, [], order: order).Hits.Select(h => h.Row)]).Select(p => p.Passage.Text)];

    // In alphabetical order: the order of hits is a matter of the tests that look at it.
    private string[] Found(string query) => [.. Ranked(query).Order(StringComparer.Ordinal)];
}
