namespace KnowledgeBase.Tagging.Judging;

/// <summary>A range that holds the true value with 95 % confidence.</summary>
/// <param name="Low">2.5th percentile.</param>
/// <param name="High">97.5th percentile.</param>
public sealed record Interval(double Low, double High);
