using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Tagging.Labels;

namespace KnowledgeBase.Tagging.Learning;

/// <summary>Learns a <see cref="LinearModel"/> from labelled documents; the same documents and settings give the same bytes.</summary>
/// <param name="settings">How.</param>
/// <param name="learner">Fits the weights.</param>
public sealed class Trainer(TrainingSettings settings, ILinearLearner learner)
{
    private readonly FeatureExtractor extractor = new();

    /// <summary>Learns with the product's own learner.</summary>
    public Trainer(TrainingSettings settings)
        : this(settings, new LbfgsLearner())
    {
    }

    /// <summary>
    /// Learns one logistic regression per label on all documents. Calibration and thresholds come from models that had not
    /// seen the groups they are judged on.
    /// </summary>
    /// <param name="documents">Of at least two groups.</param>
    /// <param name="cancellation">Stops between labels.</param>
    /// <exception cref="ArgumentException">There are fewer than two groups.</exception>
    public LinearModel Fit(IReadOnlyList<LabelledDocument> documents, CancellationToken cancellation)
    {
        var examples = TrainingExamples.Of(documents, extractor, settings);
        return Fit(documents, examples, HeldOut(examples, cancellation), cancellation);
    }

    /// <summary>Learns as <see cref="Fit(IReadOnlyList{LabelledDocument}, CancellationToken)"/> does, with held-out scores made before.</summary>
    public LinearModel Fit(
        IReadOnlyList<LabelledDocument> documents, IReadOnlyList<TrainingExample> examples, IReadOnlyList<HeldOutScore> heldOut, CancellationToken cancellation)
    {
        var weights = FitWeights(examples, cancellation);
        var decisions = Decision.FitAll(heldOut, settings);
        var labels = LearnedLabels.All.Select((label, index) => Describe(label, index, weights, decisions[index], heldOut)).ToArray();
        var quantised = new sbyte[weights.Vocabulary.Keys.Count * labels.Length];
        for (var row = 0; row < weights.Vocabulary.Keys.Count; row++)
        {
            for (var label = 0; label < labels.Length; label++)
            {
                // The scale was rounded, so the largest weight may come out a hair above 127.
                quantised[(row * labels.Length) + label] = (sbyte)Math.Clamp(Math.Round(weights.ByLabel[label][row] / labels[label].Scale), -127, 127);
            }
        }

        var judged = examples.Where(example => !example.IsVariation).ToArray();
        var languages = documents.Select(document => document.Document.Front.Language ?? "en").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var origin = new ModelOrigin(FeatureExtractor.Version, Hash(documents), settings.Seed, judged.Length, languages.ToArray()) { Learner = learner.Name };
        return Pruned(new(origin, labels, weights.Vocabulary.Keys, quantised));
    }

    /// <summary>Makes the examples that <see cref="HeldOut"/> and <see cref="Fit(IReadOnlyList{LabelledDocument}, CancellationToken)"/> work on.</summary>
    public IReadOnlyList<TrainingExample> Examples(IReadOnlyList<LabelledDocument> documents) =>
        TrainingExamples.Of(documents, extractor, settings);

    /// <summary>Scores every example by a model that was learned without the example's fold of groups.</summary>
    /// <exception cref="ArgumentException">There are fewer than two groups.</exception>
    public IReadOnlyList<HeldOutScore> HeldOut(IReadOnlyList<TrainingExample> examples, CancellationToken cancellation)
    {
        var folds = Folds.Of(examples.Select(example => example.Group), settings.Folds);
        var parts = folds.Values.Distinct().Order().ToArray();
        if (parts.Length < 2)
        {
            throw new ArgumentException("Labels of at least two groups are needed, to choose thresholds on passages that were not learned from.", nameof(examples));
        }

        var scores = new List<HeldOutScore>(examples.Count);
        foreach (var part in parts)
        {
            var weights = FitWeights(examples.Where(example => folds[example.Group] != part).ToArray(), cancellation);
            foreach (var example in examples.Where(example => folds[example.Group] == part))
            {
                var vector = weights.Vocabulary.Vector(example.Features.Features);
                scores.Add(new(example, weights.ByLabel.Select(label => vector.Dot(label) + label[^1]).ToArray()));
            }
        }

        return scores;
    }

