using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using KnowledgeBase.Documents;
using KnowledgeBase.Web.Pages;

namespace KnowledgeBase.Web.Tests.Api;

/// <summary>What the pages say, read as HTML.</summary>
[Collection(Samples.Name)]
public sealed class PageTests(SampleStore samples) : SiteTests(samples)
{
    [Theory]
    [InlineData("/search")]
    [InlineData("/search?q=+&kind=")]
    public async Task A_search_for_nothing_is_the_start(string address)
    {
        var page = await PageAsync(address);
        Assert.Empty(page.QuerySelectorAll(".hit"));
        Assert.NotEmpty(page.QuerySelectorAll(".starter"));
    }

    [Theory]
    [InlineData("/browse")]
    [InlineData("/browse?map=all")]
    public async Task Every_figure_of_the_maps_is_what_its_click_finds(string address)
    {
        var page = await PageAsync(address);
        var figures = page.QuerySelectorAll(".map-table td a");
        Assert.True(figures.Length > 40, $"only {figures.Length} figures");
        foreach (var figure in figures)
        {
            using var found = JsonDocument.Parse(await Client.GetStringAsync("/api/v1" + figure.GetAttribute("href") + "&limit=0"));
            Assert.Equal($"{figure.GetAttribute("href")} {figure.TextContent}", $"{figure.GetAttribute("href")} {found.RootElement.GetProperty("total")}");
        }

        Assert.Equal(figures.Length, page.QuerySelectorAll("svg .figure").Length);
    }

