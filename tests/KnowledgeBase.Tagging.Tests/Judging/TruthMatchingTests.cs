using KnowledgeBase.Documents;
using KnowledgeBase.Tagging.Judging;
using KnowledgeBase.Tagging.Labels;

namespace KnowledgeBase.Tagging.Tests.Judging;

public sealed class TruthMatchingTests
{
    private const string First = "Donors should give money for many years to come. They should also listen to local partners.";

    private static readonly LabelledDocument Truth = TruthFile.Read("truth", $$"""
        {"language": "en", "passages": [
          {"role": "paragraph", "text": "{{First}}", "kinds": ["recommendation"], "themes": ["funding"], "addressees": ["donors"], "themes_alt": ["local_ownership"]},
          {"role": "paragraph", "text": "The meeting was held in Bern and lasted three days in all.", "kinds": []},
          {"role": "caption", "text": "Figure 1", "kinds": []}
        ]}
        """);

    [Fact]
    public void Joins_the_tags_of_a_passage_that_was_cut_in_two()
    {
        var judgement = Judge(
            ("Donors should give money for many years to come.", ["recommendation"]),
            ("They should also listen to local partners.", ["lesson"]),
            ("The meeting was held in Bern and lasted three days in all.", []))[0];

        Assert.Equal(["lesson", "recommendation"], judgement.Said.Order());
        Assert.Equal(["donors", "funding", "recommendation"], judgement.Due.Order());
        Assert.Equal(["local_ownership"], judgement.Arguable);
    }

    [Fact]
    public void Counts_lost_text_as_missed()
    {
        var judgements = Judge(("The meeting was held in Bern and lasted three days in all.", []));

        Assert.Equal(new TagCounts(0, 0, 1), Judgement.Count(judgements, "recommendation"));
    }

    [Fact]
    public void Counts_tags_beside_the_truth_as_wrong()
    {
        var judgements = Judge((First, ["recommendation"]), ("Quite another text that stands nowhere in the truth at all.", ["challenge"]));

        Assert.Equal(new TagCounts(0, 1, 0), Judgement.Count(judgements, "challenge"));
    }

    [Fact]
    public void Judges_body_passages_only() => Assert.Equal(2, Judge((First, [])).Count);

    private static IReadOnlyList<Judgement> Judge(params (string Text, string[] Kinds)[] read)
    {
        var document = TestDocument.Of("en", [.. read.Select(passage => (passage.Text, PassageRole.Paragraph, Array.Empty<string>()))]);
        var tags = document.Passages.Select((passage, i) => (passage.Id, Tags: PassageTags.None with
        {
            Kinds = read[i].Kinds.Select(kind => new Tag(kind, 0.9, TagOrigin.Model, [])).ToList(),
        })).ToDictionary(pair => pair.Id, pair => pair.Tags);
        return TruthMatching.Judge(Truth, new(document, tags, "test/1"));
    }
}
