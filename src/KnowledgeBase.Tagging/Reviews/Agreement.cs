namespace KnowledgeBase.Tagging.Reviews;

/// <summary>How far two people agree on one tag.</summary>
/// <param name="Label">The tag.</param>
/// <param name="Both">Passages both decided on.</param>
/// <param name="Agreed">Of these, those on which they said the same.</param>
/// <param name="Kappa">
/// Cohen's kappa (A coefficient of agreement for nominal scales, 1960): 1 for full agreement, 0 for what chance would give,
/// below 0 for less; null when chance alone would make them agree always, or when there is nothing to compare.
/// </param>
public sealed record Agreement(string Label, int Both, int Agreed, double? Kappa)
{
    /// <summary>Compares two people's yes or no on the passages that both decided on.</summary>
    /// <param name="label">The tag.</param>
    /// <param name="decisions">Per passage the first person's and the second person's word.</param>
    public static Agreement Of(string label, IReadOnlyList<(bool First, bool Second)> decisions)
    {
        if (decisions.Count == 0)
        {
            return new(label, 0, 0, null);
        }

        double count = decisions.Count;
        var agreed = decisions.Count(decision => decision.First == decision.Second);
        var first = decisions.Count(decision => decision.First) / count;
        var second = decisions.Count(decision => decision.Second) / count;
        var byChance = (first * second) + ((1 - first) * (1 - second));
        return new(label, decisions.Count, agreed, byChance >= 1 ? null : ((agreed / count) - byChance) / (1 - byChance));
    }
}