    /// <summary>The hash of what is learned from: names, texts, headings, roles, labels and importance, in order.</summary>
    public static string Hash(IReadOnlyList<LabelledDocument> documents)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var document in documents)
        {
            Add(document.Group, document.Name, document.Importance.ToString("R", CultureInfo.InvariantCulture));
            foreach (var context in PassageContexts.Of(document.Document))
            {
                var labels = document.Labels.TryGetValue(context.Id, out var given) ? given.Asserted.Order(StringComparer.Ordinal) : null;
                Add([context.Text, context.Role.ToString(), context.Language, .. context.HeadingPath, labels is null ? "-" : string.Join(',', labels)]);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Add(params IEnumerable<string> parts) => hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\u001f', parts) + '\u001e'));
    }

    private Fitted FitWeights(IReadOnlyList<TrainingExample> examples, CancellationToken cancellation)
    {
        var vocabulary = Vocabulary.Of(examples, settings.FewestPassages);
        var vectors = examples.Select(example => vocabulary.Vector(example.Features.Features)).ToArray();
        var weights = new double[LearnedLabels.All.Count][];
        // Labels do not touch one another, so working on several at once changes nothing in the result.
        Parallel.For(0, weights.Length, new() { CancellationToken = cancellation }, label =>
        {
            var name = LearnedLabels.All[label];
            var targets = examples.Select(example => example.Labels.Contains(name)).ToArray();
            var importance = examples.Select(example => LearnedLabels.Concerns(name, example.Labels) ? example.Importance : 0).ToArray();
            var positive = importance.Where((_, i) => targets[i]).Sum();
            var boost = positive <= 0 ? 1 : Math.Pow((importance.Sum() - positive) / positive, settings.BalancePower);
            for (var i = 0; i < importance.Length; i++)
            {
                importance[i] *= targets[i] ? boost : 1;
            }

            weights[label] = learner.Fit(new(vectors, targets, importance, vocabulary.Keys.Count, settings.Regularisation, settings.MostSteps));
        });
        return new(vocabulary, weights);
    }

    private static LabelModel Describe(string label, int index, Fitted weights, Decision decision, IReadOnlyList<HeldOutScore> heldOut)
    {
        int hits = 0, said = 0, positives = 0;
        foreach (var score in heldOut.Where(score => !score.Example.IsVariation && LearnedLabels.Concerns(label, score.Example.Labels)))
        {
            var (holds, given) = (score.Example.Labels.Contains(label), decision.Probability(score, index) >= decision.Threshold);
            positives += holds ? 1 : 0;
            said += given ? 1 : 0;
            hits += holds && given ? 1 : 0;
        }

        var largest = 0.0;
        foreach (var weight in weights.ByLabel[index].AsSpan()[..^1])
        {
            largest = Math.Max(largest, Math.Abs(weight));
        }

        return new(
            label, Rounded(largest == 0 ? 1 : largest / 127), Rounded(weights.ByLabel[index][^1]), Rounded(decision.Calibration), Rounded(decision.Threshold),
            said + positives == 0 ? 0 : Rounded(2.0 * hits / (said + positives)), positives);
    }

    // Six digits are more than enough and keep the last bits of a machine's exp and log out of the file.
    private static double Rounded(double value) => double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static Calibration Rounded(Calibration calibration) => new(
        Rounded(calibration.Margin), Rounded(calibration.RuleSum), Rounded(calibration.RuleAsserts), Rounded(calibration.Intercept));

    private static LinearModel Pruned(LinearModel model)
    {
        var width = model.Labels.Count;
        var kept = Enumerable.Range(0, model.Keys.Count)
            .Where(row => model.Weights.AsSpan(row * width, width).ContainsAnyExcept((sbyte)0)).ToArray();
        var weights = new sbyte[kept.Length * width];
        for (var i = 0; i < kept.Length; i++)
        {
            model.Weights.AsSpan(kept[i] * width, width).CopyTo(weights.AsSpan(i * width));
        }

        return new(model.Origin, model.Labels, kept.Select(row => model.Keys[row]).ToArray(), weights);
    }

    private sealed record Fitted(Vocabulary Vocabulary, double[][] ByLabel);
}
