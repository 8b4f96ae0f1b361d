namespace KnowledgeBase.Search.Judging;

/// <summary>
/// Fisher's paired randomisation test (for retrieval: Smucker, Allan and Carterette 2007): how often chance alone, swapping the two
/// methods' scores query by query, gives a difference as large as the one seen.
/// </summary>
public static class PairedRandomisation
{
    /// <summary>Swappings drawn; the p-value's standard error is below .005, and below .0025 where p is about .05.</summary>
    public const int Rounds = 10_000;

    /// <summary>The two-sided p-value, above 0, at most 1. The chance is seeded: the same scores give the same value.</summary>
    /// <param name="left">Scores of one method, query by query.</param>
    /// <param name="right">Scores of the other, in the same order.</param>
    public static double PValue(IReadOnlyList<double> left, IReadOnlyList<double> right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        ArgumentOutOfRangeException.ThrowIfNotEqual(right.Count, left.Count, nameof(right));
        var differences = left.Zip(right, (a, b) => a - b).Where(difference => difference != 0).ToArray();

        // Sums in another order differ in the last bits; what differs by less than this counts as equal.
        var seen = Math.Abs(differences.Sum()) - 1e-9;
        var chance = new Random(20260101);
        var asLarge = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var sum = 0.0;
            foreach (var difference in differences)
            {
                sum += chance.Next(2) == 0 ? difference : -difference;
            }

            asLarge += Math.Abs(sum) >= seen ? 1 : 0;
        }

        return (asLarge + 1.0) / (Rounds + 1.0);
    }
}
