using KnowledgeBase.Documents;

namespace KnowledgeBase.Tagging.Judging;

/// <summary>Figures of judged passages.</summary>
public static class Scoring
{
    /// <summary>The kinds whose F1 the mean is taken of.</summary>
    public static IReadOnlyList<string> MainKinds { get; } = ["challenge", "opportunity", "good_practice", "recommendation"];

    /// <summary>Figures per tag and over all.</summary>
    /// <param name="classifier">Name of what was judged.</param>
    /// <param name="set">On what, in words.</param>
    /// <param name="judgements">The passages.</param>
    /// <param name="seed">Of the bootstrap.</param>
    public static SetFigures Of(string classifier, string set, IReadOnlyList<Judgement> judgements, int seed)
    {
        var tags = TagSet.Kinds.Concat(TagSet.Themes).Concat(TagSet.Addressees)
            .Select(label => Figure(label, judgements, seed))
            .Where(figure => figure.Due > 0 || figure.Precision > 0).ToList();
        return new(
            classifier, set, judgements.Count, tags,
            Rounded(MainMean(judgements)), Rounded(Bootstrap.Of(judgements.Count, sample => MainMean(Pick(judgements, sample)), seed)),
            Rounded(Micro(judgements, TagSet.Themes)), Rounded(Micro(judgements, TagSet.Addressees)));
    }

    /// <summary>F1 over several tags pooled.</summary>
    public static double Micro(IReadOnlyList<Judgement> judgements, IReadOnlyList<string> labels) =>
        labels.Select(label => Judgement.Count(judgements, label)).Aggregate(new TagCounts(0, 0, 0), (a, b) => a + b).F1;

    /// <summary>Mean F1 of <see cref="MainKinds"/>.</summary>
    public static double MainMean(IReadOnlyList<Judgement> judgements) => MainKinds.Average(kind => Judgement.Count(judgements, kind).F1);

    /// <summary>How often passages with exactly one kind, or none, were given which kinds.</summary>
    public static IReadOnlyList<ConfusionRow> Confusions(IReadOnlyList<Judgement> judgements)
    {
        string[] rows = [.. TagSet.Kinds, "none"];
        return rows.Select(due => new ConfusionRow(due, rows.ToDictionary(
            said => said,
            said => judgements.Count(judgement => Only(judgement.Due) == due
                && (said == "none" ? !judgement.Said.Any(TagSet.Kinds.Contains) : judgement.Said.Contains(said))),
            StringComparer.Ordinal))).ToList();
    }

    private static string? Only(IReadOnlySet<string> labels)
    {
        var kinds = TagSet.Kinds.Where(labels.Contains).ToArray();
        return kinds.Length switch { 0 => "none", 1 => kinds[0], _ => null };
    }

    private static TagFigure Figure(string label, IReadOnlyList<Judgement> judgements, int seed)
    {
        var counts = Judgement.Count(judgements, label);
        double? error = TagSet.Kinds.Contains(label) && judgements.Any(judgement => judgement.Scores.Count > 0)
            ? CalibrationError.Expected(judgements
                .Where(judgement => judgement.Scores.ContainsKey(label) && (judgement.Due.Contains(label) || !judgement.Arguable.Contains(label)))
                .Select(judgement => (judgement.Scores[label], judgement.Due.Contains(label))).ToList())
            : null;
        return new(
            label, Rounded(counts.Precision), Rounded(counts.Recall), Rounded(counts.F1),
            Rounded(Bootstrap.Of(judgements.Count, sample => Judgement.Count(Pick(judgements, sample), label).F1, seed)),
            counts.Right + counts.Missed, error is { } value ? Rounded(value) : null);
    }

    private static Judgement[] Pick(IReadOnlyList<Judgement> judgements, int[] sample) => Array.ConvertAll(sample, index => judgements[index]);

    private static double Rounded(double value) => Math.Round(value, 4);

    private static Interval Rounded(Interval interval) => new(Rounded(interval.Low), Rounded(interval.High));
}
