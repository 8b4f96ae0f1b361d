using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using KnowledgeBase.Tagging.Rules;

namespace KnowledgeBase.Tagging.Learning;

/// <summary>How one label is told.</summary>
/// <param name="Label">A word of the tag set.</param>
/// <param name="Scale">A stored weight times this is the weight.</param>
/// <param name="Intercept">Added to the margin.</param>
/// <param name="Calibration">Turns the margin into a probability.</param>
/// <param name="Threshold">The probability from which on the label is asserted, 0 to 1.</param>
/// <param name="HeldOutF1">F1 on the labels by grouped cross-validation.</param>
/// <param name="Positives">Labelled passages that carry it.</param>
public sealed record LabelModel(
    string Label, double Scale, double Intercept, Calibration Calibration, double Threshold, double HeldOutF1, int Positives);

/// <summary>Where a model comes from.</summary>
/// <param name="FeatureVersion">See <see cref="FeatureExtractor.Version"/>.</param>
/// <param name="DataHash">SHA-256 in lower-case hexadecimal of what it was learned from.</param>
/// <param name="Seed">Of all chance.</param>
/// <param name="Passages">Labelled passages that it was learned from.</param>
/// <param name="Languages">Two-letter codes of the languages it was learned in; elsewhere the rules speak.</param>
public sealed record ModelOrigin(int FeatureVersion, string DataHash, int Seed, int Passages, IReadOnlyList<string> Languages)
{
    /// <summary>See <see cref="ILinearLearner.Name"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Learner { get; init; }
}

/// <summary>One-vs-rest linear model: a small whole number per feature and label.</summary>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Labels">In the order of <see cref="LearnedLabels.All"/>.</param>
/// <param name="Keys">Feature keys, ascending.</param>
/// <param name="Weights">Row by row: for each key one value of -127 to 127 per label.</param>
public sealed record LinearModel(ModelOrigin Origin, IReadOnlyList<LabelModel> Labels, IReadOnlyList<uint> Keys, sbyte[] Weights)
{
    private readonly Vocabulary vocabulary = new(Keys);

    private readonly Lazy<string> fingerprint = new(() => Convert.ToHexStringLower(
        SHA256.HashData(MemoryMarshal.AsBytes(Weights.AsSpan()))).Substring(0, 4));

    /// <summary>
    /// "model/", or the name of another learner than our own, the first eight digits of the hash of what it was learned from, four of its weights'
    /// hash, and <see cref="ModelClassifier.Use"/>.
    /// </summary>
    public string Name => $"{Origin.Learner ?? "model"}/{Origin.DataHash[..8]}.{fingerprint.Value}.{ModelClassifier.Use}";

    /// <summary>Looks a passage's features up.</summary>
    public KnownFeatures Look(IReadOnlyList<Feature> features)
    {
        var rows = new int[features.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = vocabulary.RowOf(features[i].Key);
        }

        return new(rows, FeatureScaling.Scale(features));
    }

    /// <summary>The probability of every label, in the order of <see cref="Labels"/>.</summary>
    public double[] Probabilities(KnownFeatures known, RuleScores rules)
    {
        var sums = new float[Labels.Count];
        for (var i = 0; i < known.Rows.Length; i++)
        {
            if (known.Rows[i] < 0)
            {
                continue;
            }

            var weights = Weights.AsSpan(known.Rows[i] * sums.Length, sums.Length);
            var value = known.Values[i];
            for (var label = 0; label < sums.Length; label++)
            {
                sums[label] += value * weights[label];
            }
        }

        var probabilities = new double[sums.Length];
        for (var label = 0; label < probabilities.Length; label++)
        {
            var margin = (sums[label] * Labels[label].Scale) + Labels[label].Intercept;
            probabilities[label] = Labels[label].Calibration.Probability(margin, rules.Sum(LearnedLabels.CueLabels[label]));
        }

        return probabilities;
    }

    /// <summary>What each feature adds to a label's margin, in the order of the features; 0 for unknown ones.</summary>
    public double[] Contributions(KnownFeatures known, int label)
    {
        var contributions = new double[known.Rows.Length];
        for (var i = 0; i < contributions.Length; i++)
        {
            contributions[i] = known.Rows[i] < 0 ? 0 : known.Values[i] * Weights[(known.Rows[i] * Labels.Count) + label] * Labels[label].Scale;
        }

        return contributions;
    }
}

/// <summary>A passage's features as a model sees them.</summary>
/// <param name="Rows">Per feature its row in the model, or -1 when unknown.</param>
/// <param name="Values">Per feature its scaled value.</param>
public sealed record KnownFeatures(int[] Rows, float[] Values);
