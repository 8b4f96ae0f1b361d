using KnowledgeBase.Documents;
using KnowledgeBase.Structuring.Assembly;

namespace KnowledgeBase.Structuring.Tests.Assembly;

public class HeadingKindTests
{
    [Theory]
    [InlineData("Challenge 3: Overview of the peace ecosystem", SectionKind.Challenge, 3)]
    [InlineData("Défi n° 2 – La confiance", SectionKind.Challenge, 2)]
    [InlineData("DESAFÍO IV: Financiación", SectionKind.Challenge, 4)]
    [InlineData("Recomendación 1", SectionKind.Recommendation, 1)]
    [InlineData("Recommendation two: Listen", SectionKind.Recommendation, 2)]
    [InlineData("Good practice 12. Wait", SectionKind.GoodPractice, 12)]
    [InlineData("Bonne pratique : la patience", SectionKind.GoodPractice, null)]
    [InlineData("Lektion 5: Zuhören", SectionKind.Lesson, 5)]
    public void Knows_an_instance_and_its_ordinal(string title, SectionKind kind, int? ordinal) =>
        Assert.Equal((kind, ordinal), HeadingKind.OfInstance(title));

    [Theory]
    [InlineData("Challenges in cooperation")]
    [InlineData("The challenge of trust")]
    [InlineData("Mixed opportunities")]
    public void Other_headings_are_no_instances(string title) => Assert.Equal((null, null), HeadingKind.OfInstance(title));

    [Theory]
    [InlineData("Examples of good practices", SectionKind.GoodPractice)]
    [InlineData("Key recommendations", SectionKind.Recommendation)]
    [InlineData("Lecciones aprendidas", SectionKind.Lesson)]
    [InlineData("Challenges and opportunities", null)]
    [InlineData("Implementation of previous recommendations", null)]
    [InlineData("Background", null)]
    public void Knows_a_chapter_that_collects_one_kind(string title, SectionKind? kind) => Assert.Equal(kind, HeadingKind.OfChapter(title));
}
