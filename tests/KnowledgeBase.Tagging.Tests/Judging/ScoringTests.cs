using KnowledgeBase.Tagging.Judging;

namespace KnowledgeBase.Tagging.Tests.Judging;

public sealed class ScoringTests
{
    [Fact]
    public void Counts_right_wrong_and_missed_and_leaves_arguable_ones_out()
    {
        Judgement[] judgements =
        [
            Judged(said: ["challenge"], due: ["challenge"]),
            Judged(said: ["challenge"], due: []),
            Judged(said: [], due: ["challenge"]),
            Judged(said: ["challenge"], due: [], arguable: ["challenge"]),
        ];

        Assert.Equal(new TagCounts(1, 1, 1), Judgement.Count(judgements, "challenge"));
    }

    [Fact]
    public void Computes_precision_recall_and_their_harmonic_mean()
    {
        var counts = new TagCounts(Right: 6, Wrong: 2, Missed: 6);

        Assert.Equal((0.75, 0.5, 0.6), (counts.Precision, counts.Recall, Math.Round(counts.F1, 12)));
    }

    [Fact]
    public void Gives_zero_where_nothing_was_right() => Assert.Equal(0, new TagCounts(0, 0, 0).F1);

    [Fact]
    public void Pools_labels_for_the_micro_mean()
    {
        // trust: 1 right, 1 wrong; funding: 1 missed. Together 1 right, 1 wrong, 1 missed: F1 is one half.
        Judgement[] judgements = [Judged(["trust"], ["trust", "funding"]), Judged(["trust"], [])];

        Assert.Equal(0.5, Scoring.Micro(judgements, ["trust", "funding"]), 12);
    }

    [Fact]
    public void Puts_passages_of_a_single_kind_into_the_confusions()
    {
        var rows = Scoring.Confusions([Judged(["lesson"], ["challenge"]), Judged([], []), Judged(["lesson"], ["challenge", "lesson"])]);

        Assert.Equal(1, rows.Single(row => row.Due == "challenge").Said["lesson"]);
        Assert.Equal(1, rows.Single(row => row.Due == "none").Said["none"]);
        Assert.Equal(0, rows.Single(row => row.Due == "lesson").Said.Values.Sum());
    }

    [Fact]
    public void Reckons_calibration_error_bin_by_bin()
    {
        // Two passages at 0.85, one of them true: 0.35 off; two at 0.05, none true: 0.05 off. Half of each.
        Assert.Equal(0.2, CalibrationError.Expected([(0.85, true), (0.85, false), (0.05, false), (0.05, false)]), 9);
    }

    [Fact]
    public void Draws_the_same_interval_for_the_same_seed_and_holds_the_mean_in_it()
    {
        double[] values = [0, 0, 0, 1, 1];

        var interval = Bootstrap.Of(values.Length, sample => sample.Average(i => values[i]), seed: 7);

        Assert.Equal(interval, Bootstrap.Of(values.Length, sample => sample.Average(i => values[i]), seed: 7));
        Assert.InRange(0.4, interval.Low, interval.High);
        Assert.InRange(interval.High - interval.Low, 0.4, 1);
    }

    private static Judgement Judged(string[] said, string[] due, string[]? arguable = null) =>
        new("", said.ToHashSet(), due.ToHashSet(), (arguable ?? []).ToHashSet(), new Dictionary<string, double>());
}
