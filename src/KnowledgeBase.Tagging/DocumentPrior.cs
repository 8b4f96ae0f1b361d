namespace KnowledgeBase.Tagging;

/// <summary>
/// How much rarer or commoner a tag is in one document than in what the model was learned from, told from the document's own probabilities by
/// expectation maximisation (Saerens, Latinne and Decaestecker, Adjusting the outputs of a classifier to new a priori probabilities, Neural
/// Computation 14, 2002). A report of activities holds hardly an opportunity, a paper on mediation many: the same words mean less in the one.
/// </summary>
internal static class DocumentPrior
{
    /// <summary>How many passages the learned share counts for, so that a short document moves little.</summary>
    private const double Trust = 100;

    private const int MostSteps = 50;
    private const double Settled = 1e-6;

    /// <summary>What to add to the log-odds of every passage of the document.</summary>
    /// <param name="probabilities">Of the document's passages, 0 to 1, under the learned share.</param>
    /// <param name="learnedShare">Share of the passages that carry the tag in what was learned from, above 0 and below 1.</param>
    public static double Shift(IReadOnlyList<double> probabilities, double learnedShare)
    {
        var share = learnedShare;
        for (var step = 0; step < MostSteps; step++)
        {
            var (given, against) = (share / learnedShare, (1 - share) / (1 - learnedShare));
            var expected = probabilities.Sum(probability => given * probability / ((given * probability) + (against * (1 - probability))));
            var next = (expected + (Trust * learnedShare)) / (probabilities.Count + Trust);
            if (Math.Abs(next - share) < Settled)
            {
                break;
            }

            share = next;
        }

        return LogOdds(share) - LogOdds(learnedShare);
    }

    /// <summary>The probability with its log-odds moved.</summary>
    public static double Moved(double probability, double shift)
    {
        var odds = probability * Math.Exp(shift);
        return odds / (odds + 1 - probability);
    }

    private static double LogOdds(double share) => Math.Log(share / (1 - share));
}
