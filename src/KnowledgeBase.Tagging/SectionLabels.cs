using KnowledgeBase.Documents;

namespace KnowledgeBase.Tagging;

/// <summary>The kind of passage that a kind of section holds.</summary>
internal static class SectionLabels
{
    public static string Of(SectionKind kind) => kind switch
    {
        SectionKind.Challenge => "challenge",
        SectionKind.Opportunity => "opportunity",
        SectionKind.GoodPractice => "good_practice",
        SectionKind.Recommendation => "recommendation",
        SectionKind.Lesson => "lesson",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a section kind"),
    };
}
