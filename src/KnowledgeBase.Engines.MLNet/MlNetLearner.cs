using KnowledgeBase.Tagging.Learning;
using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace KnowledgeBase.Engines.MLNet;

/// <summary>Fits the weights of a label with ML.NET's logistic regression (L-BFGS), on the product's own features.</summary>
public sealed class MlNetLearner : ILinearLearner
{
    // The trainer's own steps are not seeded by chance, the context asks for a seed all the same.
    private const int Seed = 1;

    /// <summary>As firm a no, or yes, as the product's own learner says where there is nothing to tell apart.</summary>
    private const double Firm = 10;

    /// <inheritdoc/>
    public string? Name => "mlnet";

    /// <inheritdoc/>
    public double[] Fit(LearningTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var examples = Enumerable.Range(0, task.Vectors.Count).Where(i => task.Importance[i] > 0).Select(i => new Example
        {
            Label = task.Targets[i],
            Weight = (float)task.Importance[i],
            Features = new(task.Width, task.Vectors[i].Indices.Length, task.Vectors[i].Values, task.Vectors[i].Indices),
        }).ToArray();
        var weights = new double[task.Width + 1];
        if (!Array.Exists(examples, e => e.Label) || Array.TrueForAll(examples, e => e.Label))
        {
            weights[^1] = Array.Exists(examples, e => e.Label) ? Firm : -Firm;
            return weights;
        }

        var model = Trained(task, examples);
        for (var i = 0; i < task.Width; i++)
        {
            weights[i] = model.Weights[i];
        }

        weights[^1] = model.Bias;
        return weights;
    }

    private static LinearBinaryModelParameters Trained(LearningTask task, Example[] examples)
    {
        var context = new MLContext(Seed);
        var schema = SchemaDefinition.Create(typeof(Example));
        schema[nameof(Example.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, task.Width);
        var trainer = context.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
        {
            ExampleWeightColumnName = nameof(Example.Weight),
            L1Regularization = 0,
            // Its loss is a sum over examples, ours their mean.
            L2Regularization = (float)(task.Regularisation * examples.Sum(e => e.Weight)),
            MaximumNumberOfIterations = task.MostSteps,
            // One thread, or the sum of the parts' gradients would depend on the machine; labels are learned side by side anyway.
            NumberOfThreads = 1,
        });
        return trainer.Fit(context.Data.LoadFromEnumerable(examples, schema)).Model.SubModel;
    }

    private sealed class Example
    {
        public bool Label { get; set; }

        public float Weight { get; set; }

        public VBuffer<float> Features { get; set; }
    }
}
