using KnowledgeBase.Tagging.Rules;

namespace KnowledgeBase.Tagging.Learning;

/// <summary>What was noticed about a passage.</summary>
/// <param name="Features">Words, cues, headings, neighbours, shape.</param>
/// <param name="Rules">What the cue rules make of it.</param>
public sealed record PassageFeatures(IReadOnlyList<Feature> Features, RuleScores Rules);
