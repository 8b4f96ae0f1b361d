using KnowledgeBase.Documents;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Answers;

/// <summary>
/// Puts the first hits in order anew by how much a passage can say: a heading-like scrap of a few words, or a cell of a table, has the words asked for
/// more densely than any sentence, and answers less. What was tried besides, with figures, stands in docs/decisions/0011-reranking.md.
/// </summary>
internal static class Reranking
{
    /// <summary>Hits that are put in order anew; those behind them keep theirs.</summary>
    public const int Depth = 50;

    /// <summary>From so many words on a passage is whole.</summary>
    private const int WholeWords = 20;

    private const double LeastForLength = 0.7;
    private const double ForScraps = 0.8;

    /// <summary>The hits in their new order, with scores that fall with it.</summary>
    /// <param name="hits">The best hits of all, best first.</param>
    public static List<(IndexHit Hit, PassageEntry Entry)> Order(IReadOnlyList<(IndexHit Hit, PassageEntry Entry)> hits) =>
    [
        .. hits.Take(Depth).Select(hit => Weighed(hit, Worth(hit.Entry.Passage))).OrderByDescending(hit => hit.Hit.Score),
        .. Behind(hits.Skip(Depth)),
    ];

    /// <summary>Hits from beyond the first: their order stays, their scores fall as far as those of the first can.</summary>
    public static IEnumerable<(IndexHit Hit, PassageEntry Entry)> Behind(IEnumerable<(IndexHit Hit, PassageEntry Entry)> hits) =>
        hits.Select(hit => Weighed(hit, LeastForLength * ForScraps));

    /// <summary>From the product of the two least shares up to 1.</summary>
    private static double Worth(Passage passage)
    {
        var words = passage.Text.Count(char.IsWhiteSpace) + 1;
        var length = Math.Min(1, LeastForLength + ((1 - LeastForLength) * words / WholeWords));
        return IsScrap(passage) ? length * ForScraps : length;
    }

    // A footnote with an address says where something stands, not what.
    private static bool IsScrap(Passage passage) => passage.Role switch
    {
        PassageRole.Table or PassageRole.Caption or PassageRole.Boilerplate or PassageRole.Reference => true,
        PassageRole.Footnote => passage.Text.Contains("://", StringComparison.Ordinal),
        _ => false,
    };

    private static (IndexHit Hit, PassageEntry Entry) Weighed((IndexHit Hit, PassageEntry Entry) hit, double worth) =>
        (hit.Hit with { Score = hit.Hit.Score * worth }, hit.Entry);
}
