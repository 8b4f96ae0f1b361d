using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Index.Memory;
using KnowledgeBase.Search.Query;

namespace KnowledgeBase.Search.Tests.Conformance;

/// <summary>The two engines of the default build give the same hits, scores, totals and facets: the command line and the service must not differ.</summary>
public sealed class EnginesAgreeTests
{
    private static readonly string[] Vocabulary =
        ["trust", "trusted", "donor", "donors", "peace-building", "peace", "building", "mediation", "mediators", "local", "ownership", "the", "of", "talks"];

    private static readonly string[] Queries =
    [
        "trust", "donors", "trust donors", "trust AND donors", "peacebuilding", "peace-building", "\"local ownership\"", "\"of the\"", "med*", "own*",
        "trust NEAR/2 donor", "trust NEAR/5 donor NEAR/5 talks", "\"local ownership\" NEAR/3 talk*", "trust -donors", "-trust", "the of", "\"peace building\"",
        "donors in:heading", "donors in:text", "trust kind:challenge", "kind:lesson OR mediation", "ownershp~ talks", "+trust local", "\"of the talk*\"",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Agree_on_random_papers_before_and_after_changes(int seed)
    {
        var random = new Random(seed);
        using var folder = new SearchFolder();
        using var fts5 = new Fts5PassageIndex(folder.Store);
        using var memory = new MemoryPassageIndex(folder.Store);
        for (var round = 0; round < 12; round++)
        {
            var id = folder.Save(RandomPaper(random, $"{random.Next(8)}.txt"));
            if (random.Next(4) == 0)
            {
                folder.Store.Documents.Remove(id);
            }

            memory.Follow(CancellationToken.None);
            foreach (var query in round % 4 == 3 ? Queries : [.. Queries.Take(3)])
            {
                AssertAgree(query, Ask(fts5, query), Ask(memory, query));
            }
        }
    }

    private static void AssertAgree(string query, IndexAnswer first, IndexAnswer second)
    {
        Assert.Equal((query, first.Total), (query, second.Total));
        Assert.Equal(first.Hits.Select(h => (h.Row, Math.Round(h.Score, 3))), second.Hits.Select(h => (h.Row, Math.Round(h.Score, 3))));
        foreach (var (field, values) in first.Facets)
        {
            Assert.Equal(values, second.Facets[field]);
        }
    }

    private static IndexAnswer Ask(IPassageIndex index, string query)
    {
        var compiled = QueryCompiler.Compile(
            QueryParser.Parse(query).Query!, TextLanguages.All, () => index.Vocabulary(KnowledgeBase.Store.Visibility.Restricted));
        return index.Search(
            new(compiled.Root, [], 0, 200) { Facets = [FilterField.Kind, FilterField.Document], Order = HitOrder.Document }, CancellationToken.None);
    }

    private static Paper RandomPaper(Random random, string name) => new(name, [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => RandomWords(random))]);

    private static Words RandomWords(Random random) => new(Text(random, random.Next(1, 30)))
    {
        Heading = random.Next(2) == 0 ? [] : [Text(random, 3)],
        Kinds = random.Next(3) == 0 ? ["challenge"] : random.Next(3) == 0 ? ["lesson"] : [],
        Language = random.Next(5) == 0 ? "fr" : "en",
    };

    private static string Text(Random random, int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => Vocabulary[random.Next(Vocabulary.Length)]));
}
