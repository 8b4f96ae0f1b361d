namespace KnowledgeBase.Tagging.Learning;

/// <summary>How a label's margin becomes yes or no: calibrated, then against a threshold; both chosen on held-out scores.</summary>
/// <param name="Calibration">Turns the margin into a probability.</param>
/// <param name="Threshold">The probability from which on the label is asserted.</param>
public sealed record Decision(Calibration Calibration, double Threshold)
{
    /// <summary>Chooses both.</summary>
    /// <param name="heldOut">Scores by models that had not seen the passages.</param>
    /// <param name="label">Index in <see cref="LearnedLabels.All"/>.</param>
    /// <param name="settings">Say how much recall counts.</param>
    public static Decision Fit(IReadOnlyList<HeldOutScore> heldOut, int label, TrainingSettings settings)
    {
        var name = LearnedLabels.All[label];
        var cue = LearnedLabels.CueLabels[label];
        var scores = heldOut.Where(score => LearnedLabels.Concerns(name, score.Example.Labels)).ToArray();
        var calibration = Calibration.Fit(scores
            .Select(score => (score.Margins[label], score.Example.Features.Rules.Sum(cue), score.Example.Labels.Contains(name), score.Example.Importance))
            .ToArray());
        var threshold = ThresholdChoice.BestF(
            scores.Where(score => !score.Example.IsVariation)
                .Select(score => (
                    calibration.Probability(score.Margins[label], score.Example.Features.Rules.Sum(cue)), score.Example.Labels.Contains(name), score.Example.Importance))
                .ToArray(),
            LearnedLabels.IsTheme(name) ? settings.ThemeBeta : settings.Beta);
        return new(calibration, threshold);
    }

    /// <summary>The label's probability.</summary>
    public double Probability(HeldOutScore score, int label) =>
        Calibration.Probability(score.Margins[label], score.Example.Features.Rules.Sum(LearnedLabels.CueLabels[label]));
}
