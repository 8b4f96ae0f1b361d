using KnowledgeBase.Documents;
using KnowledgeBase.Extraction;
using KnowledgeBase.Extraction.Pdf;
using KnowledgeBase.Ingestion;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Answers;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Query;
using KnowledgeBase.Store;
using KnowledgeBase.Structuring;
using KnowledgeBase.Tagging;

namespace KnowledgeBase.Engines.Lucene.Tests;

/// <summary>Lucene.Net and FTS5 give the same hits, totals, facets and citations on the sample papers.</summary>
public sealed class SampleCorpusTests : IAsyncLifetime
{
    private static readonly string[] Queries =
    [
        "trust", "trust between mediators", "funding cycles", "local ownership", "\"local ownership\"", "\"mediation support\"", "mediation AND funding", "women -ceasefire",
        "peacebuild*", "donors NEAR/5 funding", "insider mediators kind:challenge", "kind:recommendation", "recommendation year:2015..", "apropiación", "confiance médiateurs",
        "in:heading trust", "ceasfire~", "role:footnote report", "diplomats theme:trust", "the of", "",
    ];

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"kb-lucene-{Guid.NewGuid():N}");
    private KnowledgeStore? store;

    public async Task InitializeAsync()
    {
        store = KnowledgeStore.Open(folder, new PassageAnalyser(), new());
        var reading = new DocumentReading(new Extractor(new PopplerPdfReader()), new Structurer(), DefaultModel.Classifier());
        var found = new FileFinder().Find([Papers()], CancellationToken.None);
        var summary = await new Ingester(reading, store, TimeProvider.System).IngestAsync(found.Files, new(), new Silent(), CancellationToken.None);
        Assert.Equal(0, summary.Failed);
    }

    public Task DisposeAsync()
    {
        store!.Dispose();
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public void Hits_totals_facets_and_citations_are_those_of_FTS5()
    {
        // Half of the papers are for members only, so that the public's words, counts and hits are others.
        foreach (var (document, i) in store!.Documents.List().Select((document, i) => (document, i)))
        {
            store.Documents.SetVisibility(document.Id, i % 2 == 0 ? Visibility.Restricted : Visibility.Public);
        }

        using var fts5 = new Fts5PassageIndex(store);
        using var lucene = new LucenePassageIndex(store);
        foreach (var (query, audience) in Queries.SelectMany(_ => Enum.GetValues<Visibility>(), (query, audience) => (query, audience)))
        {
            var (expected, actual) = (Ask(fts5, query, audience), Ask(lucene, query, audience));
            Assert.Equal((query, expected.Total), (query, actual.Total));
            Assert.Equal(Shown(expected), Shown(actual));
            Assert.Equal(Facets(expected), Facets(actual));
        }

        Assert.True(Ask(lucene, "trust", Visibility.Public).Total is > 0 and var few && few < Ask(lucene, "trust", Visibility.Restricted).Total);
    }

    private SearchAnswer Ask(IPassageIndex index, string query, Visibility audience) => new SearchService(store!, index, TimeProvider.System)
        .Search(new(query) { Limit = 100, Order = HitOrder.Document, Audience = audience }, CancellationToken.None).Answer!;

    private static IEnumerable<string> Shown(SearchAnswer answer) => answer.Hits.Select(hit => $"{hit.PassageId} {hit.Citation} {hit.Snippet}");

    private static IEnumerable<string> Facets(SearchAnswer answer) =>
        answer.Facets.SelectMany(facet => facet.Value.Select(value => $"{facet.Key} {value.Value} {value.Count}")).Order(StringComparer.Ordinal);

    private static string Papers()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "KnowledgeBase.sln")))
            {
                return Path.Combine(at.FullName, "corpus", "papers");
            }
        }

        throw new DirectoryNotFoundException($"No KnowledgeBase.sln above {AppContext.BaseDirectory}.");
    }

    private sealed class Silent : IIngestObserver
    {
        public void Ended(FileOutcome outcome)
        {
        }

        public void Advanced(IngestProgress progress)
        {
        }
    }
}
