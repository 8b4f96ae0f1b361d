namespace KnowledgeBase.Tagging.Judging;

/// <summary>The percentile bootstrap (Efron and Tibshirani, An Introduction to the Bootstrap, 1993) with a fixed seed.</summary>
public static class Bootstrap
{
    /// <summary>How often the sample is drawn anew.</summary>
    public const int Draws = 1000;

    /// <summary>The 95 % interval of a figure over items drawn with replacement.</summary>
    /// <param name="count">Number of items; with none the interval is 0 to 0.</param>
    /// <param name="figure">The figure of a sample, given by the items' indices with repetition.</param>
    /// <param name="seed">The same seed draws the same samples.</param>
    public static Interval Of(int count, Func<int[], double> figure, int seed)
    {
        if (count == 0)
        {
            return new(0, 0);
        }

        var figures = Samples(count, seed).Select(figure).Order().ToArray();
        return new(Percentile(figures, 0.025), Percentile(figures, 0.975));
    }

    /// <summary>The samples themselves, for figures that compare two classifiers on the same draw.</summary>
    public static IEnumerable<int[]> Samples(int count, int seed)
    {
        // Seeded, and not for secrets.
#pragma warning disable CA5394
        var random = new Random(seed);
        for (var draw = 0; draw < Draws; draw++)
        {
            var sample = new int[count];
            for (var i = 0; i < count; i++)
            {
                sample[i] = random.Next(count);
            }

            yield return sample;
        }
#pragma warning restore CA5394
    }

    /// <summary>The value below which a share of ascending figures lies; the nearest rank.</summary>
    public static double Percentile(IReadOnlyList<double> ascending, double share) =>
        ascending[Math.Clamp((int)Math.Ceiling(share * ascending.Count) - 1, 0, ascending.Count - 1)];
}
