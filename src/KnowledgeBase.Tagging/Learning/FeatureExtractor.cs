using KnowledgeBase.Documents;
using KnowledgeBase.Tagging.Rules;
using KnowledgeBase.Tagging.Text;

namespace KnowledgeBase.Tagging.Learning;

/// <summary>Turns the passages of a document into features; the same code serves learning and predicting.</summary>
public sealed class FeatureExtractor
{
    /// <summary>Raised with every change of what is extracted; a model of another version is refused.</summary>
    public const int Version = 1;

    private readonly Dictionary<string, CueLexicon> lexicons =
        CueLexicon.Languages.ToDictionary(language => language, CueLexicon.Load, StringComparer.Ordinal);

    /// <summary>The features of each passage, in the order given.</summary>
    /// <param name="passages">All passages of one document, as <see cref="PassageContexts"/> gives them.</param>
    public IReadOnlyList<PassageFeatures> Extract(IReadOnlyList<PassageInContext> passages)
    {
        var analyses = passages.Select(passage => PassageAnalysis.Of(passage, lexicons)).ToArray();
        var profile = DocumentProfile.Of(analyses);
        var headings = new Dictionary<string, IReadOnlyList<Feature>>(StringComparer.Ordinal);
        var all = new List<PassageFeatures>(passages.Count);
        foreach (var analysis in analyses)
        {
            var features = new List<Feature>(256);
            WordFeatures.Add(analysis.Passage, features);
            CueFeatures.Add(analysis, features);
            features.AddRange(OfHeadings(analysis, headings));
            AddNeighbours(analysis, analyses, features);
            AddProfile(profile, features);
            ShapeFeatures.Add(analysis, features);
            all.Add(new(features, RuleScores.Of(analysis.Passage, analysis.Lexicon, analysis.Hits)));
        }

        return all;
    }

    private static IReadOnlyList<Feature> OfHeadings(PassageAnalysis analysis, Dictionary<string, IReadOnlyList<Feature>> known)
    {
        var key = string.Join('\n', analysis.Passage.HeadingPath) + '\n' + analysis.Passage.SectionKind + '\n' + analysis.Passage.Language;
        if (!known.TryGetValue(key, out var features))
        {
            known[key] = features = HeadingFeatures.Of(analysis.Passage, analysis.Lexicon);
        }

        return features;
    }

    private static void AddNeighbours(PassageAnalysis analysis, PassageAnalysis[] analyses, List<Feature> features)
    {
        AddCuesOf(analysis.Passage.LeadIn, FeatureSpace.LeadIn, analyses, features);
        AddCuesOf(analysis.Passage.Previous, FeatureSpace.Previous, analyses, features);
        AddCuesOf(analysis.Passage.Next, FeatureSpace.Next, analyses, features);
        if (analysis.Passage.LeadIn is { } leadIn && analyses[leadIn].Passage.Text.TrimEnd().EndsWith(':'))
        {
            features.Add(new(FeatureSpace.LeadIn, new FeatureKey(FeatureSpace.LeadIn).Add(":").Value, 1, -1, -1, "colon"));
        }
    }

    private static void AddCuesOf(int? index, FeatureSpace space, PassageAnalysis[] analyses, List<Feature> features)
    {
        if (index is not { } at)
        {
            return;
        }

        var other = analyses[at];
        foreach (var group in other.Hits.Select(other.GroupOf).Distinct(StringComparer.Ordinal))
        {
            features.Add(new(space, new FeatureKey(space).Add(group).Value, 1, -1, -1, group));
        }
    }

    private static void AddProfile(DocumentProfile profile, List<Feature> features)
    {
        foreach (var (label, share) in profile.Shares)
        {
            features.Add(new(FeatureSpace.Profile, new FeatureKey(FeatureSpace.Profile).Add(label).Value, (float)share, -1, -1, label));
        }
    }
}
