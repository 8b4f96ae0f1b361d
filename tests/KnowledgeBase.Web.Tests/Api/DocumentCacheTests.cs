using KnowledgeBase.Documents;
using KnowledgeBase.Store;
using KnowledgeBase.Web.Reading;

namespace KnowledgeBase.Web.Tests.Api;

[Collection(Samples.Name)]
public sealed class DocumentCacheTests(SampleStore samples)
{
    [Fact]
    public async Task Keeps_a_document_until_it_changes_or_goes_whatever_else_comes_in()
    {
        await using var site = await TestSite.StartAsync(samples);
        var cache = new DocumentCache(new(site.Store, site.Search, site.Ingester, TimeProvider.System));
        var (first, second) = (site.Store.Documents.List()[0].Id, site.Store.Documents.List()[1].Id);
        var (kept, other) = (cache.Get(first), cache.Get(second));
        Assert.Same(kept, cache.Get(first));

        site.Store.Documents.Remove(site.Store.Documents.List()[2].Id);
        Assert.Same(kept, cache.Get(first));

        var passage = kept!.Tagged.Document.Passages[0].Id;
        site.Store.Reviews.Record(passage, ReviewField.Kind, "lesson", Decision.Add, "Ada", null);
        Assert.Contains(cache.Get(first)!.Tags[passage].Kinds, tag => tag.Label == "lesson");
        Assert.Same(other, cache.Get(second));

        site.Store.Documents.Remove(first);
        Assert.Null(cache.Get(first));
        Assert.Same(other, cache.Get(second));
    }
}
