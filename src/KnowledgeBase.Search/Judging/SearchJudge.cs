using KnowledgeBase.Documents;
using KnowledgeBase.Search.Answers;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Index.Memory;
using KnowledgeBase.Search.Meaning;
using KnowledgeBase.Search.Meaning.Ranking;
using KnowledgeBase.Store;

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

/// <summary>How good the hybrid order is with one weight.</summary>
/// <param name="Weight">The share of meaning, 0 to 1.</param>
/// <param name="Ndcg10">Mean nDCG@10 over a set's queries.</param>
public sealed record WeighedMean(double Weight, double Ndcg10);

/// <summary>All methods over one judged set.</summary>
/// <param name="Set">The set.</param>
/// <param name="Methods">The baseline first.</param>
public sealed record JudgingResult(JudgedSet Set, IReadOnlyList<MethodResult> Methods)
{
    /// <summary>The hybrid order with each of <see cref="FusionChoice.Weights"/>; empty without an encoder.</summary>
    public IReadOnlyList<WeighedMean> ByWeight { get; init; } = [];
}

/// <summary>
/// Measures the product's search in each mode, and plain FTS5 as the baseline, on a judged set. The product's part runs as in
/// service: the texts in a store, the queries through <see cref="SearchService"/>.
/// </summary>
/// <param name="encoder">For the modes with meaning; null leaves them out.</param>
/// <param name="openIndex">Opens the index under judgement over a store.</param>
public sealed class SearchJudge(ISentenceEncoder? encoder, Func<KnowledgeStore, IPassageIndex> openIndex)
{
    /// <summary>Judges the index of the service.</summary>
    public SearchJudge(ISentenceEncoder? encoder)
        : this(encoder, store => new MemoryPassageIndex(store))
    {
    }

    /// <summary>Measures all methods on a set whose texts become a store for the time being.</summary>
    /// <param name="set">The texts, queries and grades.</param>
    /// <param name="cancellationToken">Stops between queries.</param>
    public JudgingResult Judge(JudgedSet set, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(set);
        using var judged = JudgedStore.Fill(set, cancellationToken);
        return Judge(set, judged.Store, judged.IdOf, cancellationToken);
    }

    /// <summary>Measures all methods on a set whose texts are the passages of a store, by their ids; vectors that are lacking are made.</summary>
    /// <param name="set">The texts, queries and grades.</param>
    /// <param name="store">The store.</param>
    /// <param name="cancellationToken">Stops between queries.</param>
    public JudgingResult Judge(JudgedSet set, KnowledgeStore store, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(store);
        return Judge(set, store, passage => passage, cancellationToken);
    }

    private JudgingResult Judge(JudgedSet set, KnowledgeStore store, Func<string, string> idOf, CancellationToken cancellationToken)
    {
        using var plain = PlainBm25.Index(set.Texts, cancellationToken);
        var baseline = Measure(plain, set, null, cancellationToken);
        using var index = openIndex(store);
        var vectors = Vectors(store, cancellationToken);
        SearchMode[] modes = vectors is null ? [SearchMode.Keyword] : [SearchMode.Keyword, SearchMode.Meaning, SearchMode.Hybrid];
        var results = new List<MethodResult> { baseline };
        foreach (var mode in modes)
        {
            var method = Method(mode, ConvexFusion.MeaningWeight);
            results.Add(Measure(method, set, baseline, cancellationToken) with { Unreadable = method.Unreadable });
        }

        return new JudgingResult(set, results)
        {
            ByWeight = vectors is null
                ? []
                : [.. FusionChoice.Weights.Select(w => new WeighedMean(w, Measure(Method(SearchMode.Hybrid, w), set, null, cancellationToken).Mean.Ndcg10))],
        };

        ServiceMethod Method(SearchMode mode, double weight)
        {
            var source = vectors is null ? MeaningSource.None : new MeaningSource(() => vectors, () => CodedText.Of("meaning-none", $"This service searches by keyword only.")) { MeaningWeight = weight };
            return new ServiceMethod(mode, new SearchService(store, index, source, TimeProvider.System), idOf);
        }
    }

    private MeaningIndex? Vectors(KnowledgeStore store, CancellationToken cancellationToken)
    {
        if (encoder is null)
        {
            return null;
        }

        new VectorBuilder(store.Vectors, encoder).Run(null, cancellationToken);
        return new MeaningIndex(store.Vectors, encoder);
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
