using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Playwright;

namespace KnowledgeBase.Web.Tests.Browser;

/// <summary>The main path of each user, as a person who sees the pages for the first time would walk it.</summary>
[Collection(Samples.Name)]
public sealed class StoryTests(SampleStore samples, Chromium chromium) : IAsyncLifetime
{
    private TestSite site = null!;
    private IBrowserContext context = null!;
    private IPage page = null!;

    public async Task InitializeAsync()
    {
        if (Chromium.Missing is null)
        {
            site = await TestSite.StartAsync(samples);
            context = await chromium.OpenAsync(site);
            page = await context.NewPageAsync();
        }
    }

    public async Task DisposeAsync()
    {
        if (Chromium.Missing is null)
        {
            await context.DisposeAsync();
            await site.DisposeAsync();
        }
    }

    [BrowserFact]
    public async Task A_researcher_finds_what_was_learnt_opens_the_printed_page_and_copies_the_citation()
    {
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("rivalry between mediators");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/search?q=**");
        var hit = page.Locator(".hit").Filter(new() { HasText = "Great Lakes" }).First;
        Assert.NotEmpty(await hit.Locator("mark").AllInnerTextsAsync());
        await hit.GetByRole(AriaRole.Link, new() { NameRegex = new("^Open on page") }).ClickAsync();
        await page.WaitForURLAsync("**/passages/**");

        // The outline of the passage stands in the part of the page that is seen, and its picture is drawn.
        var outline = page.Locator(".pages rect.outline").First;
        Assert.True(await outline.EvaluateAsync<bool>(
            "o => { const f = o.closest('.pages').getBoundingClientRect(), r = o.getBoundingClientRect(); return r.height > 5 && r.top >= f.top && r.top < f.bottom; }"));
        var picture = await context.APIRequest.GetAsync(await page.Locator(".pages image").First.GetAttributeAsync("href") ?? "");
        Assert.Equal("image/png", picture.Headers["content-type"]);
        Assert.Contains("Printed page", await page.Locator("figcaption").First.InnerTextAsync(), StringComparison.Ordinal);

        await page.Locator(".passage").GetByRole(AriaRole.Button, new() { Name = "Copy citation" }).ClickAsync();
        await page.GetByText("Copied").WaitForAsync();
        var copied = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Matches(@"Amara Lindqvist and Joseph Bahizi, .*Great Lakes Region.*\(2014\), .*p\. \d+\.$", copied);

        await page.GetByRole(AriaRole.Link, new() { Name = "Next hit" }).ClickAsync();
        await page.WaitForURLAsync("**at=**");
        Assert.StartsWith("Hit ", await page.Locator(".hit-nav .quiet-text").InnerTextAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to the hits" }).ClickAsync();
        await page.Locator(".hit").First.WaitForAsync();
    }

    [BrowserFact]
    public async Task An_adviser_filters_good_practices_collects_five_and_takes_a_Word_file_along()
    {
        await page.GotoAsync("/search?q=women+armed+groups");
        var facet = page.Locator(".facet a").Filter(new() { HasText = "Good practices" });
        var counted = int.Parse(await facet.Locator(".count").InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
        await facet.ClickAsync();
        await page.Locator(".chip.chosen").WaitForAsync();
        Assert.StartsWith($"{counted} passages", await page.Locator(".understood strong").InnerTextAsync(), StringComparison.Ordinal);

        // The first makes the collection; the others go there with one click each, without leaving the page.
        await CollectFirstAsync("Women in talks");
        for (var i = 1; i < 5; i++)
        {
            await page.Locator(".hit").Nth(i).GetByRole(AriaRole.Button, new() { Name = "Add to “Women in talks”" }).ClickAsync();
            await page.Locator(".hit").Nth(i).GetByText("✓", new() { Exact = false }).First.WaitForAsync();
        }

        await page.GetByRole(AriaRole.Link, new() { Name = "Collections", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Women in talks" }).ClickAsync();
        Assert.Equal(5, await page.Locator(".items > li").CountAsync());
        using var document = WordprocessingDocument.Open(await DownloadAsync("Word with footnotes"), isEditable: false);
        var text = document.MainDocumentPart!.Document!.Body!.InnerText;
        foreach (var quoted in await page.Locator(".items blockquote p").AllInnerTextsAsync())
        {
            Assert.Contains(quoted[..Math.Min(60, quoted.Length)], text, StringComparison.Ordinal);
        }

        Assert.Equal(5, Notes(document));
    }

    [BrowserFact]
    public async Task An_editor_corrects_two_tags_gathers_twelve_passages_under_three_headings_and_exports_a_draft()
    {
        await page.GotoAsync("/browse");
        await page.GetByRole(AriaRole.Link, new() { Name = "donors", Exact = true }).ClickAsync();
        await page.Locator(".hit").First.WaitForAsync();
        var before = await TotalAsync();
        var found = page.Url;

        for (var i = 0; i < 2; i++)
        {
            await page.Locator(".hit a.open").First.ClickAsync();
            var wrong = page.GetByRole(AriaRole.Button, new() { Name = "Wrong donors" });
            await wrong.ClickAsync();
            await page.Locator(".history").WaitForAsync();
            await page.GotoAsync(found);
        }

        Assert.Equal(before - 2, await TotalAsync());

        await page.GotoAsync("/search?kind=recommendation");
        await CollectFirstAsync("Advice", "Donors");
        string[] headings = ["Donors", "Mediators", "States"];
        for (var i = 1; i < 12; i++)
        {
            var hit = page.Locator(".hit").Nth(i % 10);
            if (i == 10)
            {
                await page.GetByRole(AriaRole.Link, new() { Name = "Next" }).ClickAsync();
                await page.WaitForURLAsync("**offset=10**");
            }

            if (i % 4 == 0)
            {
                // A new heading: chosen once in the menu, then remembered.
                await hit.GetByText("Another collection").ClickAsync();
                await hit.GetByLabel("Under the heading").FillAsync(headings[i / 4]);
                await hit.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
                await page.WaitForURLAsync("**#p-*");
            }
            else
            {
                await hit.GetByRole(AriaRole.Button, new() { Name = $"Add to “Advice › {headings[i / 4]}”" }).ClickAsync();
                await hit.GetByText("✓").First.WaitForAsync();
            }
        }

        await page.GotoAsync("/collections");
        await page.GetByRole(AriaRole.Link, new() { Name = "Advice" }).ClickAsync();
        Assert.Equal(headings, await page.Locator(".collection section > h2").AllInnerTextsAsync());
        Assert.Equal(12, await page.Locator(".items > li").CountAsync());
        using var document = WordprocessingDocument.Open(await DownloadAsync("Word with footnotes"), isEditable: false);
        Assert.Equal(12, Notes(document));
        Assert.Equal(headings, Headings(document).Intersect(headings));
    }

    [BrowserFact]
    public async Task The_keyboard_alone_leads_from_the_box_to_the_printed_page()
    {
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to content", await FocusAsync());
        await page.Keyboard.PressAsync("/");
        Assert.Equal("q", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Keyboard.TypeAsync("trust");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/search?q=trust");

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        Assert.True(await page.Locator(".hit").Nth(1).EvaluateAsync<bool>("hit => hit.contains(document.activeElement)"));
        await page.Keyboard.PressAsync("k");
        await page.Keyboard.PressAsync("c");
        await page.GetByText("Copied").WaitForAsync();
        await page.Keyboard.PressAsync("o");
        await page.WaitForURLAsync("**/passages/**");
        await page.Keyboard.PressAsync("j");
        await page.WaitForURLAsync("**at=2**");
    }

    [BrowserFact]
    public async Task The_tab_key_reaches_everything_in_reading_order_and_the_focus_is_always_seen()
    {
        await page.GotoAsync("/search?q=trust");
        var expected = await page.EvaluateAsync<int>(
            """
            () => [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, summary")]
              .filter(e => e.checkVisibility() && e.tabIndex >= 0).length
            """);
        var (seen, places) = (0, new List<double>());
        for (; seen < expected + 5; seen++)
        {
            await page.Keyboard.PressAsync("Tab");
            var step = await page.EvaluateAsync<double[]?>(
                """
                () => {
                  const e = document.activeElement;
                  if (e === document.body) return null;
                  const r = e.getBoundingClientRect(), s = getComputedStyle(e);
                  return [r.top + scrollY, parseFloat(s.outlineWidth), r.width];
                }
                """);
            if (step is null)
            {
                break;
            }

            Assert.True(step[1] >= 2 && step[2] > 0, $"stop {seen}, {await FocusAsync()}: the focus cannot be seen");
            places.Add(step[0]);
        }

        Assert.Equal(expected, seen);
    }

    [BrowserFact]
    public async Task Escape_closes_a_menu_and_one_key_decides_on_a_tag()
    {
        await page.GotoAsync("/search?q=trust");
        await page.GetByText("Export", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "BibTeX" }).WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        Assert.False(await page.GetByRole(AriaRole.Link, new() { Name = "BibTeX" }).IsVisibleAsync());

        await page.GotoAsync("/review");
        await page.Keyboard.PressAsync("n");
        await page.GetByText("1 passages, 1 decisions").WaitForAsync();
        await page.Keyboard.PressAsync("u");
        await page.GetByText("0 passages, 0 decisions").WaitForAsync();
    }

    [BrowserFact]
    public async Task Without_script_all_still_works()
    {
        await using var plain = await chromium.OpenAsync(site, new() { JavaScriptEnabled = false });
        page = await plain.NewPageAsync();
        await page.GotoAsync("/search?q=trust");
        await CollectFirstAsync("Plain");
        await page.Locator(".hit").Nth(1).GetByRole(AriaRole.Button, new() { Name = "Add to “Plain”" }).ClickAsync();
        await page.GotoAsync("/collections/1");
        Assert.Equal(2, await page.Locator(".items > li").CountAsync());
        await page.Locator(".items > li").Nth(1).GetByRole(AriaRole.Button, new() { Name = "Move up" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo: passage moved" }).ClickAsync();
        await page.Locator(".items > li").Nth(1).GetByRole(AriaRole.Button, new() { Name = "Take out" }).ClickAsync();
        Assert.Equal(1, await page.Locator(".items > li").CountAsync());
        Assert.False(await page.GetByRole(AriaRole.Button, new() { Name = "Copy citation" }).First.IsVisibleAsync());
    }

    private Task<string> FocusAsync() => page.EvaluateAsync<string>("document.activeElement.textContent.trim()");

    private async Task<int> TotalAsync() => int.Parse(
        (await page.Locator(".understood strong").InnerTextAsync()).Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

    private async Task CollectFirstAsync(string name, string? section = null)
    {
        var hit = page.Locator(".hit").First;
        await hit.GetByText("Collect", new() { Exact = true }).ClickAsync();
        await hit.GetByLabel("Name of a new collection").FillAsync(name);
        if (section is not null)
        {
            await hit.GetByLabel("Under the heading").FillAsync(section);
        }

        await hit.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**#p-*");
    }

    private async Task<Stream> DownloadAsync(string format)
    {
        await page.GetByText("Export", new() { Exact = true }).ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = format, Exact = true }).ClickAsync());
        return File.OpenRead(await download.PathAsync());
    }

    // Word numbers separator notes from -1 and 0; real ones begin at 1.
    private static int Notes(WordprocessingDocument document) =>
        document.MainDocumentPart!.FootnotesPart!.Footnotes!.Elements<Footnote>().Count(note => note.Id?.Value > 0);

    private static IEnumerable<string> Headings(WordprocessingDocument document) => document.MainDocumentPart!.Document!.Body!.Elements<Paragraph>()
        .Where(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value?.StartsWith("Heading", StringComparison.Ordinal) == true)
        .Select(paragraph => paragraph.InnerText);
}
