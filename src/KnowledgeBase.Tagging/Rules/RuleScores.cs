using KnowledgeBase.Documents;
using KnowledgeBase.Tagging.Text;

namespace KnowledgeBase.Tagging.Rules;

/// <summary>
/// What the cue rules make of one passage: every group of cues that hits adds its weight to its label, a second hit adds
/// half, and a sum of 1 asserts the label.
/// </summary>
public sealed class RuleScores
{
    private const double SectionKindWeight = 1.6;
    private const double SecondHitShare = 0.5;

    private readonly Dictionary<string, List<Evidence>> evidence = new(StringComparer.Ordinal);

    private RuleScores()
    {
    }

    /// <summary>Sums the cues of a passage.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="lexicon">Cue words of its language, or null when there are none; then only section kinds count.</param>
    /// <param name="hits">The lexicon's cues in the passage's text.</param>
    public static RuleScores Of(PassageInContext passage, CueLexicon? lexicon, IReadOnlyList<CueHit> hits)
    {
        var scores = new RuleScores();
        if (lexicon is not null)
        {
            scores.Add(lexicon, passage.Text, hits, "words");
            var heading = string.Join(". ", passage.HeadingPath);
            scores.Add(lexicon, heading, lexicon.Find(Tokenizer.Tokenize(heading), headings: true), "heading");
        }

        if (passage.SectionKind is { } kind)
        {
            var list = scores.Of(SectionLabels.Of(kind));
            // The heading words that made the section's kind have mostly been counted already.
            list.RemoveAll(item => item.Source == "heading");
            list.Add(new("heading", passage.HeadingPath.Count > 0 ? passage.HeadingPath[^1] : SectionLabels.Of(kind), SectionKindWeight));
        }

        return scores;
    }

    /// <summary>The sum for a label of the lexicon ("challenge", "theme.trust"); 0 when no cue hit.</summary>
    public double Sum(string label) => evidence.TryGetValue(label, out var list) ? list.Sum(item => item.Weight) : 0;

    /// <summary>The cues that hit for a label, the weightiest first.</summary>
    public IReadOnlyList<Evidence> Evidence(string label) =>
        evidence.TryGetValue(label, out var list) ? list.OrderByDescending(item => item.Weight).ToList() : [];

    private void Add(CueLexicon lexicon, string text, IReadOnlyList<CueHit> hits, string source)
    {
        foreach (var group in hits.GroupBy(hit => hit.Group))
        {
            var cues = lexicon.Groups[group.Key];
            var times = 0;
            foreach (var hit in group.OrderBy(hit => hit.Start).Take(2))
            {
                Of(cues.Label).Add(new(source, text[hit.Start..hit.End], cues.Weight * (times++ == 0 ? 1 : SecondHitShare)));
            }
        }
    }

    private List<Evidence> Of(string label)
    {
        if (!evidence.TryGetValue(label, out var list))
        {
            evidence[label] = list = [];
        }

        return list;
    }
}
