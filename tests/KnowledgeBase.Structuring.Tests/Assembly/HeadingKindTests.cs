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
    [InlineData("LESSON 3 There is need for a method", SectionKind.Lesson, 3)]
    [InlineData("Evaluation recommendation # 10: Costs", SectionKind.Recommendation, 10)]
    [InlineData("Recommendation", SectionKind.Recommendation, null)]
    [InlineData("Committee Recommendation", SectionKind.Recommendation, null)]
    public void Knows_an_instance_and_its_ordinal(string title, SectionKind kind, int? ordinal) =>
        Assert.Equal((kind, ordinal), HeadingKind.OfInstance(title));

    [Theory]
    [InlineData("Challenges in cooperation")]
    [InlineData("The challenge of trust")]
    [InlineData("Mixed opportunities")]
    [InlineData("Implementation recommendation index")]
    [InlineData("The lesson")]
    public void Other_headings_are_no_instances(string title) => Assert.Equal((null, null), HeadingKind.OfInstance(title));

    [Theory]
    [InlineData("Examples of good practices", SectionKind.GoodPractice)]
    [InlineData("Key recommendations", SectionKind.Recommendation)]
    [InlineData("Lecciones aprendidas", SectionKind.Lesson)]
    [InlineData("Challenges and opportunities", null)]
    [InlineData("Implementation of previous recommendations", null)]
    [InlineData("Background", null)]
    [InlineData("Section 9: Recommandations", SectionKind.Recommendation)]
    [InlineData("Emerging challenges in the field", SectionKind.Challenge)]
    [InlineData("The recommendations formulated during the dialogue and listed below enjoy the support of the country under review", SectionKind.Recommendation)]
    [InlineData("Making prize-backed challenges more effective", null)]
    [InlineData("Links with the recommendations made by treaty bodies", null)]
    [InlineData("Taking the recommendations on board", null)]
    [InlineData("Recommendations which do not conform to the law", null)]
    [InlineData("Demographic shifts also present challenges for equality", null)]
    [InlineData("Accès à des opportunités économiques", null)]
    [InlineData("Position of the Committee on the recommendations", null)]
    public void Knows_a_chapter_that_collects_one_kind(string title, SectionKind? kind) => Assert.Equal(kind, HeadingKind.OfChapter(title));
}
