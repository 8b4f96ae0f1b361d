namespace KnowledgeBase.Cli.Json;

/// <summary>A decision.</summary>
internal sealed record ReviewShape(
    long Id, string Passage, string Field, string Label, string Decision, string Person, DateTimeOffset At, string? Why, string? UndoneBy);

/// <summary>A passage worth deciding on.</summary>
internal sealed record SuggestionShape(string Passage, string Label, double Probability, string Text);

/// <summary>The answer of <c>kb review --next --json</c>.</summary>
internal sealed record AgendaShape(SuggestionShape[] Suggestions, string? StopHint);

/// <summary>How far two people agree on a tag.</summary>
internal sealed record AgreementShape(string Label, int Both, int Agreed, double? Kappa);

/// <summary>The answer of <c>kb review --agreement A B --json</c>.</summary>
internal sealed record AgreementListShape(AgreementShape[] Tags);

/// <summary>How often a tag came and went.</summary>
internal sealed record RetagChange(int Gained, int Lost);

/// <summary>The answer of <c>kb retag --json</c>.</summary>
internal sealed record RetagShape(string Tagger, int Retagged, int Current, Dictionary<string, RetagChange> Changes);
