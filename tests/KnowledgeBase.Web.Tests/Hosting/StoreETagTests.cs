using System.Net;

namespace KnowledgeBase.Web.Tests.Hosting;

/// <summary>What an entity tag must change with, besides documents and decisions.</summary>
[Collection(Samples.Name)]
public sealed class StoreETagTests(SampleStore samples)
{
    private const string Question = "/api/v1/search?q=mediators";

    [Fact]
    public async Task Vectors_that_come_later_change_the_tag()
    {
        await using var site = await TestSite.StartEmptyAsync();
        await site.TakeInAsync(Store.Visibility.Network, Path.Combine(Repository.Root, "corpus", "papers", SampleStore.PublicFile));
        using var client = site.Client();
        using var early = await client.GetAsync(Question);
        Assert.DoesNotContain("\"mode\":\"hybrid\"", await early.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        site.MakeVectors();
        using var again = new HttpRequestMessage(HttpMethod.Get, Question);
        again.Headers.TryAddWithoutValidation("If-None-Match", early.Headers.ETag!.ToString());
        using var late = await client.SendAsync(again);
        Assert.Equal(HttpStatusCode.OK, late.StatusCode);
        Assert.Contains("\"mode\":\"hybrid\"", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_grade_to_warn_from_changes_the_tag()
    {
        // As after a restart with another --check-from: the same store and the same program.
        await using var before = await TestSite.StartAsync(samples);
        await using var after = await TestSite.StartAsync(samples, new() { CheckPrintFrom = "A" });
        using var one = await before.Client().GetAsync(Question);
        using var other = await after.Client().GetAsync(Question);
        Assert.NotEqual(one.Headers.ETag, other.Headers.ETag);
        Assert.NotEqual(await one.Content.ReadAsStringAsync(), await other.Content.ReadAsStringAsync());
    }
}
