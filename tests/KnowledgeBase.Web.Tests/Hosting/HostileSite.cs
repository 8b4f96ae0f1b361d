using System.Net;

namespace KnowledgeBase.Web.Tests.Hosting;

/// <summary>A service that means harm is done to; whatever came, it answers afterwards.</summary>
public abstract class HostileSite : IAsyncLifetime
{
    private protected TestSite Site { get; private set; } = null!;

    private protected HttpClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Site = await StartAsync();
        Client = Site.Client();
    }

    public async Task DisposeAsync()
    {
        Assert.Equal(HttpStatusCode.OK, (await Client.GetAsync("/api/v1/health")).StatusCode);
        Client.Dispose();
        await Site.DisposeAsync();
    }

    private protected abstract Task<TestSite> StartAsync();
}
