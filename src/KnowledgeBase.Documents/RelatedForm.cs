namespace KnowledgeBase.Documents;

/// <summary>Another document in the store with much the same words, as a document's own account names it.</summary>
/// <param name="Document">Its id.</param>
/// <param name="Kind">What the document is to it: "same_text", "revision", "summary_of" or "summarised_by".</param>
/// <param name="Similarity">Estimated share of the shorter one's runs of four words that stand in both, 0 to 1.</param>
/// <param name="FileName">Its file.</param>
/// <param name="Title">Its title, or null.</param>
public sealed record RelatedForm(DocumentId Document, string Kind, double Similarity, string FileName, string? Title);
