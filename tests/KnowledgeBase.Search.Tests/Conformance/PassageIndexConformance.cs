using KnowledgeBase.Documents;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Query;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Tests.Conformance;

/// <summary>What every passage index must find, and in which order, whatever engine it is made of. An implementation inherits this suite unchanged.</summary>
public abstract class PassageIndexConformance : IndexUnderTest
{
    [Fact]
    public void Finds_a_word_in_any_of_its_inflected_forms_and_not_in_other_words()
    {
        Folder.Save(new("a.txt", "The mediators agreed.", "Mediation failed.", "A medical team came."));

        Assert.Equal(["Mediation failed.", "The mediators agreed."], Found("mediator"));
        Assert.Equal(["A medical team came."], Found("teams"));
        Assert.Empty(Found("armistice"));
    }

    [Fact]
    public void Says_which_state_of_the_store_it_shows()
    {
        Index.Follow(CancellationToken.None);
        var before = Index.Generation;
        Folder.Save(new("a.txt", "The mediators agreed."));
        Index.Follow(CancellationToken.None);

        Assert.True(Index.Generation > before);
        Assert.Equal(Folder.Store.FullText.Read(snapshot => snapshot.Generation), Index.Generation);
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
        Folder.Save(new("a.txt", new Words(text) { Language = language }, "Nothing of the kind."));

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
        Folder.Save(new("a.txt", text, "Another passage about 66 things, nothing else."));

        Assert.Equal([text], Found(query));
    }

    [Fact]
    public void Finds_no_passage_without_words_by_its_heading()
    {
        Folder.Save(new("a.txt", new Words("|__|") { Heading = ["Training in mediation"] }, new Words("Yes.") { Heading = ["Training in mediation"] }));

        Assert.Equal(["Yes."], Found("training"));
    }

    [Fact]
    public void Keeps_a_document_symbol_whole()
    {
        Folder.Save(new("a.txt", "Symbol A/66/811 here.", "Page 66 of 811."));

        Assert.Equal(["Page 66 of 811."], Found("811"));
    }

    [Fact]
    public void Finds_a_phrase_only_in_its_order_and_form()
    {
        Folder.Save(new("a.txt", "Local ownership matters.", "Ownership that is local.", "Locals own it.", "The local ownership of it."));

        Assert.Equal(["Local ownership matters.", "The local ownership of it."], Found("\"local ownership\""));
    }

    [Fact]
    public void Finds_common_words_inside_a_phrase()
    {
        Folder.Save(new("a.txt", "To be or not to be.", "To be fair, it was not."));

        Assert.Equal(["To be or not to be."], Found("\"or not to be\""));
    }

    [Fact]
    public void Does_not_let_a_phrase_span_heading_and_text()
    {
        Folder.Save(new("a.txt", new Words("Ownership is good.") { Heading = ["Local"] }));

        Assert.Empty(Found("\"local ownership\""));
    }

    [Fact]
    public void Finds_the_beginning_of_words()
    {
        Folder.Save(new("a.txt", "Ceasefire held.", "Cease that.", "The cessation of hostilities."));

        Assert.Equal(["Cease that.", "Ceasefire held."], Found("ceas*"));
        Assert.Equal(["Ceasefire held."], Found("ceasef*"));
    }

    [Fact]
    public void Finds_near_spellings()
    {
        Folder.Save(new("a.txt", "The Houthis came.", "The hotel.", "Houthi fighters."));

        Assert.Equal(["Houthi fighters.", "The Houthis came."], Found("huothi~2"));
    }

    [Fact]
    public void Finds_words_near_each_other_in_any_order()
    {
        Folder.Save(new("a.txt", "Trust between the two donors.", "Donors built trust.", "Trust was lost long before any of the many donors came."));

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
        Folder.Save(new("a.txt", "Trust.", "Donors.", "Trust donors.", "Rain."));

        Assert.Equal(expected.Split('|').Order(StringComparer.Ordinal), Found(query));
    }

    [Fact]
    public void Puts_a_passage_with_all_words_before_those_with_one()
    {
        Folder.Save(new("a.txt", "Trust is hard won and easily lost.", "Donors pay for what is done.", "Donors who trust pay for what is done."));

        Assert.Equal("Donors who trust pay for what is done.", Ranked("trust donors")[0]);
    }

    [Fact]
    public void Puts_a_rare_word_before_a_frequent_one()
    {
        Folder.Save(new("a.txt", "The talks stalled.", "The talks went on.", "The talks ended.", "The armistice held."));

        Assert.Equal("The armistice held.", Ranked("talks armistice")[0]);
    }

    [Fact]
    public void Lets_a_word_in_the_heading_count_and_looks_only_there_when_told()
    {
        Folder.Save(new(
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
        Folder.Save(new("a.txt", "The text cites.") { Notes = ["An explanatory note about quotas."] });

        Assert.Equal(["An explanatory note about quotas."], Found("quotas role:footnote"));
        Assert.Empty(Found("quotas role:paragraph"));
    }

    [Fact]
    public void Counts_all_hits_and_gives_the_part_asked_for()
    {
        Folder.Save(new("a.txt", [.. Enumerable.Range(1, 25).Select(i => (Words)$"Talks number {i}.")]));

        var all = Search("talks", [], limit: 25);
        var part = Search("talks", [], limit: 10, offset: 20);

        Assert.Equal((25, 25), (all.Total, all.Hits.Count));
        Assert.Equal((25, 5), (part.Total, part.Hits.Count));
        Assert.Equal(all.Hits.Skip(20), part.Hits);
    }

    [Fact]
    public void Orders_by_year_and_by_document_when_told()
    {
        Folder.Save(new("a.txt", "Talks of old.") { Year = 2001 });
        Folder.Save(new("b.txt", "Talks of now, talks and talks.") { Year = 2021 });
        Folder.Save(new("c.txt", "Talks undated."));

        Assert.Equal(["Talks of now, talks and talks.", "Talks of old.", "Talks undated."], Ranked("talks", HitOrder.Year));
        Assert.Equal(["Talks of old.", "Talks of now, talks and talks.", "Talks undated."], Ranked("talks", HitOrder.Document));
    }
}
