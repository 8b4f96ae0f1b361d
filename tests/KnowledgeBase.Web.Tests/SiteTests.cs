namespace KnowledgeBase.Web.Tests;

/// <summary>Tests that ask a site of their own over the sample papers, as someone on this machine who needs no key.</summary>
/// <param name="samples">The papers.</param>
public abstract class SiteTests(SampleStore samples) : IAsyncLifetime
{
    /// <summary>The site; there between the two calls below.</summary>
    private protected TestSite Site { get; private set; } = null!;

    /// <summary>Asks it.</summary>
    private protected HttpClient Client { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        Site = await TestSite.StartAsync(samples);
        Client = Site.Client();
    }

    /// <inheritdoc/>
    public async Task DisposeAsync() => await Site.DisposeAsync();
}
