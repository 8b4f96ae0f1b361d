using KnowledgeBase.Documents;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Query;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Tests.Conformance;

/// <summary>What every passage index must filter, count and keep from those who may not see it, whatever engine it is made of.</summary>
public abstract class PassageFilterConformance : IndexUnderTest
{
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
        Folder.Save(new("a.txt", "Un.") { Title = "À qui appartient la paix ?", Language = "fr" });
        Folder.Save(new("b.txt", "Deux.") { Title = "La paix lente", Language = "fr" });

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
    public void Follows_what_comes_changes_and_goes()
    {
        var first = Folder.Save(new("a.txt", "Alpha one.", "Alpha two."));
        Assert.Equal(2, Found("alpha").Length);

        Folder.Save(new("b.txt", "Alpha three."));
        Assert.Equal(3, Found("alpha").Length);

        Folder.Save(new("a.txt", "Beta one.", "Alpha two."));
        Assert.Equal(["Alpha three.", "Alpha two."], Found("alpha"));
        Assert.Equal(["Beta one."], Found("beta"));

        Folder.Store.Documents.Remove(first);
        Assert.Equal(["Alpha three."], Found("alpha"));
        Assert.Empty(Found("beta"));
    }

    [Fact]
    public void Follows_a_persons_decision()
    {
        Folder.Save(new("a.txt", new Words("Alpha.") { Kinds = ["challenge"] }));
        var passage = Folder.Store.Passages.ByRows([Search("alpha", []).Hits[0].Row])[0].Passage.Id;

        Folder.Store.Reviews.Record(passage, ReviewField.Kind, "challenge", Decision.Reject, "Ana", null);

        Assert.Empty(Found("kind:challenge"));
        Assert.Equal(["Alpha."], Found("reviewed:yes"));
    }

