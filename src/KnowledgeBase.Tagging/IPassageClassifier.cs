using KnowledgeBase.Documents;

namespace KnowledgeBase.Tagging;

/// <summary>
/// Gives every passage and footnote of a document its kinds, themes and addressees. Implementations are pure: the same
/// document gives the same tags, nothing is stored, and one instance may serve several threads.
/// </summary>
public interface IPassageClassifier
{
    /// <summary>Name and version, such as "rules/1"; stands in <see cref="TaggedDocument.Tagger"/>.</summary>
    string Name { get; }

    /// <summary>Tags a document.</summary>
    /// <param name="document">Left as it is.</param>
    /// <returns>
    /// An entry for every passage and footnote. Addressees come only with a recommendation; reference entries, captions,
    /// boilerplate and bare citations carry no tag. <see cref="PassageTags.Scores"/> holds every kind.
    /// </returns>
    TaggedDocument Predict(StructuredDocument document);
}
