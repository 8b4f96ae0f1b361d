using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace KnowledgeBase.Web.Tests.Pages;

/// <summary>Every count on the pages can be reached by a reader who counts along.</summary>
[Collection(Samples.Name)]
public sealed partial class CountTests(SampleStore samples) : SiteTests(samples)
{
    // A word that no other sample has.
    private const string Query = "q=zorvexian&mode=keyword";

    [Fact]
    public async Task The_hits_of_all_pages_and_those_under_them_make_up_the_total()
    {
        await TakeInTwoFormsAsync();
        var (shown, folded, last) = (0, 0, "");
        for (var next = $"/search?{Query}"; next is not null;)
        {
            var page = await PageAsync(next);
            shown += page.QuerySelectorAll(".hit").Length;
            folded = page.QuerySelector(".folded") is { } said ? Numbers(said)[0] : 0;
            last = page.QuerySelector(".paging span")!.TextContent;
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.True(folded > 0, "no hit stands under another: nothing was tried");
        Assert.EndsWith(string.Create(CultureInfo.InvariantCulture, $"–{shown} of {shown + folded}"), last, StringComparison.Ordinal);

        var hit = (await PageAsync($"/search?{Query}&offset={(shown - 1) / 10 * 10}")).QuerySelectorAll(".hit a.open")[^1].GetAttribute("href")!;
        var place = (await PageAsync(hit)).QuerySelector(".hit-nav .quiet-text")!;
        Assert.Equal([shown, shown + folded, folded], Numbers(place));
    }

    [Fact]
    public async Task Passages_that_stand_under_others_can_be_shown_each_by_itself()
    {
        await TakeInTwoFormsAsync();
        var page = await PageAsync($"/search?{Query}");
        var apart = await PageAsync(page.QuerySelector(".folded a")!.GetAttribute("href")!);
        Assert.Null(apart.QuerySelector(".folded"));
        Assert.Equal(page.QuerySelector(".understood strong")!.TextContent, apart.QuerySelector(".understood strong")!.TextContent);
    }

    [Fact]
    public async Task What_a_document_has_at_a_glance_is_what_its_search_finds()
    {
        var footnotes = 0;
        foreach (var info in Site.Store.Documents.List())
        {
            var page = await PageAsync($"/documents/{info.Id}");
            foreach (var glance in page.QuerySelectorAll(".glance[class*=kind-]"))
            {
                var address = glance.QuerySelector("p a")!.GetAttribute("href");
                using var found = JsonDocument.Parse(await Client.GetStringAsync($"/api/v1{address}&limit=0"));
                Assert.Equal($"{address} {glance.QuerySelector(".count")!.TextContent}", $"{address} {found.RootElement.GetProperty("total")}");
                Assert.Equal(Numbers(glance.QuerySelector(".count")!)[0], glance.QuerySelectorAll("li").Length);
                footnotes += glance.QuerySelectorAll("li .quiet-text").Count(place => place.TextContent.StartsWith("Footnote", StringComparison.Ordinal));
            }
        }

        Assert.True(footnotes > 0, "no tagged footnote among the samples: nothing was tried");
    }

    [Theory]
    [InlineData("/search?q=rivalry+between+mediators&offset=5000")]
    [InlineData("/search?q=rivalry+between+mediators&kind=lesson&offset=900")]
    public async Task Beyond_the_last_hit_the_page_says_so_and_leads_back(string address)
    {
        var page = await PageAsync(address);
        Assert.Empty(page.QuerySelectorAll(".hit"));
        Assert.Null(page.QuerySelector(".paging"));
        var notice = page.QuerySelector(".search .notice")!;
        Assert.Contains("none are left from number", notice.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty((await PageAsync(notice.QuerySelector("a")!.GetAttribute("href")!)).QuerySelectorAll(".hit"));
    }

    [Fact]
    public async Task The_chip_of_a_chosen_document_bears_its_title_where_the_facet_does_not_list_it()
    {
        var info = Site.Store.Documents.List().First(info => info.Title is not null);
        var chip = (await PageAsync($"/search?q=zzzxqy&document={info.Id}")).QuerySelector(".chip.chosen")!;
        Assert.Contains(info.Title!, chip.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(info.Id.Value, chip.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chip_of_a_document_that_the_reader_may_not_see_does_not_name_it()
    {
        var hidden = Site.Store.Documents.List().First(info => info.Visibility == Store.Visibility.Restricted);
        using var reader = Site.ClientOf(Store.Access.AccessRole.Reader);
        var html = await reader.GetStringAsync($"/search?q=zzzxqy&document={hidden.Id}");
        Assert.DoesNotContain(hidden.Title!, new HtmlParser().ParseDocument(html).Body!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>One report as HTML and as Markdown, of 25 paragraphs that are unlike each other.</summary>
    private async Task TakeInTwoFormsAsync()
    {
        string[] texts =
        [
            .. Site.Store.Documents.List().Select(info => Site.Store.Documents.Get(info.Id)!.Tagged.Document).Where(document => document.Front.Language == "en")
                .SelectMany(document => document.Passages).Where(passage => passage.Role == Documents.PassageRole.Paragraph && passage.Text.Length > 200 && !passage.Text.Contains('*', StringComparison.Ordinal))
                .Take(25).Select(passage => $"In Zorvexian talks it was said: {passage.Text}"),
        ];
        var folder = Directory.CreateTempSubdirectory("kb-forms-").FullName;
        string[] files = [Path.Combine(folder, "report.html"), Path.Combine(folder, "report.md")];
        await File.WriteAllTextAsync(
            files[0], $"<html><head><title>Two forms</title></head><body><h1>Two forms</h1>{string.Concat(texts.Select(text => $"<p>{WebUtility.HtmlEncode(text)}</p>"))}</body></html>");
        await File.WriteAllTextAsync(files[1], $"# Two forms\n\n{string.Join("\n\n", texts)}\n");
        await Site.IngestAsync(Store.Visibility.Network, files);
        Directory.Delete(folder, recursive: true);
    }

    private static int[] Numbers(IElement element) => [.. Number().Matches(element.TextContent).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture))];

    private async Task<IDocument> PageAsync(string address)
    {
        using var response = await Client.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
