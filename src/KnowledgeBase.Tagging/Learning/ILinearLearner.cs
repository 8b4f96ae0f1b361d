namespace KnowledgeBase.Tagging.Learning;

/// <summary>Fits the weights of one label: the step of <see cref="Trainer"/> that libraries differ in.</summary>
public interface ILinearLearner
{
    /// <summary>Stands in the name of each model that it fits, such as "mlnet"; null for the learner that comes with the product.</summary>
    string? Name { get; }

    /// <summary>Fits a logistic regression with an L2 penalty. Called for several labels at once; the same task gives the same weights.</summary>
    /// <param name="task">What to learn.</param>
    /// <returns>A weight for each feature and, last, the intercept, which is not penalised.</returns>
    double[] Fit(LearningTask task);
}

/// <summary>What one label is learned from.</summary>
/// <param name="Vectors">Examples.</param>
/// <param name="Targets">True for an example that has the label.</param>
/// <param name="Importance">How much each example counts, 0 to leave it out.</param>
/// <param name="Width">Number of features.</param>
/// <param name="Regularisation">Weight of half the squared norm against the mean loss, above 0.</param>
/// <param name="MostSteps">Steps after which to stop even if not converged.</param>
public sealed record LearningTask(
    IReadOnlyList<SparseVector> Vectors, IReadOnlyList<bool> Targets, IReadOnlyList<double> Importance, int Width, double Regularisation, int MostSteps);
