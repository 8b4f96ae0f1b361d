using KnowledgeBase.Documents;
using KnowledgeBase.Tagging.Learning;
using KnowledgeBase.Tagging.Rules;

namespace KnowledgeBase.Tagging;

/// <summary>Tags by a trained model, and by the cue rules in languages that the model was not learned in.</summary>
public sealed class ModelClassifier : IPassageClassifier
{
    /// <summary>How a model's probabilities are used: raised when the same weights come to give other tags, so that a store is known to need them.</summary>
    internal const int Use = 3;

    private const int MostEvidence = 6;
    private const int MostFeatures = 24;

    // The kinds of which documents hold very different shares. Challenges and recommendations gain nothing by it on reports that people read.
    private static readonly string[] Adjusted = ["opportunity", "good_practice"];

    private readonly LinearModel model;
    private readonly FeatureExtractor extractor = new();
    private readonly RuleClassifier rules = new();
    private readonly HashSet<string> languages;
    private readonly Dictionary<string, int> indices;

    /// <param name="model">What to tag by.</param>
    public ModelClassifier(LinearModel model)
    {
        this.model = model;
        languages = model.Origin.Languages.ToHashSet(StringComparer.Ordinal);
        indices = model.Labels.Select((label, index) => (label.Label, index)).ToDictionary(pair => pair.Label, pair => pair.index, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public string Name => model.Name;

    /// <inheritdoc/>
    public TaggedDocument Predict(StructuredDocument document)
    {
        var passages = PassageContexts.Of(document);
        var features = extractor.Extract(passages);
        var sights = passages.Select((passage, i) => CanCarry(passage) && languages.Contains(passage.Language) ? See(features[i]) : null).ToArray();
        var shifts = Shifts(sights);
        var tags = new Dictionary<PassageId, PassageTags>();
        for (var i = 0; i < passages.Count; i++)
        {
            tags[passages[i].Id] = sights[i] is { } sight ? Predict(passages[i], features[i], sight, shifts)
                : CanCarry(passages[i]) ? rules.Predict(passages[i])
                : Nothing();
        }

        return new(document, tags, Name);
    }

    private static bool CanCarry(PassageInContext passage) => passage.CanCarryTags && passage.Tokens.Count > 0;

    private Sight See(PassageFeatures features)
    {
        var known = model.Look(features.Features);
        return new(known, model.Probabilities(known, features.Rules));
    }

    /// <summary>Per label what the document as a whole adds to the log-odds.</summary>
    private double[] Shifts(IReadOnlyList<Sight?> sights)
    {
        var shifts = new double[model.Labels.Count];
        foreach (var index in Adjusted.Select(label => indices[label]))
        {
            var share = (double)model.Labels[index].Positives / Math.Max(1, model.Origin.Passages);
            if (share is > 0 and < 1)
            {
                shifts[index] = DocumentPrior.Shift(sights.OfType<Sight>().Select(sight => sight.Probabilities[index]).ToArray(), share);
            }
        }

        return shifts;
    }

    private static PassageTags Nothing() =>
        new([], [], [], TagSet.Kinds.ToDictionary(kind => kind, _ => 0.0, StringComparer.Ordinal));

    private PassageTags Predict(PassageInContext passage, PassageFeatures features, Sight sight, double[] shifts)
    {
        var probabilities = sight.Probabilities.Select((probability, label) => DocumentPrior.Moved(probability, shifts[label])).ToArray();
        var kinds = Assert(TagSet.Kinds);
        return new(
            kinds,
            Assert(TagSet.Themes),
            kinds.Exists(tag => tag.Label == "recommendation") ? Assert(TagSet.Addressees) : [],
            TagSet.Kinds.ToDictionary(kind => kind, kind => probabilities[indices[kind]], StringComparer.Ordinal));

        List<Tag> Assert(IReadOnlyList<string> labels)
        {
            var tags = new List<Tag>();
            foreach (var label in labels)
            {
                var index = indices[label];
                if (probabilities[index] >= model.Labels[index].Threshold)
                {
                    tags.Add(new(label, probabilities[index], TagOrigin.Model, Explain(passage, features, model.Contributions(sight.Known, index), index, shifts[index])));
                }
            }

            return tags;
        }
    }

    /// <summary>The words, headings and rules that speak loudest for a label; each word once, with all that its features add.</summary>
    private List<Evidence> Explain(PassageInContext passage, PassageFeatures features, double[] contributions, int label, double shift)
    {
        var calibration = model.Labels[label].Calibration;
        var strongest = Enumerable.Range(0, contributions.Length).ToArray();
        Array.Sort(Array.ConvertAll(contributions, value => -value), strongest);
        var weights = new Dictionary<(string Source, string Text), double>();
        foreach (var i in strongest.AsSpan(0, Math.Min(MostFeatures, strongest.Length)))
        {
            var feature = features.Features[i];
            if (contributions[i] > 0 || weights.Count == 0)
            {
                var key = (SourceOf(feature.Space), feature.Name ?? passage.Text[feature.Start..feature.End]);
                weights[key] = weights.GetValueOrDefault(key) + (contributions[i] * calibration.Margin);
            }
        }

        var cue = LearnedLabels.CueLabels[label];
        var sum = features.Rules.Sum(cue);
        if (sum > 0)
        {
            var words = features.Rules.Evidence(cue).Select(evidence => evidence.Text).Distinct(StringComparer.OrdinalIgnoreCase).Take(3);
            weights[("rule", string.Join(", ", words))] = calibration.LogOdds(0, sum) - calibration.LogOdds(0, 0);
        }

        if (shift > 0)
        {
            weights[("document", "many passages of this kind")] = shift;
        }

        return weights
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Text, StringComparer.Ordinal).ThenBy(pair => pair.Key.Source, StringComparer.Ordinal)
            .Take(MostEvidence)
            .Select(pair => new Evidence(pair.Key.Source, pair.Key.Text, Math.Round(pair.Value, 4)))
            .ToList();
    }

    private static string SourceOf(FeatureSpace space) => space switch
    {
        FeatureSpace.Heading or FeatureSpace.HeadingCue => "heading",
        FeatureSpace.LeadIn => "lead-in",
        FeatureSpace.Previous => "passage before",
        FeatureSpace.Next => "passage after",
        FeatureSpace.Profile => "document",
        FeatureSpace.Shape => "shape",
        _ => "words",
    };

    /// <summary>A passage as the model sees it by itself.</summary>
    private sealed record Sight(KnownFeatures Known, double[] Probabilities);
}
