namespace KnowledgeBase.Tagging.Learning;

/// <summary>How a model scored a passage whose group it had not seen.</summary>
/// <param name="Example">The passage.</param>
/// <param name="Margins">Per label of <see cref="LearnedLabels.All"/>, not yet calibrated.</param>
public sealed record HeldOutScore(TrainingExample Example, IReadOnlyList<double> Margins);
