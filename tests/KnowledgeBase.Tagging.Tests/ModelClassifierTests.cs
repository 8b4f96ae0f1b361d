using KnowledgeBase.Documents;

namespace KnowledgeBase.Tagging.Tests;

public sealed class ModelClassifierTests
{
    private readonly IPassageClassifier classifier = DefaultModel.Classifier();

    [Fact]
    public void Falls_back_on_the_rules_in_a_language_it_was_not_learned_in()
    {
        var document = TestDocument.Of("de", ("Viele kommen zugleich.", PassageRole.Paragraph, ["Zu viele"]));
        document = document with { Sections = [document.Sections[0] with { Kind = SectionKind.Challenge }] };

        var tag = Assert.Single(classifier.Predict(document).Only().Kinds);

        Assert.Equal(("challenge", TagOrigin.Rule), (tag.Label, tag.Origin));
    }

    [Fact]
    public void Names_the_words_that_decided()
    {
        var tags = classifier.Predict(TestDocument.Paragraph("Donors should fund local mediators for several years.")).Only();

        var evidence = Assert.Single(tags.Kinds, tag => tag.Label == "recommendation").Evidence;
        Assert.Contains(evidence, item => item.Text.Contains("should", StringComparison.Ordinal));
        Assert.Equal(evidence.OrderByDescending(item => item.Weight).Select(item => item.Text), evidence.Select(item => item.Text));
    }

    /// <summary>Under a heading that says so, a number left over from print looked like a recommendation.</summary>
    [Theory]
    [InlineData("110.100", 0)]
    [InlineData("as", 0)]
    [InlineData("26 February 2024", 0)]
    [InlineData("Fund local mediators for several years.", 1)]
    public void A_scrap_without_two_words_carries_no_tag(string text, int kinds)
    {
        var tags = classifier.Predict(TestDocument.Of("en", (text, PassageRole.ListItem, ["Recommendations"]))).Only();

        Assert.Equal(kinds, tags.Kinds.Count(tag => tag.Label == "recommendation"));
    }
}
