using System.Globalization;
using System.Text;
using KnowledgeBase.Search.Judging;

namespace KnowledgeBase.Cli.Evaluation;

/// <summary>What <c>kb evaluate-search</c> measured, as Markdown: the section "search" of docs/evaluation.md.</summary>
internal static class SearchReport
{
    /// <summary>Writes it.</summary>
    /// <param name="results">Sets with texts of others; may be empty.</param>
    /// <param name="own">The project's own queries, or null.</param>
    /// <param name="judged">Their grades, or null.</param>
    public static string Write(IReadOnlyList<JudgingResult> results, JudgingResult? own, OwnQueries? judged)
    {
        var text = new StringBuilder("## Search\n");
        if (results.Count > 0)
        {
            text.Append("\nnDCG@10 (recall@100, MRR). *Plain bm25* is SQLite's FTS5 with its own Porter stemming and bm25, any of the query's words.\n");
            Table(text, results);
        }

        if (results.Count > 1 && results.All(result => result.ByWeight.Count > 0))
        {
            Fusion(text, results);
        }

        if (own is not null && judged is not null)
        {
            Own(text, own, judged);
        }

        return text.ToString();
    }

    private static void Table(StringBuilder text, IReadOnlyList<JudgingResult> results)
    {
        var names = results[0].Methods.Select(method => method.Method).ToArray();
        text.Append("\n| set | queries |").AppendJoin('|', names.Select(name => $" {name} ")).Append("| hybrid - keyword | p |\n|---|---|")
            .AppendJoin('|', names.Select(_ => "---")).Append("|---|---|\n");
        foreach (var result in results)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {result.Set.Name} | {result.Set.Queries.Count} |")
                .AppendJoin('|', result.Methods.Select(method => Invariant($" {method.Mean.Ndcg10:0.0000} ({method.Mean.Recall100:0.000}, {method.Mean.ReciprocalRank:0.000}) ")))
                .Append(HybridGain(result) is { } gain ? Invariant($"| {gain.Difference:+0.0000;-0.0000} | {gain.P:0.0000} |\n") : "| | |\n");
        }

        var means = names.Select((_, place) => results.Average(result => result.Methods[place].Mean.Ndcg10)).ToArray();
        text.Append("| mean | |").AppendJoin('|', means.Select(mean => Invariant($" {mean:0.0000} "))).Append("| | |\n");
    }

    private static void Fusion(StringBuilder text, IReadOnlyList<JudgingResult> results)
    {
        var chosen = FusionChoice.LeaveOneOut(results);
        text.Append("\nThe share of meaning in the hybrid order, chosen on the other sets (leave one out), and what it gives on the set left out:\n")
            .Append("\n| left out | weight | hybrid | keyword | difference |\n|---|---|---|---|---|\n");
        foreach (var left in chosen)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {left.Set} | {left.Weight:0.0} | {left.Ndcg10:0.0000} | {left.KeywordNdcg10:0.0000} | {left.Ndcg10 - left.KeywordNdcg10:+0.0000;-0.0000} |\n");
        }

        var (hybrid, keyword) = (chosen.Average(left => left.Ndcg10), chosen.Average(left => left.KeywordNdcg10));
        text.Append(CultureInfo.InvariantCulture, $"| mean | | {hybrid:0.0000} | {keyword:0.0000} | {hybrid - keyword:+0.0000;-0.0000} |\n");
    }

    private static void Own(StringBuilder text, JudgingResult own, OwnQueries judged)
    {
        var (weighted, plain) = judged.Kappa();
        text.Append(CultureInfo.InvariantCulture, $"""

            ### Own queries

            {judged.Queries.Count} queries of three types of user over the sample papers and {judged.Reports.Count} reports; the best ten of plain bm25, keyword,
            meaning and hybrid were pooled and graded 0 to 3 by two readers, each alone and without knowing the method ({judged.Grades.Count} pairs, weighted kappa
            {weighted:0.00}, unweighted {plain:0.00}). Frozen before ranking was tuned; see corpus/queries/README.md. nDCG@10, gain = grade; p by paired randomisation.

            | user | queries |
            """).AppendJoin('|', own.Methods.Select(method => $" {method.Method} ")).Append("| hybrid - keyword | p |\n|---|---|")
            .AppendJoin('|', own.Methods.Select(_ => "---")).Append("|---|---|\n");
        foreach (var type in own.Set.Queries.Select(query => query.UserType).Distinct(StringComparer.Ordinal).Append(null))
        {
            bool Of(JudgedQuery query) => type is null || query.UserType == type;
            var places = own.Set.Queries.Select((query, place) => (query, place)).Where(each => Of(each.query)).Select(each => each.place).ToArray();
            text.Append(CultureInfo.InvariantCulture, $"| {type ?? "all"} | {places.Length} |")
                .AppendJoin('|', own.Methods.Select(method => Invariant($" {places.Average(place => method.ByQuery[place].Ndcg10):0.0000} ")))
                .Append(HybridGain(own, places) is { } gain ? Invariant($"| {gain.Difference:+0.0000;-0.0000} | {gain.P:0.0000} |\n") : "| | |\n");
        }
    }

    /// <summary>How much nDCG@10 hybrid gains on keyword over some queries, with the paired test's p; null without vectors.</summary>
    internal static (double Difference, double P)? HybridGain(JudgingResult result, int[]? places = null)
    {
        var hybrid = result.Methods.FirstOrDefault(method => method.Method == "hybrid");
        var keyword = result.Methods.FirstOrDefault(method => method.Method == "keyword");
        if (hybrid is null || keyword is null)
        {
            return null;
        }

        places ??= [.. Enumerable.Range(0, hybrid.ByQuery.Count)];
        double[] left = [.. places.Select(place => hybrid.ByQuery[place].Ndcg10)], right = [.. places.Select(place => keyword.ByQuery[place].Ndcg10)];
        return (left.Average() - right.Average(), PairedRandomisation.PValue(left, right));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
