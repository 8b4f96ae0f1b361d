using Microsoft.Playwright;

namespace KnowledgeBase.Web.Tests.Browser;

/// <summary>Every page in French on a wide screen, and every kind of menu open: accessible, nothing hangs over, lines stay short enough to read.</summary>
[Collection(Samples.Name)]
public sealed class WideFrenchTests(SampleStore samples, FurnishedSite furnished, Chromium chromium)
{
    private const int Wide = 1600;

    // Beyond it the eye loses the way back to the next line.
    private const int LongestLine = 100;

    public static TheoryData<string> Places => [.. SitePlaces.Names];

    [BrowserTheory]
    [MemberData(nameof(Places))]
    public async Task Is_accessible_in_French_and_fills_a_wide_screen_with_lines_that_can_be_read(string place)
    {
        var site = await furnished.SiteAsync(samples);
        await using var context = await chromium.OpenAsync(site, new() { Locale = "fr-FR", ViewportSize = new() { Width = Wide, Height = 1000 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(SitePlaces.Address(site, place));
        Assert.Equal("fr", await page.EvaluateAsync<string>("document.documentElement.lang"));
        await EveryPageTests.OpenAllAsync(page);
        await EveryPageTests.CheckAsync(page, "French", EveryPageTests.Everything);
        Assert.True(await WidthAsync(page) <= Wide, $"{await WidthAsync(page)} px of {Wide}");
        var longLines = await page.EvaluateAsync<string[]>(
            """
            most => [...document.querySelectorAll("main p, main blockquote, main dd, main li")]
              .filter(e => e.checkVisibility() && e.querySelector("p, li, dd, form, input, button, ul") === null && !e.closest("table, svg, pre, .quiet"))
              .map(e => {
                const line = document.createElement("span");
                line.textContent = e.textContent.replace(/\s+/g, " ").trim();
                Object.assign(line.style, { position: "absolute", visibility: "hidden", whiteSpace: "nowrap" });
                e.append(line);
                const whole = line.getBoundingClientRect().width, style = getComputedStyle(e);
                line.remove();
                const room = e.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
                return { text: line.textContent, letters: Math.round(line.textContent.length * room / whole), lines: whole / room };
              })
              .filter(e => e.lines > 1 && e.letters > most)
              .map(e => `${e.letters} letters a line: ${e.text.slice(0, 80)}`)
            """,
            LongestLine);
        Assert.Empty(longLines);

        await page.SetViewportSizeAsync(360, 740);
        Assert.True(await WidthAsync(page) <= 360, $"{await WidthAsync(page)} px of 360");
    }

    [BrowserTheory]
    [InlineData("search", ".tools > details.menu")]
    [InlineData("search", ".hit details.collect-menu")]
    [InlineData("passage", ".passage details.collect-menu")]
    [InlineData("document", ".actions > details.menu")]
    [InlineData("collection", ".tools > details.menu")]
    [InlineData("collection", ".items details.menu")]
    public async Task An_open_menu_is_accessible_and_stays_on_the_screen(string place, string menu)
    {
        var site = await furnished.SiteAsync(samples);
        await using var context = await chromium.OpenAsync(site);
        var page = await context.NewPageAsync();
        await page.GotoAsync(SitePlaces.Address(site, place));
        await page.Locator($"{menu} > summary").First.ClickAsync();
        var opened = page.Locator($"{menu}[open] > :not(summary)").First;
        await opened.WaitForAsync();
        await EveryPageTests.CheckAsync(page, $"{place} {menu}", EveryPageTests.Everything);
        foreach (var width in new[] { 1280, Wide, 360 })
        {
            await page.SetViewportSizeAsync(width, 900);
            var box = (await opened.BoundingBoxAsync())!;
            Assert.True(box.X >= 0 && box.X + box.Width <= width, $"{menu} reaches from {box.X} to {box.X + box.Width} of {width} px");
            Assert.True(await WidthAsync(page) <= width, $"{await WidthAsync(page)} px of {width}");
        }
    }

    [BrowserFact]
    public async Task A_larger_size_of_the_page_fetches_the_finer_picture_and_is_told_as_the_current_one()
    {
        var site = await furnished.SiteAsync(samples);
        await using var context = await chromium.OpenAsync(site);
        var page = await context.NewPageAsync();
        await page.GotoAsync(SitePlaces.Address(site, "passage"));
        await page.RunAndWaitForResponseAsync(() => page.Locator("[data-zoom='2']").ClickAsync(), answer => answer.Url.EndsWith("?dpi=200", StringComparison.Ordinal) && answer.Ok);
        Assert.Equal("true", await page.Locator("[data-zoom='2']").GetAttributeAsync("aria-current"));
        Assert.Equal(1, await page.Locator("[data-zoom][aria-current]").CountAsync());
        // The page keeps its measures, so that the outline still fits.
        Assert.Matches(@"\?dpi=200$", await page.Locator(".pages image").First.GetAttributeAsync("href"));
    }

    private static Task<int> WidthAsync(IPage page) => page.EvaluateAsync<int>("document.documentElement.scrollWidth");
}
