using KnowledgeBase.Documents;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Query;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Tests.Conformance;

/// <summary>What the values of facets and the names in filters must mean to whoever asks, whatever engine the index is made of.</summary>
public abstract class PassageFacetConformance : IndexUnderTest
{
    [Theory]
    [InlineData("kind:challenge")]
    [InlineData("kind:challenge|year:2019")]
    [InlineData("theme:funding|addressee:donors")]
    [InlineData("addressee:donors|lang:en|year:2019..2020")]
    [InlineData("org:ecowas|kind:lesson")]
    [InlineData("series:points|grade:A")]
    [InlineData("document:a.txt|role:paragraph")]
    [InlineData("reviewed:no|place:mali")]
    public void Says_of_every_value_how_much_choosing_it_besides_adds(string chosen)
    {
        SaveTagged();
        SearchFilter[] filters = [.. chosen.Split('|').Select(Filter)];

        var answer = Search("", filters);

        foreach (var (field, values) in answer.Facets)
        {
            var own = filters.FirstOrDefault(filter => filter.Field == field);
            // A range of years takes no other value beside it.
            foreach (var value in own is { Values.Count: 0 } ? [] : values)
            {
                int? clicked = own is null ? null : Search("", [.. filters.Where(f => f != own), own with { Values = [.. own.Values, value.Value] }]).Total;
                Assert.Equal((field, value.Value, clicked), (field, value.Value, value.Adds + answer.Total));
            }
        }
    }

    [Fact]
    public void Counts_the_spellings_of_a_name_as_one_and_a_passage_with_two_of_them_once()
    {
        Folder.Save(new("a.txt", "The Réseau de Réconciliation du Sahel (RRS) met.", "RRS left."));
        Folder.Save(new("b.txt", "The Réseau de reconciliation du Sahel (RRS) met."));
        Folder.Save(new("c.txt", "The Réseau de réconciliation du Sahel (RRS) and the Réseau de Reconciliation du Sahel (RRDS) met."));

        var value = Assert.Single(Search("", []).Facets[FilterField.Org]);

        Assert.Equal(4, value.Count);
        Assert.Equal(4, Search("", [new(FilterField.Org, [value.Value])]).Total);
    }

    [Theory]
    [InlineData("document:Trust", "open")]
    [InlineData("document:\"trust.txt\"", "")]
    [InlineData("document:\"No. 7\"", "open")]
    [InlineData("series:Papers", "open")]
    [InlineData("org:\"Peace Network\"", "open")]
    [InlineData("org:KOPN", "open")]
    [InlineData("-document:Trust", "other")]
    public void Tells_what_a_name_means_by_what_the_audience_may_see(string query, string expected)
    {
        Folder.Save(new("one.txt", "open: the Kivu Open Peace Network (KOPN) met.") { Title = "Trust between envoys, no. 7", Series = "Quiet Papers" }, Visibility.Public);
        Folder.Save(new("two.txt", "other: rain fell.") { Title = "Rain", Series = "Loud Notes" }, Visibility.Public);
        var alone = Search(query, [], audience: Visibility.Public);
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), Texts(alone).Select(text => text.Split(':')[0]));

        // Of the exact title, number, series, organisation and short form: any of them would be what is meant, were it seen.
        Folder.Save(
            new("trust.txt", "secret: the Peace Network (PN) met.", "secret: the Kassala Office of Peaceful Neighbours (KOPN) met.") { Title = "Trust", Series = "Papers", Number = "No. 7" },
            Visibility.Restricted);

        var beside = Search(query, [], audience: Visibility.Public);
        Assert.Equal(Texts(alone), Texts(beside));
        var parsed = QueryParser.Parse(query.TrimStart('-')).Query;
        var filter = ((FilterNode)((ListNode)parsed!).Parts[0]).Filter;
        Assert.Equal(Texts(Search(query.TrimStart('-'), [], audience: Visibility.Public)), Texts(Search("", [filter], audience: Visibility.Public)));
    }

    [Theory]
    [InlineData(" ")]
    [InlineData(" OR ")]
    [InlineData(" AND ")]
    public void Scores_a_word_asked_often_by_how_often_it_is_asked(string joint)
    {
        Folder.Save(new("a.txt", "Trust and donors.", "Trust here, and trust there.", "Donors came.", "Rain."));
        var once = Search("trust", [], order: HitOrder.Document);

        var often = Search(string.Join(joint, Enumerable.Repeat("trust", 60)), [], order: HitOrder.Document);
        var both = Search(string.Join(joint, Enumerable.Repeat("trust donors".Replace(" ", joint, StringComparison.Ordinal), 30)), [], order: HitOrder.Document);
        var two = Search($"trust{joint}donors", [], order: HitOrder.Document);

        Assert.Equal(once.Hits.Select(hit => hit.Row), often.Hits.Select(hit => hit.Row));
        Assert.All(once.Hits.Zip(often.Hits), pair => Assert.Equal(60 * pair.First.Score, pair.Second.Score, 0.001));
        Assert.Equal(two.Hits.Select(hit => hit.Row), both.Hits.Select(hit => hit.Row));
        Assert.All(two.Hits.Zip(both.Hits), pair => Assert.Equal(30 * pair.First.Score, pair.Second.Score, 0.001));
    }

    [Fact]
    public void Joins_many_parts_as_few()
    {
        Folder.Save(new("a.txt", "Alpha beta.", "Beta gamma.", "Gamma delta.", "Rain fell.", "Delta alpha."));
        var parts = new[] { "alpha", "beta", "gamma", "\"delta\"" }.Select(word => (Word: word, Hits: Search(word, []).Hits.ToDictionary(hit => hit.Row, hit => hit.Score))).ToArray();

        var all = Search("alpha OR beta OR gamma OR \"delta\"", []);

        Assert.Equal(4, all.Total);
        Assert.All(all.Hits, hit => Assert.Equal(parts.Sum(part => part.Hits.GetValueOrDefault(hit.Row)), hit.Score, 0.0001));
        Assert.Equal(["Beta gamma."], Found("(beta OR rain OR zeta OR nothing) AND (gamma OR rain OR delta) -rain -zeta"));
        Assert.Equal(["Delta alpha.", "Rain fell."], Found("-beta -gamma"));
    }

    private void SaveTagged()
    {
        Folder.Save(new(
            "a.txt",
            new Words("c") { Kinds = ["challenge"] },
            new Words("cf: ECOWAS in Mali and Niger") { Kinds = ["challenge", "lesson"], Themes = ["funding"], Addressees = ["donors"] },
            new Words("l: ECOWAS") { Kinds = ["lesson"], Themes = ["trust", "funding"], Language = "fr" })
        { Year = 2019, Series = "Points" });
        Folder.Save(new(
            "b.txt",
            new Words("r: the African Union in Mali") { Kinds = ["recommendation"], Addressees = ["all_third_parties"], Role = PassageRole.ListItem },
            new Words("cr: in Niger") { Kinds = ["challenge", "recommendation"], Themes = ["trust"], Addressees = ["mediators", "donors"] })
        { Year = 2020, Title = "The second paper", Series = "Discussion Points" });
        Folder.Save(new("c.txt", new Words("l: in Chad") { Kinds = ["lesson"], Themes = ["funding"] }) { Year = 2021, Language = "es", Series = "Other" });
    }
}
