using KnowledgeBase.Search.Answers;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Query;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Tests.Answers;

/// <summary>What is offered when nothing is found finds as much as it says, asked as it stands and without the filters chosen before.</summary>
public sealed class SuggestionTests : IDisposable
{
    private readonly SearchFolder folder = new();

    public SuggestionTests() => folder.Save(new(
        "a.txt",
        new Words("The mediators agreed that donors build trust.") { Kinds = ["challenge"], Section = 0 },
        new Words("Rain fell in Mali, see A/66/811.") { Section = 0 },
        new Words("Talks about the armistice.") { Kinds = ["recommendation"], Section = 1 })
    { Year = 2019, Series = "The \"quiet\" papers" });

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("what should donors do about trust", "kind:lesson", "what should donors do about trust", "without kind:lesson")]
    [InlineData("trust zebra", "kind:lesson|year:2019", "trust zebra year:2019", "without kind:lesson")]
    [InlineData("the donors kind:lesson", "", "the donors", "without kind:lesson")]
    [InlineData("zebra", "kind:challenge", "kind:challenge", "without zebra")]
    [InlineData("zebra giraffe", "kind:challenge", "kind:challenge", "without zebra giraffe")]
    [InlineData("donors AND zebra", "kind:challenge", "donors kind:challenge", "without zebra")]
    [InlineData("donors AND rain AND trust", "", "donors AND trust", "without rain")]
    [InlineData("mediatrs AND agreed", "", "mediators AND agreed", "near spelling: mediators for mediatrs")]
    [InlineData("mediatrs AND agred", "", "mediators AND agreed", "near spellings: mediators, agreed for mediatrs, agred")]
    [InlineData("\"trust build\" zebra", "", "trust AND build zebra", "in any order")]
    [InlineData("zebra +(kind:challenge OR kind:recommendation)", "", "+(kind:challenge OR kind:recommendation)", "without zebra")]
    [InlineData("+donors -trust", "", "+donors", "without -trust")]
    [InlineData("zebra in:heading", "series:The \"quiet\" papers", "series:\"The  quiet  papers\" in:heading", "without zebra")]
    public void Offers_the_query_as_it_was_but_for_one_thing(string query, string chosen, string offered, string why)
    {
        foreach (var memory in new[] { false, true })
        {
            using var open = new OpenService(folder, memory);
            var answer = open.Search(query, [.. chosen.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(Filter)]);

            Assert.Equal(0, answer.Total);
            var suggestion = Assert.Single(answer.Suggestions!, each => each.Query == offered);
            Assert.Contains(why, suggestion.Why, StringComparison.Ordinal);
            Assert.All(answer.Suggestions!, each => Assert.Equal((each.Query, each.Total), (each.Query, open.Search(each.Query).Total)));
        }
    }

    [Theory]
    [InlineData("mediatrs build trust", "mediators build trust")]
    [InlineData("mediatrs agred trust", "mediators agred trust|mediatrs agreed trust|mediators agreed trust")]
    [InlineData("mediating donor trusts", "")]
    [InlineData("the donors of trust", "")]
    [InlineData("zebra trust", "")]
    [InlineData("trust in A/66/812", "")]
    [InlineData("trust RAIM", "")]
    [InlineData("trust raim", "trust rain")]
    [InlineData("trust agreeing", "")]
    [InlineData("trust -mediatrs", "")]
    [InlineData("donors mediatrs kind:challenge", "donors mediators kind:challenge")]
    [InlineData("donors", "")]
    public void Offers_a_near_spelling_of_one_word_among_others(string query, string offered)
    {
        foreach (var memory in new[] { false, true })
        {
            using var open = new OpenService(folder, memory);
            var answer = open.Search(query);

            Assert.NotEqual(0, answer.Total);
            Assert.Equal(offered, string.Join('|', (answer.Suggestions ?? []).Select(each => each.Query)));
            Assert.All(answer.Suggestions ?? [], each => Assert.Equal(each.Total, open.Search(each.Query).Total));
        }
    }

    [Fact]
    public void A_near_spelling_keeps_the_filters_that_were_chosen()
    {
        using var open = new OpenService(folder);
        var suggestion = Assert.Single(open.Search("mediatrs trust", Filter("kind:challenge")).Suggestions!);

        Assert.Equal("mediators trust kind:challenge", suggestion.Query);
        Assert.Equal(1, suggestion.Total);
    }

    [Fact]
    public void A_word_that_is_hidden_meanwhile_is_not_offered()
    {
        using var open = new OpenService(folder);
        var id = folder.Save(new("b.txt", "A quokka was seen."));
        Assert.Contains("quokka", Assert.Single(open.Search(new SearchRequest("trust qoukka") { Audience = Visibility.Network }).Suggestions!).Query, StringComparison.Ordinal);

        folder.Store.Documents.SetVisibility(id, Visibility.Restricted);
        Assert.Null(open.Search(new SearchRequest("trust qoukka") { Audience = Visibility.Network }).Suggestions);
    }

    [Fact]
    public void Words_that_the_first_hits_show_are_not_looked_up()
    {
        using var open = new OpenService(folder, memory: true);
        open.Search("donors trust mediators");

        Assert.Equal(1, open.Searches);
    }

    [Fact]
    public void Counts_where_the_tags_are_looked_for()
    {
        using var open = new OpenService(folder);
        SearchFilter[] filters = [new(FilterField.Kind, ["challenge"]), new(FilterField.Place, ["Mali"]), new(FilterField.Theme, ["trust"])];

        var answer = open.Search(new SearchRequest("") { Filters = filters, Within = TagScope.Section });

        var suggestion = Assert.Single(answer.Suggestions!, each => each.Why == "without theme:trust");
        Assert.Equal(2, suggestion.Total);
        Assert.Equal(2, open.Search(new SearchRequest(suggestion.Query) { Within = TagScope.Section }).Total);
        Assert.EndsWith("; tags, places and organisations anywhere in the same section", answer.Understood, StringComparison.Ordinal);
    }

    [Fact]
    public void Tries_only_so_many_words()
    {
        using var open = new OpenService(folder);

        var answer = open.Search(string.Join(' ', Enumerable.Range(0, 300).Select(i => $"zzq{i}")) + " armistce");

        Assert.Equal(0, answer.Total);
        Assert.InRange(open.Searches, 1, 40);
    }

    [Fact]
    public void Stops_when_nobody_waits_any_more()
    {
        using var gone = new CancellationTokenSource();
        using var open = new OpenService(folder, onVocabulary: gone.Cancel);

        Assert.Throws<OperationCanceledException>(() => open.Service.Search(new("armistce"), gone.Token));
    }

    private static SearchFilter Filter(string text)
    {
        var parts = text.Split(':', 2);
        return FieldValues.Parse(FieldValues.FieldOf(parts[0])!.Value, parts[1], out _)!;
    }
}
