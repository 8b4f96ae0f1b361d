using KnowledgeBase.Tagging.Learning;

namespace KnowledgeBase.Engines.MLNet;

/// <summary>
/// The model that comes with this engine. What ML.NET learns is a weight for each feature, as what our own learner does, so it is kept in the same
/// file and applied by the same code: reviews, the retrain gate and the evidence for a tag work with it unchanged.
/// </summary>
public static class MlNetModel
{
    private const string ResourceName = "mlnet-model.bin";

    /// <summary>Reads it.</summary>
    public static LinearModel Load()
    {
        using var stream = typeof(MlNetModel).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The program was built without its tagging model ({ResourceName}).");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return ModelFile.Read(bytes, ResourceName);
    }
}
