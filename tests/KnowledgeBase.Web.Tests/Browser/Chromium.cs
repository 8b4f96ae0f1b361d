using Microsoft.Playwright;

namespace KnowledgeBase.Web.Tests.Browser;

/// <summary>The machine's own Chromium, started once for all tests that need it, and not at all where none does.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private static readonly string? Program = Names
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator), (name, folder) => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);

    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> started = new(StartAsync);

    /// <summary>Why there is no browser, or null.</summary>
    public static string? Missing { get; } = Program is null ? "needs Chromium on the PATH (apt install chromium); './kb test' installs it where it can" : null;

    /// <summary>A fresh profile at a site: no cookies, the clipboard allowed.</summary>
    public async Task<IBrowserContext> OpenAsync(TestSite site, BrowserNewContextOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(site);
        options ??= new();
        options.BaseURL = site.Address.ToString();
        options.Permissions ??= ["clipboard-read", "clipboard-write"];
        options.ReducedMotion ??= ReducedMotion.Reduce;
        options.ViewportSize ??= new() { Width = 1280, Height = 900 };
        var context = await (await started.Value).Browser.NewContextAsync(options);
        context.SetDefaultTimeout(30_000);
        return context;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (started.IsValueCreated)
        {
            var (playwright, browser) = await started.Value;
            await browser.CloseAsync();
            playwright.Dispose();
        }
    }

    private static async Task<(IPlaywright, IBrowser)> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return (playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program }));
    }
}
