using KnowledgeBase.Documents;
using KnowledgeBase.Tagging.Rules;

namespace KnowledgeBase.Tagging.Tests.Rules;

public sealed class RuleClassifierTests
{
    private readonly RuleClassifier classifier = new();

    [Fact]
    public void Takes_the_kind_of_the_section_for_its_passages()
    {
        var document = TestDocument.Of("en", ("Many mediators arrive at once.", PassageRole.Paragraph, ["A crowded house"]));
        document = document with { Sections = [document.Sections[0] with { Kind = SectionKind.Challenge, Ordinal = 1 }] };

        var tag = Assert.Single(classifier.Predict(document).Only().Kinds);

        Assert.Equal("challenge", tag.Label);
        Assert.Equal(TagOrigin.Rule, tag.Origin);
        Assert.Contains(tag.Evidence, evidence => evidence is { Source: "heading", Text: "A crowded house" });
    }

    [Fact]
    public void Inherits_the_kind_of_an_outer_section()
    {
        var document = TestDocument.Of("en", ("Many arrive at once.", PassageRole.Paragraph, ["Outer", "Inner"]));
        document = document with
        {
            Sections = [new(null, "Outer", 1, null) { Kind = SectionKind.Opportunity }, new(null, "Inner", 2, null) { Parent = 0 }],
            Passages = [document.Passages[0] with { Section = 1 }],
        };

        Assert.Equal(["opportunity"], classifier.Predict(document).Only().Kinds.Labels());
    }

    [Theory]
    [InlineData("The mission was asked to support the talks.")]
    [InlineData("It should be noted that the office opened in 2009.")]
    [InlineData("The mustard harvest was good.")]
    public void Takes_no_mandate_or_look_alike_for_a_recommendation(string text) =>
        Assert.DoesNotContain("recommendation", classifier.Predict(TestDocument.Paragraph(text)).Only().Kinds.Labels());

    [Fact]
    public void Gives_problem_and_remedy_both_tags()
    {
        var tags = classifier.Predict(TestDocument.Paragraph(
            "Funding cycles are a serious obstacle to long processes. Donors should therefore commit for several years.")).Only();

        Assert.Equal(["challenge", "recommendation"], tags.Kinds.Labels().Order());
    }

    [Fact]
    public void Speaks_only_by_section_in_a_language_without_cue_words()
    {
        var document = TestDocument.Of("de", ("Die Vermittler should sich absprechen.", PassageRole.Paragraph, []));

        Assert.Empty(classifier.Predict(document).Only().Kinds);
    }

    [Fact]
    public void Weighs_a_second_cue_of_the_same_sort_half()
    {
        // "should" and "must" are both modal cues of weight 1: 1 + 0.5 gives a confidence of 1.5 / 2.5.
        var tags = classifier.Predict(TestDocument.Paragraph("Envoys should listen and must wait.")).Only();

        Assert.Equal(0.6, Assert.Single(tags.Kinds).Confidence, 6);
    }
}
