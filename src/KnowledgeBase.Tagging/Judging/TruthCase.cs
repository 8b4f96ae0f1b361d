using KnowledgeBase.Documents;
using KnowledgeBase.Tagging.Labels;

namespace KnowledgeBase.Tagging.Judging;

/// <summary>A report that careful readers labelled, and how the program reads it.</summary>
/// <param name="Truth">What is true.</param>
/// <param name="Read">The program's own reading of the file, or the truth's own text where the file is not at hand.</param>
public sealed record TruthCase(LabelledDocument Truth, StructuredDocument Read);
