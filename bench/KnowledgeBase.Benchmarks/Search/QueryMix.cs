using KnowledgeBase.Search.Answers;
using KnowledgeBase.Search.Query;

namespace KnowledgeBase.Benchmarks.Search;

/// <summary>A query of the mix.</summary>
/// <param name="Class">What it stands for.</param>
/// <param name="Request">What is asked: totals and three facets always.</param>
/// <param name="Fts5">The same for FTS5 alone, without filters.</param>
internal sealed record MixedQuery(string Class, SearchRequest Request, string Fts5);

/// <summary>
/// The fixed mix of queries, by rank of their words: 30% two words joined by AND or as a phrase, 30% two or three words of middle and low
/// frequency, 20% with filters, 15% common words, 5% words as common as "the".
/// </summary>
internal static class QueryMix
{
    public static IReadOnlyList<MixedQuery> Make(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => One(random))];
    }

    private static MixedQuery One(Random random) => random.Next(100) switch
    {
        < 15 => Query("and", $"{Pick(random, 20, 2000)} AND {Pick(random, 20, 2000)}"),
        < 30 => Query("phrase", $"\"{Pick(random, 5, 500)} {Pick(random, 5, 500)}\""),
        < 60 => Query("or of mid and rare", string.Join(' ', Words(random, random.Next(2, 4), 500, 50_000))),
        < 80 => Query(
            "filtered",
            string.Join(' ', Words(random, 2, 50, 5000)),
            new(FilterField.Kind, ["challenge"]),
            new(FilterField.Year, []) { From = 2000, To = 2010 }),
        < 95 => Query("or of common", string.Join(' ', Words(random, 3, 10, 200))),
        _ => Query("stopword-like", string.Join(' ', Words(random, 3, 0, 5))),
    };

    private static MixedQuery Query(string name, string text, params SearchFilter[] filters) => new(name, new(text)
    {
        Filters = filters, Facets = [FilterField.Kind, FilterField.Theme, FilterField.Year],
    }, Plain(text));

    // Invented words need no analysis: a bare list means any of them, as in the product.
    private static string Plain(string text) =>
        "text_forms : (" + (text.Contains('"', StringComparison.Ordinal) || text.Contains(" AND ", StringComparison.Ordinal) ? text : text.Replace(" ", " OR ", StringComparison.Ordinal)) + ")";

    private static IEnumerable<string> Words(Random random, int count, int from, int to) =>
        Enumerable.Range(0, count).Select(_ => Pick(random, from, to)).Distinct();

    // Evenly over the logarithm of the rank, as words of a query are.
    private static string Pick(Random random, int from, int to) =>
        SyntheticPapers.Word((int)Math.Exp(Math.Log(from + 1) + (random.NextDouble() * Math.Log((to + 1.0) / (from + 1)))) - 1);
}
