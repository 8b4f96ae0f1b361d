namespace KnowledgeBase.Tagging.Learning;

/// <summary>
/// Turns a label's margin and the cue rules' score into a probability: Platt's sigmoid (Probabilistic outputs for support
/// vector machines, 1999) with the rules as two further inputs, so that a plain cue is heard even where the words around it are new.
/// </summary>
/// <param name="Margin">Weight of the model's margin.</param>
/// <param name="RuleSum">Weight of the rules' sum, cut to -2 to 4.</param>
/// <param name="RuleAsserts">Added when the rules assert the label.</param>
/// <param name="Intercept">Added always.</param>
public sealed record Calibration(double Margin, double RuleSum, double RuleAsserts, double Intercept)
{
    private const double Regularisation = 1e-3;
    private const int MostSteps = 100;

    /// <summary>The log-odds of the label.</summary>
    public double LogOdds(double margin, double ruleSum) =>
        (Margin * margin) + (RuleSum * Cut(ruleSum)) + (ruleSum >= 1 ? RuleAsserts : 0) + Intercept;

    /// <summary>The probability of the label, 0 to 1.</summary>
    public double Probability(double margin, double ruleSum) => LogisticRegression.Logistic(LogOdds(margin, ruleSum));

    /// <summary>Fits on scores of passages that the margins' model has not seen.</summary>
    public static Calibration Fit(IReadOnlyList<(double Margin, double RuleSum, bool Holds, double Importance)> scores)
    {
        var vectors = scores.Select(score => new SparseVector(
            [0, 1, 2], [(float)score.Margin, (float)Cut(score.RuleSum), score.RuleSum >= 1 ? 1f : 0f])).ToList();
        var fitted = LogisticRegression.Fit(
            vectors, scores.Select(score => score.Holds).ToList(), scores.Select(score => score.Importance).ToList(), 3, Regularisation, MostSteps);
        return new(fitted[0], fitted[1], fitted[2], fitted[3]);
    }

    private static double Cut(double ruleSum) => Math.Clamp(ruleSum, -2, 4);
}
