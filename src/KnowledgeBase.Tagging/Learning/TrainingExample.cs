namespace KnowledgeBase.Tagging.Learning;

/// <summary>One passage as the learner sees it.</summary>
/// <param name="Group">Of its document; the unit of splitting.</param>
/// <param name="Text">Its words.</param>
/// <param name="Features">What was noticed.</param>
/// <param name="Labels">Tags that it carries.</param>
/// <param name="Importance">How much it counts; 1 for a passage as written, less for a variation of one.</param>
/// <param name="IsVariation">True when it was made from labelled passages (heading blanked, neighbours merged); never judged.</param>
public sealed record TrainingExample(
    string Group, string Text, PassageFeatures Features, IReadOnlySet<string> Labels, double Importance, bool IsVariation);
