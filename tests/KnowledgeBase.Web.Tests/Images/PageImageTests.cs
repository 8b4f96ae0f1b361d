using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using KnowledgeBase.Documents;
using KnowledgeBase.Extraction.Processes;
using KnowledgeBase.Store;

namespace KnowledgeBase.Web.Tests.Images;

/// <summary>Pictures of pages: what cannot be drawn is told by its status, and not tried again at every view.</summary>
[Collection(Samples.Name)]
public sealed class PageImageTests(SampleStore samples)
{
    [Fact]
    public async Task Without_the_drawing_program_the_answer_is_501_and_says_how_to_install_it()
    {
        await using var site = await TestSite.StartDrawingAsync(samples, (_, _, _, _, _) => throw new ToolMissingException("pdftoppm"));
        using var client = site.Client();
        using var answer = await client.GetAsync($"/api/v1/documents/{Pdf(site).Id}/pages/1.png");
        Assert.Equal(HttpStatusCode.NotImplemented, answer.StatusCode);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("tool-missing", problem.RootElement.GetProperty("code").GetString());
        Assert.Contains("pdftoppm", problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_cannot_be_drawn_is_tried_once_whoever_asks()
    {
        var tried = 0;
        await using var site = await TestSite.StartDrawingAsync(samples, (_, _, _, _, _) => Task.FromResult(Interlocked.Increment(ref tried)));
        using var client = site.Client();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, $"/api/v1/documents/{Pdf(site).Id}/pages/1.png"));
        }

        Assert.Equal(1, tried);
        // Another size is another attempt.
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, $"/api/v1/documents/{Pdf(site).Id}/pages/1.png?dpi=200"));
        Assert.Equal(2, tried);
    }

    [Fact]
    public async Task A_caller_who_goes_away_does_not_make_the_page_one_that_cannot_be_drawn()
    {
        var tried = 0;
        await using var site = await TestSite.StartDrawingAsync(samples, async (_, _, _, target, cancellation) =>
        {
            if (Interlocked.Increment(ref tried) == 1)
            {
                await Task.Delay(Timeout.Infinite, cancellation);
            }

            await File.WriteAllBytesAsync(target, Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="), CancellationToken.None);
        });
        using var client = site.Client();
        using (var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(500)))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetAsync($"/api/v1/documents/{Pdf(site).Id}/pages/1.png", impatient.Token));
        }

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, $"/api/v1/documents/{Pdf(site).Id}/pages/1.png"));
    }

    [Fact]
    public async Task A_page_that_the_file_does_not_have_starts_no_drawing()
    {
        var tried = 0;
        await using var site = await TestSite.StartDrawingAsync(samples, (_, _, _, _, _) => Task.FromResult(Interlocked.Increment(ref tried)));
        using var client = site.Client();
        var pdf = Pdf(site);
        var pages = site.Store.Documents.Get(pdf.Id)!.Tagged.Document.PageCount!.Value;
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, $"/api/v1/documents/{pdf.Id}/pages/{pages + 1}.png"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, $"/api/v1/documents/{pdf.Id}/pages/999999.png"));
        Assert.Equal(0, tried);
        await StatusAsync(client, $"/api/v1/documents/{pdf.Id}/pages/{pages}.png");
        Assert.Equal(1, tried);
    }

    [Theory]
    [InlineData(1, "")]
    [InlineData(2, "?dpi=200")]
    [InlineData(3, "?dpi=200")]
    public async Task The_larger_sizes_of_a_page_take_the_finer_picture(int zoom, string ending)
    {
        await using var site = await TestSite.StartAsync(samples);
        using var client = site.Client();
        var hit = Browser.SitePlaces.Hits(site, Browser.SitePlaces.Query, "pdf")[0];
        var page = new HtmlParser().ParseDocument(await client.GetStringAsync($"/passages/{hit.PassageId}?zoom={zoom}"));
        Assert.EndsWith($".png{ending}", page.QuerySelector(".pages image")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("true", page.QuerySelector($"[data-zoom='{zoom}']")!.GetAttribute("aria-current"));
    }

    private static DocumentInfo Pdf(TestSite site) => site.Store.Documents.List().First(info => info.Source.Format == SourceFormat.Pdf);

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        return answer.StatusCode;
    }
}
