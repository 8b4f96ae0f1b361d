namespace KnowledgeBase.Search.Judging;

/// <summary>How good one ranking is; each from 0 to 1.</summary>
/// <param name="Ndcg10">Normalised discounted cumulative gain of the first ten, gain = grade (as BEIR and trec_eval have it).</param>
/// <param name="Recall100">Share of the answers that stand among the first hundred.</param>
/// <param name="ReciprocalRank">1 / rank of the first answer among the first hundred, 0 without one.</param>
public sealed record RankingMeasures(double Ndcg10, double Recall100, double ReciprocalRank)
{
    /// <summary>Ranks looked at.</summary>
    public const int Depth = 100;

    private const int GainDepth = 10;

    /// <summary>Measures one ranking against the grades of its query.</summary>
    /// <param name="ranking">Ids, best first, without repeats.</param>
    /// <param name="grades">Grades by id; below 1 is no answer. At least one answer.</param>
    public static RankingMeasures Of(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> grades)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        ArgumentNullException.ThrowIfNull(grades);
        var answers = grades.Values.Where(grade => grade > 0).OrderDescending().ToList();
        ArgumentOutOfRangeException.ThrowIfZero(answers.Count, nameof(grades));
        var found = ranking.Take(Depth).Select(id => Math.Max(grades.GetValueOrDefault(id), 0)).ToList();
        var first = found.FindIndex(grade => grade > 0);
        return new RankingMeasures(
            Gain(found) / Gain(answers),
            (double)found.Count(grade => grade > 0) / answers.Count,
            first < 0 ? 0 : 1.0 / (first + 1));
    }

    /// <summary>The means over several queries.</summary>
    public static RankingMeasures Mean(IReadOnlyCollection<RankingMeasures> measures) => new(
        measures.Average(one => one.Ndcg10), measures.Average(one => one.Recall100), measures.Average(one => one.ReciprocalRank));

    private static double Gain(IEnumerable<int> grades) => grades.Take(GainDepth).Select((grade, index) => grade / Math.Log2(index + 2)).Sum();
}
