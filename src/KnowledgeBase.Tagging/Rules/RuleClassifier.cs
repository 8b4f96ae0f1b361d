using KnowledgeBase.Documents;

namespace KnowledgeBase.Tagging.Rules;

/// <summary>
/// Tags by cue words and headings, see <see cref="RuleScores"/>. Works in the languages of
/// <see cref="CueLexicon.Languages"/>; elsewhere only section kinds speak.
/// </summary>
public sealed class RuleClassifier : IPassageClassifier
{
    private const int MostEvidence = 6;

    private readonly Dictionary<string, CueLexicon> lexicons =
        CueLexicon.Languages.ToDictionary(language => language, CueLexicon.Load, StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => "rules/1";

    /// <inheritdoc/>
    public TaggedDocument Predict(StructuredDocument document)
    {
        var tags = new Dictionary<PassageId, PassageTags>();
        foreach (var passage in PassageContexts.Of(document))
        {
            tags[passage.Id] = Predict(passage);
        }

        return new(document, tags, Name);
    }

    /// <summary>Tags one passage.</summary>
    public PassageTags Predict(PassageInContext passage)
    {
        var lexicon = passage.CanCarryTags ? lexicons.GetValueOrDefault(passage.Language) : null;
        var scores = RuleScores.Of(
            passage.CanCarryTags ? passage : passage with { SectionKind = null }, lexicon, lexicon?.Find(passage.Tokens, headings: false) ?? []);
        var kinds = Assert(TagSet.Kinds, "", scores);
        return new(
            kinds,
            Assert(TagSet.Themes, "theme.", scores),
            kinds.Any(tag => tag.Label == "recommendation") ? Assert(TagSet.Addressees, "addressee.", scores) : [],
            TagSet.Kinds.ToDictionary(kind => kind, kind => Confidence(scores.Sum(kind)), StringComparer.Ordinal));
    }

    /// <summary>The sum of a label's cue weights turned into 0 to 1; a sum of 1 gives one half.</summary>
    public static double Confidence(double sum) => sum <= 0 ? 0 : sum / (1 + sum);

    private static List<Tag> Assert(IReadOnlyList<string> labels, string prefix, RuleScores scores) =>
        labels
            .Where(label => scores.Sum(prefix + label) >= 1)
            .Select(label => new Tag(
                label, Confidence(scores.Sum(prefix + label)), TagOrigin.Rule, scores.Evidence(prefix + label).Take(MostEvidence).ToList()))
            .ToList();
}
