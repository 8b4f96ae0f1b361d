namespace KnowledgeBase.Tagging.Learning;

/// <summary>How a label's margin becomes yes or no: calibrated, then against a threshold; both chosen on held-out scores.</summary>
/// <param name="Calibration">Turns the margin into a probability.</param>
/// <param name="Threshold">The probability from which on the label is asserted.</param>
public sealed record Decision(Calibration Calibration, double Threshold)
{
    /// <summary>
    /// Chooses both for every label, in the order of <see cref="LearnedLabels.All"/>. The addressees share one threshold, the best for all of
    /// them pooled: each alone has too few examples, and the rare ones would get one at which most of what is given is wrong.
    /// </summary>
    /// <param name="heldOut">Scores by models that had not seen the passages.</param>
    /// <param name="settings">Say how much recall counts.</param>
    public static IReadOnlyList<Decision> FitAll(IReadOnlyList<HeldOutScore> heldOut, TrainingSettings settings)
    {
        var scores = LearnedLabels.All.Select((_, label) => Calibrated.Of(heldOut, label)).ToArray();
        var pooled = ThresholdChoice.BestF(
            scores.Where(label => LearnedLabels.IsAddressee(label.Name)).SelectMany(label => label.Judged).ToArray(), settings.Beta);
        return scores.Select(label => new Decision(
            label.Calibration,
            LearnedLabels.IsAddressee(label.Name) ? pooled : ThresholdChoice.BestF(label.Judged, settings.BetaOf(label.Name)))).ToArray();
    }

    /// <summary>The label's probability.</summary>
    public double Probability(HeldOutScore score, int label) =>
        Calibration.Probability(score.Margins[label], score.Example.Features.Rules.Sum(LearnedLabels.CueLabels[label]));

    private sealed record Calibrated(string Name, Calibration Calibration, IReadOnlyList<(double Probability, bool Holds, double Importance)> Judged)
    {
        public static Calibrated Of(IReadOnlyList<HeldOutScore> heldOut, int label)
        {
            var name = LearnedLabels.All[label];
            var cue = LearnedLabels.CueLabels[label];
            var scores = heldOut.Where(score => LearnedLabels.Concerns(name, score.Example.Labels)).ToArray();
            var calibration = Calibration.Fit(scores
                .Select(score => (score.Margins[label], score.Example.Features.Rules.Sum(cue), score.Example.Labels.Contains(name), score.Example.Importance))
                .ToArray());
            return new(name, calibration, scores.Where(score => !score.Example.IsVariation)
                .Select(score => (
                    calibration.Probability(score.Margins[label], score.Example.Features.Rules.Sum(cue)), score.Example.Labels.Contains(name), score.Example.Importance))
                .ToArray());
        }
    }
}
