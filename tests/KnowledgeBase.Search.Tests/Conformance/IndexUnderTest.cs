using KnowledgeBase.Documents;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Query;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Tests.Conformance;

/// <summary>A store and the index under test over it.</summary>
public abstract class IndexUnderTest : IDisposable
{
    private IPassageIndex? opened;

    private protected SearchFolder Folder { get; } = new();

    /// <summary>Opens the index under test over a store.</summary>
    protected abstract IPassageIndex Open(KnowledgeStore store);

    public void Dispose()
    {
        opened?.Dispose();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected IPassageIndex Index => opened ??= Open(Folder.Store);

    protected IndexAnswer Search(
        string query, SearchFilter[] filters, int limit = 100, int offset = 0, Visibility audience = Visibility.Restricted,
        HitOrder order = HitOrder.Relevance, TagScope within = TagScope.Passage)
    {
        var parsed = QueryParser.Parse(query);
        Assert.Null(parsed.Error);
        Index.Follow(CancellationToken.None);
        var compiled = QueryCompiler.Compile(parsed.Query!, TextLanguages.All, () => Index.Vocabulary(audience));
        return Index.Search(
            new(compiled.Root, filters, offset, limit) { Audience = audience, Facets = Enum.GetValues<FilterField>(), Order = order, Within = within },
            CancellationToken.None);
    }

    /// <summary>A filter as the command line takes it, such as "year:2015..2020".</summary>
    protected static SearchFilter Filter(string text)
    {
        var parts = text.Split(':');
        return FieldValues.Parse(FieldValues.FieldOf(parts[0])!.Value, parts[1], out _)!;
    }

    protected string[] Texts(IndexAnswer answer) => [.. Folder.Store.Passages.ByRows([.. answer.Hits.Select(h => h.Row)]).Select(p => p.Passage.Text)];

    protected string[] Ranked(string query, HitOrder order = HitOrder.Relevance) =>
        [.. Folder.Store.Passages.ByRows([.. Search(query, [], order: order).Hits.Select(h => h.Row)]).Select(p => p.Passage.Text)];

    // In alphabetical order: the order of hits is a matter of the tests that look at it.
    protected string[] Found(string query) => [.. Ranked(query).Order(StringComparer.Ordinal)];
}
