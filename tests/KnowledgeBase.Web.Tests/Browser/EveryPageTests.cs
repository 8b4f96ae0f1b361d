using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace KnowledgeBase.Web.Tests.Browser;

/// <summary>What must hold on every page: WCAG by axe in light and dark, no sideways scrolling at 360 px, no error in the console.</summary>
[Collection(Samples.Name)]
public sealed class EveryPageTests(SampleStore samples, FurnishedSite furnished, Chromium chromium)
{
    internal static readonly RunOnlyOptions Everything = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };

    // Between light and dark nothing changes but colours.
    private static readonly RunOnlyOptions Colours = new() { Type = "rule", Values = ["color-contrast", "link-in-text-block"] };

    public static TheoryData<string> Places => [.. SitePlaces.Names];

    [BrowserTheory]
    [MemberData(nameof(Places))]
    public async Task Is_accessible_in_light_and_dark_and_fits_a_telephone(string place)
    {
        var site = await furnished.SiteAsync(samples);
        await using var context = await chromium.OpenAsync(site, new() { ColorScheme = ColorScheme.Light });
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        // A page that answers 400 or 404 on purpose is told by the browser as a failed load; everything else is a fault.
        page.Console += (_, message) => complaints.AddRange(
            message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) ? [message.Text] : []);
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync(SitePlaces.Address(site, place));
        await OpenAllAsync(page);

        await CheckAsync(page, "light", Everything);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await CheckAsync(page, "dark", Colours);
        await page.SetViewportSizeAsync(360, 740);
        var wide = await page.EvaluateAsync<string[]>(
            """
            () => document.documentElement.scrollWidth <= 360 ? [] : [`${document.documentElement.scrollWidth} px`, ...[...document.querySelectorAll("body *")]
              .filter(e => e.getBoundingClientRect().right > 361 && !e.closest(".map-scroll, .pages, pre, .quiet")).map(e => e.outerHTML.slice(0, 120))]
            """);
        Assert.Empty(wide);
        Assert.Empty(complaints);
    }

    // What is folded must be as good as what is open.
    internal static Task OpenAllAsync(IPage page) => page.EvaluateAsync("document.querySelectorAll('details:not(.menu)').forEach(d => d.open = true)");

    internal static async Task CheckAsync(IPage page, string scheme, RunOnlyOptions rules)
    {
        var result = await page.RunAxe(new() { RunOnly = rules });
        Assert.True(
            result.Violations.Length == 0,
            scheme + ": " + string.Join('\n', result.Violations.Select(v => $"{v.Id}: {v.Help}\n  {string.Join("\n  ", v.Nodes.Take(4).Select(n => n.Html))}")));
    }
}
