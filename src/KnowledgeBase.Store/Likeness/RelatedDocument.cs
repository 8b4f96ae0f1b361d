using KnowledgeBase.Documents;

namespace KnowledgeBase.Store.Likeness;

/// <summary>What a document is to another with much the same words.</summary>
public enum RelationKind
{
    /// <summary>The same text in another file, mostly of another format.</summary>
    SameText,

    /// <summary>Another version of the same report; which came first, their years tell.</summary>
    Revision,

    /// <summary>A shorter text whose words stand in the other to a good part.</summary>
    SummaryOf,

    /// <summary>The longer text of which the other is a summary.</summary>
    SummarisedBy,
}

/// <summary>A document that has much in common with another.</summary>
/// <param name="Document">The other.</param>
/// <param name="Kind">What the first is to it.</param>
/// <param name="Similarity">Estimated share of the shorter one's runs of four words that stand in both, 0 to 1.</param>
public sealed record RelatedDocument(DocumentId Document, RelationKind Kind, double Similarity);
