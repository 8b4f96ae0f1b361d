namespace KnowledgeBase.Tagging.Learning;

/// <summary>How a model is learned.</summary>
public sealed record TrainingSettings
{
    /// <summary>Weight of half the squared L2 norm against the mean loss, above 0.</summary>
    public double Regularisation { get; init; } = 3e-4;

    /// <summary>A feature is kept when at least this many labelled passages have it.</summary>
    public int FewestPassages { get; init; } = 3;

    /// <summary>A positive example counts (negatives/positives) to this power times as much as a negative one; 0 for alike.</summary>
    public double BalancePower { get; init; } = 0.5;

    /// <summary>Most steps of the optimiser for one label.</summary>
    public int MostSteps { get; init; } = 30;

    /// <summary>How much a passage stripped of headings and neighbours counts against the same as written; 0 for none.</summary>
    public double BareImportance { get; init; } = 0.5;

    /// <summary>How much neighbouring paragraphs read as one count against each as written; 0 for none.</summary>
    public double MergedImportance { get; init; } = 0.5;

    /// <summary>How many neighbouring paragraphs are read as one: printed paragraphs are of very different length.</summary>
    public IReadOnlyList<int> MergedRuns { get; init; } = [2];

    /// <summary>How many times as much recall counts as precision when the thresholds of kinds and addressees are chosen.</summary>
    public double Beta { get; init; } = 1;

    /// <summary>
    /// The same for recommendations: whoever drafts from the reports can pass over one too many, but never learns of one that was left out.
    /// </summary>
    public double RecommendationBeta { get; init; } = 1.2;

    /// <summary>
    /// The same for themes. A theme is used as a filter and in facet counts, where a wrong one misleads and a missing one is
    /// made up for by the search words.
    /// </summary>
    public double ThemeBeta { get; init; } = 0.5;

    /// <summary>How much recall counts for a tag.</summary>
    public double BetaOf(string label) => LearnedLabels.IsTheme(label) ? ThemeBeta : label == "recommendation" ? RecommendationBeta : Beta;

    /// <summary>Parts into which the groups are divided for out-of-fold scores, at least 2.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>Seed of all chance; stands in the model file.</summary>
    public int Seed { get; init; } = 1;
}
