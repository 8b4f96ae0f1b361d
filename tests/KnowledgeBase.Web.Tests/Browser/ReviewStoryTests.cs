using Microsoft.Playwright;

namespace KnowledgeBase.Web.Tests.Browser;

/// <summary>The review queue by keyboard: a passage stays until the reviewer moves on.</summary>
[Collection(Samples.Name)]
public sealed class ReviewStoryTests(SampleStore samples, Chromium chromium)
{
    [BrowserFact]
    public async Task One_passage_takes_several_decisions_by_key_before_the_next_comes()
    {
        await using var site = await TestSite.StartAsync(samples);
        await using var context = await chromium.OpenAsync(site);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/review");
        // The first is put off, and must not come back.
        var putOff = await WordsAsync(page);
        await page.Keyboard.PressAsync("s");
        await page.WaitForURLAsync("**skip=**");
        var first = await WordsAsync(page);

        await page.Keyboard.PressAsync("n");
        await page.GetByText("1 passages, 1 decisions").WaitForAsync();
        Assert.Equal(first, await WordsAsync(page));
        var lesson = page.Locator("form.add-tag button[data-key]").Last;
        var key = await lesson.GetAttributeAsync("data-key");
        var label = await lesson.GetAttributeAsync("value");
        await page.Keyboard.PressAsync(key!);
        await page.GetByText("1 passages, 2 decisions").WaitForAsync();
        Assert.Equal(first, await WordsAsync(page));
        Assert.Equal(["reject", "add"], site.Store.Reviews.All().Select(review => Documents.EnumWords.Of(review.Decision)));
        Assert.Equal(label, site.Store.Reviews.All()[^1].Label);

        await page.Keyboard.PressAsync("u");
        await page.GetByText("1 passages, 1 decisions").WaitForAsync();
        Assert.Equal(first, await WordsAsync(page));
        await page.Keyboard.PressAsync("s");
        await page.WaitForURLAsync(address => !address.Contains("passage=", StringComparison.Ordinal));
        Assert.DoesNotContain(await WordsAsync(page), new[] { putOff, first });
    }

    private static Task<string> WordsAsync(IPage page) => page.Locator("[data-review] blockquote").InnerTextAsync();
}
