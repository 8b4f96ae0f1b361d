using FsCheck;
using FsCheck.Fluent;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Tagging.Tests.Conformance;

/// <summary>What every passage classifier promises; an implementation inherits this class and says how it is created.</summary>
public abstract class PassageClassifierConformance
{
    private static readonly string[] Fragments =
    [
        "Mediators should coordinate.", "Donors must fund peace work", "However, the talks failed", "a lack of trust", "for example",
        "Les bailleurs devraient financer", "las partes deben", "should", "problem", ":", "14.", "(a)", "“quoted”", "\u00ad", "é", "😀", "\n", "",
    ];

    /// <summary>A classifier as the product uses it.</summary>
    protected abstract IPassageClassifier Create();

    [Fact]
    public void Names_itself_with_a_version() => Assert.Matches("^[a-z][a-z-]*/[0-9a-z.]+$", Create().Name);

    [Fact]
    public void Tags_an_empty_document_with_nothing()
    {
        var document = TestDocument.Of("en");

        Assert.Empty(Create().Predict(document).Tags);
    }

    [Fact]
    public void Gives_every_passage_and_footnote_an_entry()
    {
        var document = Sample();

        var tagged = Create().Predict(document);

        Assert.Equal(
            document.Passages.Select(passage => passage.Id).Concat(document.Footnotes.Select(footnote => footnote.Id)).Order(ById),
            tagged.Tags.Keys.Order(ById));
        Assert.Same(document, tagged.Document);
        Assert.Equal(Create().Name, tagged.Tagger);
    }

    [Fact]
    public void Scores_every_kind()
    {
        var tagged = Create().Predict(Sample());

        Assert.All(tagged.Tags.Values, tags => Assert.Equal(TagSet.Kinds.Order(), tags.Scores.Keys.Order()));
    }

    [Fact]
    public void Knows_a_plain_recommendation_its_theme_and_its_addressee()
    {
        var tags = Create().Predict(TestDocument.Paragraph(
            "Donors should provide flexible, multi-year funding so that small organisations can keep their staff between grants.")).Only();

        Assert.Contains("recommendation", tags.Kinds.Labels());
        Assert.Contains("funding", tags.Themes.Labels());
        Assert.Contains("donors", tags.Addressees.Labels());
    }

    [Fact]
    public void Knows_a_plain_challenge()
    {
        var tags = Create().Predict(TestDocument.Paragraph(
            "A major obstacle is the lack of coordination among the many mediators, who compete with each other and undermine the process.")).Only();

        Assert.Contains("challenge", tags.Kinds.Labels());
        Assert.DoesNotContain("recommendation", tags.Kinds.Labels());
        Assert.Empty(tags.Addressees);
    }

    [Theory]
    [InlineData("fr", "Les médiateurs devraient consulter les femmes avant chaque séance.")]
    [InlineData("es", "Los mediadores deberían consultar a las mujeres antes de cada sesión.")]
    public void Knows_a_recommendation_in_French_and_Spanish(string language, string text)
    {
        var tags = Create().Predict(TestDocument.Of(language, (text, PassageRole.Paragraph, []))).Only();

        Assert.Contains("recommendation", tags.Kinds.Labels());
        Assert.Contains("inclusion", tags.Themes.Labels());
        Assert.Contains("mediators", tags.Addressees.Labels());
    }

    [Fact]
    public void Leaves_plain_background_without_kinds()
    {
        var tags = Create().Predict(TestDocument.Paragraph("The conference took place in Bern from 4 to 6 May 2011 and had thirty participants.")).Only();

        Assert.Empty(tags.Kinds);
    }

    [Theory]
    [InlineData(PassageRole.Reference)]
    [InlineData(PassageRole.Caption)]
    [InlineData(PassageRole.Boilerplate)]
    public void Gives_no_tags_to_what_is_no_running_text(PassageRole role)
    {
        var tags = Create().Predict(TestDocument.Of("en", ("Mediators should avoid the obstacle of mistrust.", role, ["Recommendations"]))).Only();

        Assert.Empty(tags.Kinds);
        Assert.Empty(tags.Themes);
        Assert.Empty(tags.Addressees);
    }

