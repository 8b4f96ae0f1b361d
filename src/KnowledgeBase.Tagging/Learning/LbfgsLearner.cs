namespace KnowledgeBase.Tagging.Learning;

/// <summary>The learner that comes with the product: <see cref="LogisticRegression"/>, to the bit the same on every machine.</summary>
public sealed class LbfgsLearner : ILinearLearner
{
    /// <inheritdoc/>
    public string? Name => null;

    /// <inheritdoc/>
    public double[] Fit(LearningTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return LogisticRegression.Fit(task.Vectors, task.Targets, task.Importance, task.Width, task.Regularisation, task.MostSteps);
    }
}
