using KnowledgeBase.Documents;

namespace KnowledgeBase.Tagging.Judging;

/// <summary>A baseline: gives every passage the kind that is commonest in the labels.</summary>
/// <param name="kind">The commonest kind.</param>
public sealed class MajorityClassifier(string kind) : IPassageClassifier
{
    /// <inheritdoc/>
    public string Name => "majority/1";

    /// <inheritdoc/>
    public TaggedDocument Predict(StructuredDocument document)
    {
        var scores = TagSet.Kinds.ToDictionary(label => label, label => label == kind ? 1.0 : 0, StringComparer.Ordinal);
        var tags = new PassageTags([new(kind, 1, TagOrigin.Rule, [])], [], [], scores);
        return new(document, document.Passages.ToDictionary(passage => passage.Id, _ => tags), Name);
    }
}
