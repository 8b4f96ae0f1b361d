using KnowledgeBase.Search.Answers;
using KnowledgeBase.Search.Index.Memory;
using KnowledgeBase.Search.Meaning;

namespace KnowledgeBase.Search.Judging;

/// <summary>One method's result over one judged set.</summary>
/// <param name="Method">Its name.</param>
/// <param name="Mean">Means over the queries.</param>
/// <param name="ByQuery">Measures of each query, in the set's order.</param>
/// <param name="PValue">Of the difference in nDCG@10 to the baseline, by paired randomisation; null for the baseline itself.</param>
public sealed record MethodResult(string Method, RankingMeasures Mean, IReadOnlyList<RankingMeasures> ByQuery, double? PValue)
{
    /// <summary>Queries that could not be read as typed; they were asked again as bare words.</summary>
    public int Unreadable { get; init; }
}

/// <summary>All methods over one judged set.</summary>
/// <param name="Set">The set.</param>
/// <param name="Methods">The baseline first.</param>
public sealed record JudgingResult(JudgedSet Set, IReadOnlyList<MethodResult> Methods);

/// <summary>
/// Measures the product's search in each mode, and plain FTS5 as the baseline, on a judged set. The product's part runs as in
/// service: the texts in a store, the queries through <see cref="SearchService"/>.
/// </summary>
/// <param name="encoder">For the modes with meaning; null leaves them out.</param>
public sealed class SearchJudge(ISentenceEncoder? encoder)
{
    /// <summary>Measures all methods.</summary>
    /// <param name="set">The texts, queries and grades.</param>
    /// <param name="cancellationToken">Stops between queries.</param>
    public JudgingResult Judge(JudgedSet set, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(set);
        using var plain = PlainBm25.Index(set.Texts, cancellationToken);
        var baseline = Measure(plain, set, null, cancellationToken);
        using var judged = JudgedStore.Fill(set, cancellationToken);
        using var index = new MemoryPassageIndex(judged.Store);
        var (source, modes) = Meaning(judged, cancellationToken);
        var service = new SearchService(judged.Store, index, source, TimeProvider.System);
        var results = new List<MethodResult> { baseline };
        foreach (var mode in modes)
        {
            var method = new ServiceMethod(mode, service, judged.IdOf);
            results.Add(Measure(method, set, baseline, cancellationToken) with { Unreadable = method.Unreadable });
        }

        return new JudgingResult(set, results);
    }

    private (MeaningSource Source, IReadOnlyList<SearchMode> Modes) Meaning(JudgedStore judged, CancellationToken cancellationToken)
    {
        if (encoder is null)
        {
            return (MeaningSource.None, [SearchMode.Keyword]);
        }

        new VectorBuilder(judged.Store.Vectors, encoder).Run(null, cancellationToken);
        return (MeaningSource.Of(new MeaningIndex(judged.Store.Vectors, encoder)), [SearchMode.Keyword, SearchMode.Meaning, SearchMode.Hybrid]);
    }

    private static MethodResult Measure(IRankingMethod method, JudgedSet set, MethodResult? baseline, CancellationToken cancellationToken)
    {
        var measures = new List<RankingMeasures>(set.Queries.Count);
        foreach (var query in set.Queries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            measures.Add(RankingMeasures.Of(method.Rank(query.Text, RankingMeasures.Depth), query.Grades));
        }

        var p = baseline is null
            ? (double?)null
            : PairedRandomisation.PValue([.. measures.Select(one => one.Ndcg10)], [.. baseline.ByQuery.Select(one => one.Ndcg10)]);
        return new MethodResult(method.Name, RankingMeasures.Mean(measures), measures, p);
    }
}
