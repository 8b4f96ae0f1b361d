namespace KnowledgeBase.Tagging.Learning;

/// <summary>Binary logistic regression with an L2 penalty, fitted by <see cref="Lbfgs"/>.</summary>
internal static class LogisticRegression
{
    /// <summary>Fits weights; the last one is the intercept and is not penalised.</summary>
    /// <param name="vectors">Examples.</param>
    /// <param name="targets">True for a positive example.</param>
    /// <param name="importance">How much each example counts, 0 to leave it out.</param>
    /// <param name="width">Number of features.</param>
    /// <param name="regularisation">Weight of half the squared norm against the mean loss.</param>
    /// <param name="mostSteps">Steps after which to stop even if not converged.</param>
    public static double[] Fit(
        IReadOnlyList<SparseVector> vectors, IReadOnlyList<bool> targets, IReadOnlyList<double> importance, int width, double regularisation, int mostSteps)
    {
        var start = new double[width + 1];
        double total = 0, positive = 0;
        for (var i = 0; i < vectors.Count; i++)
        {
            total += importance[i];
            positive += targets[i] ? importance[i] : 0;
        }

        if (positive <= 0 || positive >= total)
        {
            // Nothing to tell apart: a firm yes or no.
            start[width] = positive <= 0 ? -10 : 10;
            return start;
        }

        start[width] = Math.Log(positive / (total - positive));
        var used = Enumerable.Range(0, vectors.Count).Where(i => importance[i] > 0).ToArray();
        return Lbfgs.Minimise(Loss, start, mostSteps);

        double Loss(double[] at, double[] gradient)
        {
            var sum = 0.0;
            for (var i = 0; i < width; i++)
            {
                gradient[i] = regularisation * at[i];
                sum += regularisation * at[i] * at[i] / 2;
            }

            gradient[width] = 0;
            foreach (var e in used)
            {
                var share = importance[e] / total;
                var margin = vectors[e].Dot(at) + at[width];
                sum += share * SoftPlus(targets[e] ? -margin : margin);
                var slope = share * (Logistic(margin) - (targets[e] ? 1 : 0));
                var (indices, values) = (vectors[e].Indices, vectors[e].Values);
                for (var i = 0; i < indices.Length; i++)
                {
                    gradient[indices[i]] += slope * values[i];
                }

                gradient[width] += slope;
            }

            return sum;
        }
    }

    /// <summary>1 / (1 + e^-x), without overflow.</summary>
    public static double Logistic(double x) => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));

    private static double SoftPlus(double x) => x > 0 ? x + Math.Log(1 + Math.Exp(-x)) : Math.Log(1 + Math.Exp(x));
}
