using KnowledgeBase.Documents;
using KnowledgeBase.Tagging.Text;

namespace KnowledgeBase.Tagging.Rules;

/// <summary>
/// Tags by cue words and headings: every group of cues that hits adds its weight to its label, and a label whose sum
/// reaches 1 is asserted. Works in the languages of <see cref="CueLexicon.Languages"/>; elsewhere only section kinds speak.
/// </summary>
public sealed class RuleClassifier : IPassageClassifier
{
    private const double SectionKindWeight = 1.6;
    private const double SecondHitShare = 0.5;
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
        var sums = passage.CanCarryTags ? Score(passage) : [];
        var kinds = Assert(TagSet.Kinds, "", sums);
        var addressed = kinds.Any(tag => tag.Label == "recommendation");
        return new(
            kinds,
            Assert(TagSet.Themes, "theme.", sums),
            addressed ? Assert(TagSet.Addressees, "addressee.", sums) : [],
            TagSet.Kinds.ToDictionary(kind => kind, kind => Confidence(sums.GetValueOrDefault(kind)?.Sum ?? 0), StringComparer.Ordinal));
    }

    /// <summary>The sum of a label's cue weights turned into 0 to 1; a sum of 1 gives one half.</summary>
    public static double Confidence(double sum) => sum <= 0 ? 0 : sum / (1 + sum);

    private Dictionary<string, LabelScore> Score(PassageInContext passage)
    {
        var scores = new Dictionary<string, LabelScore>(StringComparer.Ordinal);
        if (lexicons.TryGetValue(passage.Language, out var lexicon))
        {
            AddHits(scores, lexicon, passage.Text, lexicon.Find(passage.Tokens, headings: false), "words");
            var heading = string.Join(". ", passage.HeadingPath);
            AddHits(scores, lexicon, heading, lexicon.Find(Tokenizer.Tokenize(heading), headings: true), "heading");
        }

        if (passage.SectionKind is { } kind)
        {
            var label = LabelOf(kind);
            var score = Of(scores, label);
            // The heading words that made the section's kind have mostly been counted already.
            score.Evidence.RemoveAll(evidence => evidence.Source == "heading");
            score.Sum = score.Evidence.Sum(evidence => evidence.Weight) + SectionKindWeight;
            score.Evidence.Add(new("heading", passage.HeadingPath.Count > 0 ? passage.HeadingPath[^1] : label, SectionKindWeight));
        }

        return scores;
    }

    private static void AddHits(
        Dictionary<string, LabelScore> scores, CueLexicon lexicon, string text, IReadOnlyList<CueHit> hits, string source)
    {
        foreach (var group in hits.GroupBy(hit => hit.Group))
        {
            var cues = lexicon.Groups[group.Key];
            var score = Of(scores, cues.Label);
            var times = 0;
            foreach (var hit in group.OrderBy(hit => hit.Start).Take(2))
            {
                var weight = cues.Weight * (times++ == 0 ? 1 : SecondHitShare);
                score.Sum += weight;
                score.Evidence.Add(new(source, text[hit.Start..hit.End], weight));
            }
        }
    }

    private static List<Tag> Assert(IReadOnlyList<string> labels, string prefix, Dictionary<string, LabelScore> scores) =>
        labels
            .Where(label => scores.GetValueOrDefault(prefix + label) is { Sum: >= 1 })
            .Select(label => new Tag(label, Confidence(scores[prefix + label].Sum), TagOrigin.Rule, scores[prefix + label].Strongest()))
            .ToList();

    private static LabelScore Of(Dictionary<string, LabelScore> scores, string label)
    {
        if (!scores.TryGetValue(label, out var score))
        {
            scores[label] = score = new();
        }

        return score;
    }

    private static string LabelOf(SectionKind kind) => kind switch
    {
        SectionKind.Challenge => "challenge",
        SectionKind.Opportunity => "opportunity",
        SectionKind.GoodPractice => "good_practice",
        SectionKind.Recommendation => "recommendation",
        SectionKind.Lesson => "lesson",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a section kind"),
    };

    private sealed class LabelScore
    {
        public double Sum { get; set; }

        public List<Evidence> Evidence { get; } = [];

        public List<Evidence> Strongest() => Evidence.OrderByDescending(evidence => evidence.Weight).Take(MostEvidence).ToList();
    }
}
