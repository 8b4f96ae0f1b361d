namespace KnowledgeBase.Store.Likeness;

/// <summary>Tells from samples of two texts what one is to the other.</summary>
internal static class Relation
{
    /// <summary>Shares drawn from fewer shingles than these say little: such short texts are related to nothing.</summary>
    public const int FewestShingles = 12;

    /// <summary>Least share in common of both for the same text, of the same text in one format, of a revision.</summary>
    private const double Same = 0.8, SameInOneFormat = 0.97, Revised = 0.4;

    /// <summary>Least share of a shorter text that stands in the longer one; less will do where the title is the same.</summary>
    private const double Summary = 0.35, SummaryOfSameTitle = 0.12;

    /// <summary>A summary has at most this share of the longer text's length.</summary>
    private const double SummaryLength = 0.5;

    /// <summary>What the first is to the second, or null for nothing.</summary>
    /// <param name="common">Shingles in both samples.</param>
    /// <param name="first">Shingles of the first sample.</param>
    /// <param name="second">Shingles of the second.</param>
    /// <param name="sameFormat">True where both files have one format: then small differences are a revision, else they come from reading.</param>
    /// <param name="sameTitle">True where both have one title.</param>
    public static RelationKind? Of(int common, int first, int second, bool sameFormat, bool sameTitle)
    {
        int shorter = Math.Min(first, second), longer = Math.Max(first, second);
        if (shorter < FewestShingles)
        {
            return null;
        }

        double ofLonger = (double)common / longer, ofShorter = (double)common / shorter;
        if (ofLonger >= Same)
        {
            return sameFormat && ofLonger < SameInOneFormat ? RelationKind.Revision : RelationKind.SameText;
        }

        if (ofLonger >= Revised)
        {
            return RelationKind.Revision;
        }

        return shorter <= SummaryLength * longer && ofShorter >= (sameTitle ? SummaryOfSameTitle : Summary)
            ? first < second ? RelationKind.SummaryOf : RelationKind.SummarisedBy
            : null;
    }

    /// <summary>The same relation seen from the other document.</summary>
    public static RelationKind Reversed(RelationKind kind) => kind switch
    {
        RelationKind.SummaryOf => RelationKind.SummarisedBy,
        RelationKind.SummarisedBy => RelationKind.SummaryOf,
        _ => kind,
    };
}
