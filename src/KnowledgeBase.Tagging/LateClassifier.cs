using KnowledgeBase.Documents;

namespace KnowledgeBase.Tagging;

/// <summary>A classifier that is loaded on the first need: a service that only answers questions needs no model in memory.</summary>
/// <param name="load">Loads it; called again after a failure, and perhaps twice by two who come first at once.</param>
public sealed class LateClassifier(Func<IPassageClassifier> load) : IPassageClassifier
{
    private readonly Lazy<IPassageClassifier> loaded = new(load, LazyThreadSafetyMode.PublicationOnly);

    /// <inheritdoc/>
    public string Name => loaded.Value.Name;

    /// <inheritdoc/>
    public TaggedDocument Predict(StructuredDocument document) => loaded.Value.Predict(document);
}
