using KnowledgeBase.Engines.Lucene;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Judging;
using KnowledgeBase.Store;

namespace KnowledgeBase.Engines.Comparison;

/// <summary>FTS5 against Lucene.Net on judged sets: the product's search by keyword over each, and SQLite's own BM25 beside it.</summary>
internal sealed class RankingComparison(string shared, Report report)
{
    private static readonly (string Name, Func<KnowledgeStore, IPassageIndex> Open)[] Engines =
        [("FTS5", store => new Fts5PassageIndex(store)), ("Lucene.Net", store => new LucenePassageIndex(store))];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        report.Line("## Order of hits\n\n| set | queries | engine | nDCG@10 | recall@100 |\n|---|---|---|---|---|");
        foreach (var folder in Directory.EnumerateDirectories(Path.Combine(shared, "ir")).Order(StringComparer.Ordinal))
        {
            var set = await new BeirReader().ReadAsync(folder, cancellationToken).ConfigureAwait(false);
            foreach (var (name, open) in Engines)
            {
                var product = new SearchJudge(null, open).Judge(set, cancellationToken).Methods[^1];
                report.Line($"| {set.Name} | {set.Queries.Count} | {name} | {product.Mean.Ndcg10:F4} | {product.Mean.Recall100:F4} |");
            }
        }

        report.Line("");
    }
}
