using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Answers;

/// <summary>Tells hits that repeat what an earlier one says: the summary that takes up a recommendation, the second edition of a paper.</summary>
internal static class NearSame
{
    /// <summary>From this share of word pairs in common two passages say the same.</summary>
    public const double LeastLikeness = 0.6;

    /// <summary>Short passages ("Ibid.", "Recommendations") are alike without repeating anything.</summary>
    private const int FewestLetters = 60;

    /// <summary>The hits in their order, each that repeats an earlier one marked with the first such.</summary>
    public static IReadOnlyList<SearchHit> Mark(IReadOnlyList<SearchHit> hits)
    {
        var sketches = hits.Select(hit => hit.Text.Length >= FewestLetters ? WordSketch.Of(hit.Text) : null).ToArray();
        return [.. hits.Select((hit, place) => sketches[place] is { } own && Earlier(own, place) is { } first ? hit with { SameAs = hits[first].PassageId } : hit)];

        int? Earlier(WordSketch own, int place)
        {
            for (var before = 0; before < place; before++)
            {
                if (sketches[before]?.Likeness(own) >= LeastLikeness)
                {
                    return before;
                }
            }

            return null;
        }
    }
}