    [Fact]
    public void Tags_an_explanatory_footnote_but_no_bare_citation()
    {
        const string Text = "Mediators should agree on a lead before the first meeting.";
        var document = TestDocument.Of("en") with
        {
            Footnotes =
            [
                new(new("aaaaaaaaaaaaaaaa"), "1", Text, FootnoteType.Explanatory),
                new(new("bbbbbbbbbbbbbbbb"), "2", Text, FootnoteType.Citation),
            ],
        };

        var tags = Create().Predict(document).Tags;

        Assert.Contains("recommendation", tags[new("aaaaaaaaaaaaaaaa")].Kinds.Labels());
        Assert.Empty(tags[new("bbbbbbbbbbbbbbbb")].Kinds);
    }

    [Fact]
    public void Quotes_its_evidence_from_the_passage()
    {
        var document = TestDocument.Paragraph("Donors must not end their funding overnight; it is essential that staff can plan.");

        var tags = Create().Predict(document).Only();

        Assert.All(tags.Kinds.Concat(tags.Themes).Concat(tags.Addressees), tag =>
        {
            Assert.NotEmpty(tag.Evidence);
            Assert.All(
                tag.Evidence.Where(evidence => evidence.Source == "words"),
                evidence => Assert.Contains(evidence.Text, document.Passages[0].Text, StringComparison.OrdinalIgnoreCase));
        });
    }

    [Fact]
    public void Keeps_its_promises_on_any_text()
    {
        var classifier = Create();
        var texts = Gen.Elements(Fragments).ListOf().Select(parts => string.Join(' ', parts)).ToArbitrary();

        Prop.ForAll(texts, text =>
        {
            var document = TestDocument.Of(null, (text, PassageRole.ListItem, ["Challenges", text]), (text + " 2", PassageRole.Quote, []));
            var first = classifier.Predict(document);
            var second = classifier.Predict(document);
            return document.Passages.All(passage => Holds(first.Tags[passage.Id]) && Same(first.Tags[passage.Id], second.Tags[passage.Id]));
        }).QuickCheckThrowOnFailure();
    }

    private static bool Holds(PassageTags tags) =>
        tags.Scores.Values.All(InRange)
        && AllOf(tags.Kinds, TagSet.Kinds)
        && AllOf(tags.Themes, TagSet.Themes)
        && AllOf(tags.Addressees, TagSet.Addressees)
        && (tags.Addressees.Count == 0 || tags.Kinds.Any(tag => tag.Label == "recommendation"))
        && tags.Kinds.All(tag => tag.Confidence == tags.Scores[tag.Label]);

    private static bool AllOf(IReadOnlyList<Tag> tags, IReadOnlyList<string> allowed) =>
        tags.All(tag => allowed.Contains(tag.Label) && InRange(tag.Confidence) && tag.Origin != TagOrigin.Person)
        && tags.Select(tag => tag.Label).Distinct().Count() == tags.Count;

    private static bool InRange(double value) => value is >= 0 and <= 1;

    private static bool Same(PassageTags a, PassageTags b) =>
        Flat(a).SequenceEqual(Flat(b), StringComparer.Ordinal) && a.Scores.All(score => b.Scores[score.Key] == score.Value);

    private static IEnumerable<string> Flat(PassageTags tags) =>
        tags.Kinds.Concat(tags.Themes).Concat(tags.Addressees).Select(tag => $"{tag.Label} {tag.Confidence:R} {string.Join('|', tag.Evidence)}");

    private static readonly Comparer<PassageId> ById = Comparer<PassageId>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value));

    private static StructuredDocument Sample() => TestDocument.Of(
        "en",
        ("Background to the talks of 2011.", PassageRole.Paragraph, ["Introduction"]),
        ("Mediators should agree on who leads.", PassageRole.ListItem, ["Recommendations"]),
        ("Funding ended too early.", PassageRole.Quote, ["Challenges"])) with
    {
        Footnotes = [new(new("cccccccccccccccc"), "1", "See above.", FootnoteType.Explanatory)],
    };
}
