using KnowledgeBase.Documents;
using KnowledgeBase.Tagging;
using KnowledgeBase.Tagging.Learning;

namespace KnowledgeBase.Engines.MLNet;

/// <summary>
/// Tags by a model that ML.NET learned. The learned model is a weight for each feature, as our own is, so it is kept in the same file and
/// applied by the same code: reviews, the retrain gate and the evidence for a tag work as they do with ours.
/// </summary>
/// <param name="model">What <see cref="MlNetLearner"/> gave to a <see cref="Trainer"/>.</param>
public sealed class MlNetClassifier(LinearModel model) : IPassageClassifier
{
    private const string ResourceName = "mlnet-model.bin";

    private readonly ModelClassifier classifier = new(model);

    /// <inheritdoc/>
    public string Name { get; } = "mlnet" + model.Name[model.Name.IndexOf('/', StringComparison.Ordinal)..];

    /// <summary>The model that comes with this engine, learned from corpus/labels.</summary>
    public static LinearModel Delivered()
    {
        using var stream = typeof(MlNetClassifier).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The program was built without its tagging model ({ResourceName}).");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return ModelFile.Read(bytes, ResourceName);
    }

    /// <inheritdoc/>
    public TaggedDocument Predict(StructuredDocument document) => classifier.Predict(document) with { Tagger = Name };
}
