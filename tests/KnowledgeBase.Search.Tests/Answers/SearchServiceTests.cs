using System.Text.Json;
using KnowledgeBase.Documents;
using KnowledgeBase.Search.Answers;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Query;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Tests.Answers;

public sealed class SearchServiceTests : IDisposable
{
    private readonly SearchFolder folder = new();
    private readonly Fts5PassageIndex index;
    private readonly SearchService service;

    public SearchServiceTests()
    {
        index = new(folder.Store);
        service = new(folder.Store, index, TimeProvider.System);
    }

    public void Dispose()
    {
        index.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Gives_the_hit_with_its_words_tags_and_place()
    {
        folder.Save(new(
            "advice.pdf",
            new Words("Donors should fund trust building.") { Kinds = ["recommendation"], Themes = ["funding"], Heading = ["Advice", "To donors"], Page = 7 },
            "Rain fell.")
        { Title = "Money and trust", Series = "Points", Number = "3", Year = 2020 });

        var answer = Search("trust");

        var hit = Assert.Single(answer.Hits);
        Assert.Equal((1, "recommendation", "funding"), (hit.Rank, hit.Kinds[0].Tag, hit.Themes[0].Tag));
        Assert.Equal("Donors should fund <mark>trust</mark> building.", hit.Snippet);
        Assert.Equal(["Advice", "To donors"], hit.HeadingPath);
        Assert.Equal((7, "Money and trust", 2020), (hit.PageFirst, hit.Document.Title, hit.Document.Year));
        Assert.Contains("Money and trust", hit.Citation, StringComparison.Ordinal);
        Assert.Contains("PDF p. 7", hit.Citation, StringComparison.Ordinal);
        Assert.Equal($"/documents/{hit.Document.Id}#{hit.PassageId}", hit.Link);
        Assert.Equal("Money and trust", Assert.Single(answer.Facets["document"]).Label);
    }

    [Fact]
    public void Writes_the_json_that_programs_rely_on()
    {
        folder.Save(new("a.txt", new Words("Trust & “faith”.") { Kinds = ["challenge"] }) { Year = 2019 });

        using var json = JsonDocument.Parse(SearchJson.Write(Search("trust")));

        var root = json.RootElement;
        Assert.Equal(
            ["query", "understood", "total", "took_ms", "hits", "facets", "as_of"], root.EnumerateObject().Select(p => p.Name));
        var hit = root.GetProperty("hits")[0];
        foreach (var name in new[] { "rank", "score", "passage_id", "text", "snippet", "role", "kinds", "themes", "addressees", "document", "heading_path", "citation", "link" })
        {
            Assert.True(hit.TryGetProperty(name, out _), name);
        }

        Assert.False(hit.TryGetProperty("attribution", out _));
        Assert.Equal("challenge", root.GetProperty("facets").GetProperty("kind")[0].GetProperty("value").GetString());
        Assert.Equal("2019", root.GetProperty("facets").GetProperty("year")[0].GetProperty("value").GetString());
    }

    [Fact]
    public void Tells_where_a_query_goes_wrong()
    {
        var outcome = service.Search(new("kind:nonsense"), CancellationToken.None);

        Assert.Null(outcome.Answer);
        Assert.Equal(5, outcome.Error!.Position);
    }

    [Theory]
    [InlineData("", "recommendation")]
    [InlineData("kind:recommendation", null)]
    public void Gives_what_is_most_surely_tagged_first_where_no_words_are_asked_for(string query, string? kind)
    {
        var early = folder.Save(new(
            "early.txt",
            new Words("Perhaps.") { Kinds = ["recommendation"], Confidence = 0.4 },
            new Words("Surely.") { Kinds = ["recommendation"], Confidence = 0.99 }));
        folder.Save(new("late.txt", new Words("Likely.") { Kinds = ["recommendation"], Confidence = 0.7 }, new Words("Not at all.") { Kinds = ["lesson"] }));
        SearchRequest request = new(query) { Filters = kind is null ? [] : [new(FilterField.Kind, [kind])] };

        Assert.Equal(["Surely.", "Likely.", "Perhaps."], Texts(request));
        Assert.Equal(["Likely."], Texts(request with { Offset = 1, Limit = 1 }));
        Assert.Equal(["Perhaps.", "Surely.", "Likely."], Texts(request with { Order = HitOrder.Document }));

        // What a person decided is sure, and what is taken in later is seen.
        folder.Store.Reviews.Record(PassageId.Compute(early, "Perhaps.", 0), ReviewField.Kind, "opportunity", Decision.Add, "Ada", null);
        folder.Save(new("new.txt", new Words("Later.") { Kinds = ["recommendation"], Confidence = 0.8 }));
        Assert.Equal(["Surely.", "Later.", "Likely.", "Perhaps."], Texts(request));
        Assert.Equal(["Perhaps."], Texts(new("") { Filters = [new(FilterField.Kind, ["opportunity"])] }));
    }

    private string[] Texts(SearchRequest request) => [.. service.Search(request, CancellationToken.None).Answer!.Hits.Select(hit => hit.Text)];

    [Fact]
    public void Numbers_hits_over_all_pages_and_repeats_none()
    {
        folder.Save(new("a.txt", [.. Enumerable.Range(1, 23).Select(i => (Words)$"Talks number {i}.")]));

        var pages = Enumerable.Range(0, 3).SelectMany(p =>
            service.Search(new("talks") { Offset = 10 * p }, CancellationToken.None).Answer!.Hits).ToArray();

        Assert.Equal(Enumerable.Range(1, 23), pages.Select(h => h.Rank));
        Assert.Equal(23, pages.Select(h => h.PassageId).Distinct().Count());
    }

    [Fact]
    public void Says_which_filters_were_chosen_beside_the_query()
    {
        var outcome = service.Search(
            new("rain") { Filters = [new(FilterField.Kind, ["lesson"]), new(FilterField.Year, []) { From = 2015 }] }, CancellationToken.None);

        Assert.Equal("rain; kind is lesson; year 2015 or later", outcome.Answer!.Understood);
    }

    [Fact]
    public void Hides_restricted_documents_from_a_reader()
    {
        folder.Save(new("a.txt", "Secret talks."), Visibility.Restricted);

        var outcome = service.Search(new("talks") { Audience = Visibility.Network }, CancellationToken.None);

        Assert.Empty(outcome.Answer!.Hits);
        Assert.All(outcome.Answer.Facets.Values, Assert.Empty);
    }

    [Theory]
    [InlineData("mediatrs", "mediators", "near spelling")]
    [InlineData("rain AND donors", "+rain", "without donors")]
    [InlineData("kind:lesson mediators", "mediators", "without kind:lesson")]
    [InlineData("\"agreed mediators\"", "agreed AND mediators", "in any order")]
    public void Offers_what_finds_something_when_a_query_finds_nothing(string query, string offered, string why)
    {
        folder.Save(new("a.txt", "The mediators agreed.", "Rain fell."));

        var answer = Search(query);

        Assert.Equal(0, answer.Total);
        var suggestion = Assert.Single(answer.Suggestions!, s => s.Query == offered.TrimStart('+'));
        Assert.Contains(why, suggestion.Why, StringComparison.Ordinal);
        Assert.Equal(suggestion.Total, Search(suggestion.Query).Total);
    }

    [Fact]
    public void Offers_no_word_of_a_document_that_the_user_may_not_see()
    {
        folder.Save(new("a.txt", "Public talks."), Visibility.Public);
        folder.Save(new("b.txt", "The armistice."), Visibility.Restricted);

        var outcome = service.Search(new("armistce") { Audience = Visibility.Public }, CancellationToken.None);

        Assert.Null(outcome.Answer!.Suggestions);
    }

    private SearchAnswer Search(string query) => service.Search(new(query), CancellationToken.None).Answer!;
}
