using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace KnowledgeBase.Web.Tests.Pages;

/// <summary>What the search page gives besides hits.</summary>
[Collection(Samples.Name)]
public sealed class SearchHelpTests(SampleStore samples) : SiteTests(samples)
{
    [Fact]
    public async Task The_title_of_a_document_leads_to_it()
    {
        var info = Site.Store.Documents.Find(SampleStore.PublicFile);
        var page = await PageAsync($"/search?q={Uri.EscapeDataString(info.Title!)}");

        Assert.Contains($"/documents/{info.Id}", page.QuerySelectorAll(".named a").Select(link => link.GetAttribute("href")));
        Assert.Empty((await PageAsync("/search?q=mediation")).QuerySelectorAll(".named"));
    }

    [Fact]
    public async Task One_misspelt_word_among_others_is_offered_in_a_near_spelling()
    {
        var page = await PageAsync("/search?q=rivalry+between+mediatorz");

        Assert.NotEmpty(page.QuerySelectorAll(".hit"));
        var link = Assert.Single(page.QuerySelectorAll(".notice a"));
        Assert.Equal("rivalry between mediators", link.TextContent);
        Assert.Empty((await PageAsync(link.GetAttribute("href")!)).QuerySelectorAll(".notice a"));
    }

    [Fact]
    public async Task The_page_of_a_passage_marks_what_it_was_found_by_and_nothing_else()
    {
        const string Phrase = "local ownership";
        var hit = (await PageAsync($"/search?q={Uri.EscapeDataString($"\"{Phrase}\"")}&mode=keyword")).QuerySelector(".hit a.open")!.GetAttribute("href")!;
        var marked = string.Join(' ', (await PageAsync(hit)).QuerySelectorAll("mark").Select(mark => mark.TextContent)).ToLowerInvariant();

        Assert.Empty(marked.Replace(Phrase, "", StringComparison.Ordinal).Trim());
        Assert.Contains(Phrase, marked, StringComparison.Ordinal);
    }

    private async Task<IDocument> PageAsync(string address) => await new HtmlParser().ParseDocumentAsync(await Client.GetStringAsync(address));
}