    [Fact]
    public void Shows_nobody_what_they_may_not_see_not_even_in_counts_or_words()
    {
        Folder.Save(new("a.txt", "Open talks.") { Year = 2019 }, Visibility.Public);
        Folder.Save(new("b.txt", "Secret talks.", "More secret talks.") { Year = 2020 }, Visibility.Restricted);

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
        Folder.Save(new("a.txt", "Alpha talks.", "Beta talks.", "Beta."), Visibility.Public);
        var alone = Search("alpha talks", [], audience: Visibility.Public);

        Folder.Save(new("b.txt", "Alpha here.", "Alpha there.", "Alpha."), Visibility.Restricted);
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

    [Theory]
    [InlineData("place:Mali", "m|mn")]
    [InlineData("place:\"Côte d'Ivoire\"", "i")]
    [InlineData("place:\"cote d\u2019ivoire\"", "i")]
    [InlineData("place:Mali place:Niger", "mn")]
    [InlineData("-place:Mali", "i|w")]
    [InlineData("org:ECOWAS", "i")]
    [InlineData("org:CEDEAO", "i")]
    [InlineData("org:GRONET", "w")]
    [InlineData("org:\"grassroots network\"", "w")]
    [InlineData("org:ecowas,gronet", "i|w")]
    [InlineData("place:Atlantis", "")]
    public void Filters_by_places_and_organisations_that_passages_name(string query, string expected)
    {
        SaveNamed();

        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), Found(query).Select(text => text.Split(':')[0]));
    }

    [Fact]
    public void Counts_places_and_organisations_as_choosing_them_finds()
    {
        SaveNamed();

        var answer = Search("", [new(FilterField.Place, ["Mali"])]);

        Assert.Equal([new("Mali", 2) { Adds = 0 }, new("Côte d'Ivoire", 1) { Adds = 1 }, new("Niger", 1) { Adds = 0 }], answer.Facets[FilterField.Place]);
        Assert.Empty(answer.Facets[FilterField.Org]);
        foreach (var value in Search("", []).Facets[FilterField.Org])
        {
            Assert.Equal(value.Count, Search("", [new(FilterField.Org, [value.Value])]).Total);
        }
    }

    [Theory]
    [InlineData("process:\"Dayton Agreement\"", "d")]
    [InlineData("process:\"accords de dayton\"", "d")]
    [InlineData("process:dayton", "d")]
    [InlineData("process:\"Comprehensive Peace Agreement for Nepal\"", "np")]
    [InlineData("process:\"Comprehensive Peace Agreement\"", "np|s")]
    [InlineData("-process:dayton lang:en", "n|np|s")]
    [InlineData("process:\"Treaty of Westphalia\"", "")]
    public void Filters_by_peace_processes_that_passages_name(string query, string expected)
    {
        SaveProcesses();

        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), Found(query).Select(text => text.Split(':')[0]));
    }

    [Fact]
    public void Counts_peace_processes_as_choosing_them_finds()
    {
        SaveProcesses();

        var values = Search("", []).Facets[FilterField.Process];

        Assert.Equal(3, values.Count);
        foreach (var value in values)
        {
            Assert.Equal(value.Count, Search("", [new(FilterField.Process, [value.Value])]).Total);
        }
    }

    [Theory]
    [InlineData(TagScope.Passage, "")]
    [InlineData(TagScope.Section, "a|b")]
    [InlineData(TagScope.Document, "a|b|c")]
    public void Looks_for_tags_on_the_passage_in_its_section_or_in_its_document(TagScope scope, string expected)
    {
        SaveSections();
        SearchFilter[] filters = [new(FilterField.Kind, ["challenge"]), new(FilterField.Place, ["Mali"])];

        var answer = Search("talks", filters, within: scope);

        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), Texts(answer).Select(text => text[..1]).Order(StringComparer.Ordinal));
        foreach (var (field, values) in answer.Facets)
        {
            foreach (var value in values)
            {
                var clicked = Search("talks", [.. filters.Where(f => f.Field != field), new(field, [value.Value])], within: scope);
                Assert.Equal((field, value.Value, value.Count), (field, value.Value, clicked.Total));
            }
        }
    }

    [Fact]
    public void Knows_the_short_forms_of_what_an_audience_may_see()
    {
        Folder.Save(new("a.txt", "The Grassroots Reconciliation Outreach Network (GRONET) met."), Visibility.Restricted);
        Index.Follow(CancellationToken.None);

        Assert.Equal(["Grassroots Reconciliation Outreach Network"], Index.Terms(Visibility.Restricted).RelatedTo("GRONET").Select(t => t.Text));
        Assert.Empty(Index.Terms(Visibility.Public).RelatedTo("GRONET"));
    }

    private void SaveTagged()
    {
        Folder.Save(new(
            "a.txt",
            new Words("c") { Kinds = ["challenge"] },
            new Words("cf") { Kinds = ["challenge"], Themes = ["funding"] },
            new Words("l") { Kinds = ["lesson"], Themes = ["trust", "funding"], Language = "fr" })
        { Year = 2019 });
        Folder.Save(new(
            "b.txt", new Words("r") { Kinds = ["recommendation"], Addressees = ["all_third_parties"], Role = PassageRole.ListItem })
        { Year = 2020, Title = "The second paper", Series = "Discussion Points" });
    }

    private void SaveSections() => Folder.Save(new(
        "sections.txt",
        new Words("a talks failed") { Kinds = ["challenge"], Section = 0 },
        new Words("b talks in Mali") { Section = 0 },
        new Words("c talks") { Kinds = ["lesson"], Section = 1 }));

    private void SaveProcesses() => Folder.Save(new(
        "processes.txt",
        "d: After Dayton, the General Framework Agreement for Peace in Bosnia and Herzegovina, little moved.",
        "np: In Nepal the Comprehensive Peace Agreement was kept.",
        "s: The Comprehensive Peace Agreement gave South Sudan a vote.",
        "n: A comprehensive peace agreement, or a Comprehensive Peace Agreement, is a long text."));

    private void SaveNamed() => Folder.Save(new(
        "names.txt",
        "m: Talks in Mali stalled.",
        "mn: Along the border of Mali and Niger herders met.",
        "i: The envoy of ECOWAS flew to Côte d\u2019Ivoire.",
        "w: The Grassroots Reconciliation Outreach Network (GRONET) met; the mali of old is no name."));
}
