using KnowledgeBase.Tagging.Judging;

namespace KnowledgeBase.Tagging.Reviews;

/// <summary>How a new model stands against the old one on one tag.</summary>
/// <param name="Label">The tag.</param>
/// <param name="Old">F1 of the old model on the frozen set.</param>
/// <param name="New">F1 of the new model on the same passages.</param>
/// <param name="Difference">95 % interval of new minus old, by paired bootstrap over passages.</param>
public sealed record Comparison(string Label, double Old, double New, Interval Difference)
{
    /// <summary>True when the new model is worse beyond chance.</summary>
    public bool IsWorse => Difference.High < 0;

    /// <summary>True when the new model is better beyond chance.</summary>
    public bool IsBetter => Difference.Low > 0;
}

/// <summary>Whether a new model may replace the old one.</summary>
/// <param name="Accepted">False when it is worse on any main tag beyond chance.</param>
/// <param name="Comparisons">Per main tag.</param>
/// <param name="Words">The verdict in plain words.</param>
public sealed record Verdict(bool Accepted, IReadOnlyList<Comparison> Comparisons, string Words);

/// <summary>
/// Lets a newly learned model in only when it is not worse on any main tag: a paired bootstrap on a frozen set, since both models
/// are judged on the same passages and share most of their mistakes.
/// </summary>
public static class RetrainGate
{
    /// <summary>Compares two models' judgements of the same passages, in the same order.</summary>
    /// <param name="old">By the model in use.</param>
    /// <param name="new">By the new one.</param>
    /// <param name="labels">The main tags.</param>
    /// <param name="seed">Of the bootstrap.</param>
    /// <exception cref="ArgumentException">The lists are of unequal length.</exception>
    public static Verdict Compare(IReadOnlyList<Judgement> old, IReadOnlyList<Judgement> @new, IReadOnlyList<string> labels, int seed)
    {
        if (old.Count != @new.Count)
        {
            throw new ArgumentException($"The models were judged on {old.Count} and {@new.Count} passages; they must be the same.", nameof(@new));
        }

        var comparisons = labels.Select(label => new Comparison(
            label,
            Judgement.Count(old, label).F1,
            Judgement.Count(@new, label).F1,
            Bootstrap.Of(old.Count, sample => F1(@new, sample, label) - F1(old, sample, label), seed))).ToList();
        return new(!comparisons.Exists(comparison => comparison.IsWorse), comparisons, Words(comparisons, old.Count));
    }

    private static double F1(IReadOnlyList<Judgement> judgements, int[] sample, string label) =>
        Judgement.Count(sample.Select(index => judgements[index]), label).F1;

    private static string Words(List<Comparison> comparisons, int passages)
    {
        var worse = comparisons.Where(comparison => comparison.IsWorse).Select(comparison => comparison.Label).ToArray();
        var better = comparisons.Where(comparison => comparison.IsBetter).Select(comparison => comparison.Label).ToArray();
        return (worse.Length, better.Length) switch
        {
            ( > 0, _) => $"The new model is worse at {string.Join(", ", worse)} on {passages} passages, beyond what chance explains; the old one stays.",
            (0, > 0) => $"The new model is better at {string.Join(", ", better)} on {passages} passages and worse at no main tag; it is taken.",
            _ => $"On {passages} passages the new model is neither better nor worse than the old one beyond chance; it is taken.",
        };
    }
}
