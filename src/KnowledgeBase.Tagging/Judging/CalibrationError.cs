namespace KnowledgeBase.Tagging.Judging;

/// <summary>How far probabilities are from frequencies.</summary>
public static class CalibrationError
{
    private const int Bins = 10;

    /// <summary>
    /// Expected calibration error over ten bins of equal width (Naeini, Cooper and Hauskrecht, 2015): the mean distance between
    /// a bin's mean probability and its share of true ones, weighted by size; 0 to 1, 0 for no pairs.
    /// </summary>
    public static double Expected(IReadOnlyList<(double Probability, bool Holds)> pairs)
    {
        if (pairs.Count == 0)
        {
            return 0;
        }

        return pairs
            .GroupBy(pair => Math.Min(Bins - 1, (int)(pair.Probability * Bins)))
            .Sum(bin => Math.Abs(bin.Sum(pair => pair.Probability - (pair.Holds ? 1 : 0)))) / pairs.Count;
    }
}
