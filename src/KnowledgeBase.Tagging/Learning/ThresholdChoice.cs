namespace KnowledgeBase.Tagging.Learning;

/// <summary>Chooses the probability from which on a label is asserted.</summary>
internal static class ThresholdChoice
{
    /// <summary>
    /// The threshold with the best F-measure on held-out scores, smoothed: the mean of all thresholds whose F comes within one
    /// hundredth of the best, since the single best one is mostly luck.
    /// </summary>
    /// <param name="scores">Held-out probabilities with what holds.</param>
    /// <param name="beta">How many times as much recall counts as precision.</param>
    public static double BestF(IReadOnlyList<(double Probability, bool Holds, double Importance)> scores, double beta)
    {
        var weight = beta * beta;
        var ordered = scores.OrderByDescending(score => score.Probability).ToArray();
        var positives = ordered.Where(score => score.Holds).Sum(score => score.Importance);
        if (positives <= 0)
        {
            return 0.5;
        }

        var candidates = new List<(double Threshold, double F)>();
        double hits = 0, said = 0;
        for (var i = 0; i < ordered.Length; i++)
        {
            said += ordered[i].Importance;
            hits += ordered[i].Holds ? ordered[i].Importance : 0;
            if (i + 1 == ordered.Length || ordered[i + 1].Probability < ordered[i].Probability)
            {
                var next = i + 1 < ordered.Length ? ordered[i + 1].Probability : 0;
                candidates.Add(((ordered[i].Probability + next) / 2, (1 + weight) * hits / (said + (weight * positives))));
            }
        }

        var best = candidates.Max(candidate => candidate.F);
        return candidates.Where(candidate => candidate.F >= best - 0.01).Average(candidate => candidate.Threshold);
    }
}
