namespace KnowledgeBase.Tagging.Learning;

/// <summary>
/// Finds a low point of a smooth function by L-BFGS (Nocedal and Wright, Numerical Optimization, algorithm 7.5, with
/// backtracking by the Armijo condition). Single-threaded and in a fixed order, hence reproducible.
/// </summary>
internal static class Lbfgs
{
    private const int Memory = 6;
    private const double FlatGradient = 1e-5;
    private const double SmallGain = 1e-7;

    /// <summary>The value at a point; fills in the gradient there.</summary>
    public delegate double Objective(double[] point, double[] gradient);

    /// <summary>Walks downhill from <paramref name="start"/>, which is left as it is.</summary>
    public static double[] Minimise(Objective objective, double[] start, int mostSteps)
    {
        var point = (double[])start.Clone();
        var gradient = new double[point.Length];
        var next = new double[point.Length];
        var nextGradient = new double[point.Length];
        var direction = new double[point.Length];
        var value = objective(point, gradient);
        var history = new List<Step>(Memory);
        for (var step = 0; step < mostSteps && Math.Sqrt(Dot(gradient, gradient)) > FlatGradient; step++)
        {
            Aim(gradient, history, direction);
            var slope = Dot(direction, gradient);
            var rate = history.Count == 0 ? Math.Min(1, 1 / Math.Sqrt(Dot(gradient, gradient))) : 1.0;
            double nextValue;
            do
            {
                for (var i = 0; i < point.Length; i++)
                {
                    next[i] = point[i] + (rate * direction[i]);
                }

                nextValue = objective(next, nextGradient);
                rate /= 2;
            }
            while (nextValue > value + (2e-4 * rate * slope) && rate > 1e-10);

            Remember(history, point, next, gradient, nextGradient);
            var gain = value - nextValue;
            (point, next) = (next, point);
            (gradient, nextGradient) = (nextGradient, gradient);
            value = nextValue;
            if (gain < SmallGain * Math.Abs(value))
            {
                break;
            }
        }

        return point;
    }

    private static void Aim(double[] gradient, List<Step> history, double[] direction)
    {
        for (var i = 0; i < direction.Length; i++)
        {
            direction[i] = -gradient[i];
        }

        Span<double> alphas = stackalloc double[Memory];
        for (var i = history.Count - 1; i >= 0; i--)
        {
            alphas[i] = history[i].Rho * Dot(history[i].Move, direction);
            AddScaled(direction, history[i].Change, -alphas[i]);
        }

        if (history.Count > 0)
        {
            var scale = 1 / (history[^1].Rho * Dot(history[^1].Change, history[^1].Change));
            for (var i = 0; i < direction.Length; i++)
            {
                direction[i] *= scale;
            }
        }

        for (var i = 0; i < history.Count; i++)
        {
            AddScaled(direction, history[i].Move, alphas[i] - (history[i].Rho * Dot(history[i].Change, direction)));
        }
    }

    private static void Remember(List<Step> history, double[] from, double[] to, double[] gradientFrom, double[] gradientTo)
    {
        // The oldest step's arrays are used again: a model has tens of thousands of weights and each label takes dozens of steps.
        var (move, change) = history.Count == Memory ? (history[0].Move, history[0].Change) : (new double[from.Length], new double[from.Length]);
        if (history.Count == Memory)
        {
            history.RemoveAt(0);
        }

        for (var i = 0; i < from.Length; i++)
        {
            move[i] = to[i] - from[i];
            change[i] = gradientTo[i] - gradientFrom[i];
        }

        var curvature = Dot(move, change);
        if (curvature > 1e-12)
        {
            history.Add(new(move, change, 1 / curvature));
        }
    }

    private static void AddScaled(double[] to, double[] from, double scale)
    {
        for (var i = 0; i < to.Length; i++)
        {
            to[i] += scale * from[i];
        }
    }

    private static double Dot(double[] a, double[] b)
    {
        // Plain order: a sum in vector lanes would differ from machine to machine, and so would the model's bytes.
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private sealed record Step(double[] Move, double[] Change, double Rho);
}
