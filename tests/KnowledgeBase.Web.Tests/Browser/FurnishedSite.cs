namespace KnowledgeBase.Web.Tests.Browser;

/// <summary>One site for all tests that only look: the samples, a collection and a job. Made when first asked for.</summary>
public sealed class FurnishedSite : IAsyncLifetime
{
    private TestSite? site;

    public async Task<TestSite> SiteAsync(SampleStore samples)
    {
        if (site is null)
        {
            site = await TestSite.StartAsync(samples);
            SitePlaces.Furnish(site);
        }

        return site;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (site is not null)
        {
            await site.DisposeAsync();
        }
    }
}
