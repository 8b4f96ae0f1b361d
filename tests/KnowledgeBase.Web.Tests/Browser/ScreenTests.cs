using Microsoft.Playwright;

namespace KnowledgeBase.Web.Tests.Browser;

/// <summary>Makes the pictures of the README, by <c>./kb test --screens</c> only: a picture differs between machines, so it is no check.</summary>
[Collection(Samples.Name)]
[Trait("Category", "Screens")]
public sealed class ScreenTests(SampleStore samples, FurnishedSite furnished, Chromium chromium)
{
    [BrowserTheory]
    [InlineData("search", 1280, 860, ColorScheme.Light)]
    [InlineData("passage", 1280, 860, ColorScheme.Light)]
    [InlineData("browse", 1280, 860, ColorScheme.Light)]
    [InlineData("collection", 1280, 860, ColorScheme.Dark)]
    public async Task Makes_a_picture_for_the_README(string place, int width, int height, ColorScheme scheme)
    {
        var site = await furnished.SiteAsync(samples);
        await using var context = await chromium.OpenAsync(site, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = height } });
        var page = await context.NewPageAsync();
        // By words: the vectors of the tests are no real ones, and a picture must not show what the program would not.
        var address = SitePlaces.Address(site, place);
        await page.GotoAsync(address.Contains('?', StringComparison.Ordinal) ? address + "&mode=keyword" : address);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var path = Path.Combine(Repository.Root, "docs", "screens", $"{place}.png");
        await page.ScreenshotAsync(new() { Path = path });
        Assert.True(new FileInfo(path).Length > 10_000, "an empty picture");
    }
}
