using KnowledgeBase.Tagging.Learning;

namespace KnowledgeBase.Tagging;

/// <summary>The model that the program is delivered with: what <see cref="Trainer"/> makes of corpus/labels.</summary>
public static class DefaultModel
{
    private const string ResourceName = "default-model.bin";

    /// <summary>Its bytes, as <see cref="ModelFile.Write"/> gave them.</summary>
    public static byte[] Bytes()
    {
        using var stream = typeof(DefaultModel).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The program was built without its tagging model ({ResourceName}).");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Reads it.</summary>
    public static LinearModel Load() => ModelFile.Read(Bytes(), ResourceName);

    /// <summary>A classifier that uses it.</summary>
    public static IPassageClassifier Classifier() => new ModelClassifier(Load());
}