    [Fact]
    public async Task The_list_of_papers_is_narrowed_by_words_of_title_author_or_series()
    {
        Assert.Equal(Site.Store.Documents.List().Count, (await PageAsync("/browse")).QuerySelectorAll(".papers li").Length);
        var found = (await PageAsync("/browse?paper=MEDIACION+paz")).QuerySelectorAll(".papers li");
        Assert.NotEmpty(found);
        Assert.All(found, paper => Assert.Contains("paz", paper.TextContent, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("Lindqvist", Assert.Single((await PageAsync("/browse?paper=lindqvist+tiller")).QuerySelectorAll(".papers li")).TextContent, StringComparison.Ordinal);
        Assert.Empty((await PageAsync("/browse?paper=zzz")).QuerySelectorAll(".papers li"));
    }

    [Fact]
    public async Task The_form_of_a_document_corrects_its_title_and_is_filled_with_what_holds()
    {
        var id = Site.Store.Documents.List()[0].Id;
        using var answer = await Forms.PostAsync(Client, $"/documents/{id}", $"/documents/{id}/describe", ("title", "A <b>title</b>"), ("authors", "Ada Muster\r\nBen Muster"), ("year", "2015"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await PageAsync($"/documents/{id}");
        Assert.Equal("A <b>title</b>", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("A <b>title</b>", page.QuerySelector("input[name=title]")!.GetAttribute("value"));
        Assert.Equal(["Ada Muster", "Ben Muster"], Site.Store.Documents.Info(id)!.Front.Authors);
        Assert.Contains(Site.Store.Acts.Last(1), act => act.What == "document.describe" && act.Detail is null);
    }

    [Fact]
    public async Task A_passage_whose_tag_was_found_wrong_still_leads_to_the_next_hit()
    {
        const string Filters = "kind=recommendation&addressee=donors";
        using var hits = JsonDocument.Parse(await Client.GetStringAsync($"/api/v1/search?{Filters}&limit=3"));
        string[] ids = [.. hits.RootElement.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("passage_id").GetString()!)];
        foreach (var label in TagSet.Addressees)
        {
            Site.Store.Reviews.Record(new(ids[1]), Store.ReviewField.Addressee, label, Store.Decision.Reject, "Ada", null);
        }

        var page = await PageAsync($"/passages/{ids[1]}?{Filters}&at=2");
        Assert.StartsWith($"/passages/{ids[0]}?", page.QuerySelector("a[rel=prev]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.StartsWith($"/passages/{ids[2]}?", page.QuerySelector("a[rel=next]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.EndsWith("at=2", page.QuerySelector("a[rel=next]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_examples_of_the_first_page_lead_where_they_say()
    {
        var start = await PageAsync("/");
        var example = start.QuerySelectorAll("a[href*='women+armed']").Single();

        var found = await PageAsync(example.GetAttribute("href")!);

        Assert.Single(found.QuerySelectorAll(".chips .chosen"));
        Assert.Equal("women armed groups", found.QuerySelector("input[name=q]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("2015..2020")]
    [InlineData("2015-2020")]
    [InlineData("2015..")]
    public async Task A_year_that_is_clicked_takes_the_place_of_a_range_of_years(string range)
    {
        var page = await PageAsync($"/search?q=mediation&year={range}");
        var years = page.QuerySelectorAll("#filters a[href*='year=']").Where(link => link.GetAttribute("href")!.Contains("year=2", StringComparison.Ordinal)
            && link.QuerySelector("span")!.TextContent.Trim() is { Length: 4 } text && text.All(char.IsDigit)).ToArray();
        Assert.NotEmpty(years);
        foreach (var year in years)
        {
            var found = await PageAsync(year.GetAttribute("href")!);
            Assert.StartsWith(year.QuerySelector(".count")!.TextContent + " ", found.QuerySelector(".understood strong")!.TextContent, StringComparison.Ordinal);
            Assert.Single(found.QuerySelectorAll(".chips .chosen"));
        }
    }

    [Theory]
    [InlineData("/search?q=trust&kind=lesson&year=1950", "trust kind:lesson")]
    [InlineData("/search?q=mediatrs+AND+trust&kind=lesson", null)]
    [InlineData("/search?q=zzzz&theme=trust&place=Sudan&within=document", null)]
    public async Task What_is_offered_instead_leads_to_as_many_passages_as_it_says(string address, string? offered)
    {
        var page = await PageAsync(address);
        var links = page.QuerySelectorAll(".notice li a").Where(link => link.GetAttribute("href")!.StartsWith("/search?q=", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(links);
        Assert.True(offered is null || links.Any(link => link.TextContent == offered), string.Join(" | ", links.Select(link => link.TextContent)));
        foreach (var link in links.Where(link => link.ParentElement!.TextContent.Contains('(', StringComparison.Ordinal)))
        {
            using var found = JsonDocument.Parse(await Client.GetStringAsync("/api/v1" + link.GetAttribute("href")));
            Assert.Contains($"({found.RootElement.GetProperty("total")})", link.ParentElement!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_filter_that_adds_says_how_much_and_the_scope_of_filters_can_be_chosen()
    {
        var page = await PageAsync("/search?q=mediators&kind=lesson");
        using var now = JsonDocument.Parse(await Client.GetStringAsync("/api/v1/search?q=mediators&kind=lesson&limit=0"));
        var total = now.RootElement.GetProperty("total").GetInt32();
        var adding = page.QuerySelectorAll(".facet a").Where(link => link.QuerySelector(".adds") is not null).ToArray();
        Assert.NotEmpty(adding);
        Assert.All(adding, link => Assert.Contains("kind=lesson&kind=", link.GetAttribute("href"), StringComparison.Ordinal));
        foreach (var link in adding)
        {
            using var then = JsonDocument.Parse(await Client.GetStringAsync($"/api/v1{link.GetAttribute("href")}&limit=0"));
            Assert.StartsWith($"+{then.RootElement.GetProperty("total").GetInt32() - total}adds", link.QuerySelector(".adds")!.TextContent, StringComparison.Ordinal);
        }

        var scope = Assert.Single(page.QuerySelectorAll("a[href*='within=section']"));
        Assert.Contains("anywhere in the same section", (await PageAsync(scope.GetAttribute("href")!)).QuerySelector(".understood")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await PageAsync("/search?q=mediators")).QuerySelectorAll(".adds"));
    }

    [Fact]
    public void Reasons_of_a_tag_are_words_that_can_be_read_there()
    {
        var passage = new Passage(new("0123456789abcdef"), PassageRole.Paragraph, "Donors should fund agencies.") { HeadingPath = ["Advice to donors"] };
        Tag Given(TagOrigin origin) => new("donors", 0.8, origin,
        [
            new("words", "agencies", 2), new("document", "theme.funding", 1.9), new("shape", "no full stop at the end", 1.5), new("rule", "donors, should fund", 1.2),
            new("words", "Agencies", 1), new("heading", "advice", 0.9), new("words", "of", 0.5), new("words", "fund", -1),
        ]);

        Assert.Equal(["agencies", "donors", "should fund", "advice"], TagReasons.Of(Given(TagOrigin.Model), passage));
        Assert.Empty(TagReasons.Of(Given(TagOrigin.Person), passage));
    }

    private async Task<IDocument> PageAsync(string address) => new HtmlParser().ParseDocument(await Client.GetStringAsync(address));
}
