using KnowledgeBase.Documents;

namespace KnowledgeBase.Store;

/// <summary>The fields of a passage that people decide on.</summary>
public enum ReviewField
{
    /// <summary>What it does.</summary>
    Kind,

    /// <summary>What it is about.</summary>
    Theme,

    /// <summary>Whom it speaks to.</summary>
    Addressee,

    /// <summary>What it is in print.</summary>
    Role,
}

/// <summary>What a person says of a tag.</summary>
public enum Decision
{
    /// <summary>The machine is right.</summary>
    Confirm,

    /// <summary>The tag is wrong.</summary>
    Reject,

    /// <summary>The tag is missing, or the role is another.</summary>
    Add,
}

/// <summary>A person's decision on one tag of one passage.</summary>
/// <param name="Id">Number of the decision; 0 before it is recorded.</param>
/// <param name="Passage">The passage or footnote.</param>
/// <param name="Field">What is decided.</param>
/// <param name="Label">The tag, a word of <see cref="TagSet"/>; for a role, its word ("list_item").</param>
/// <param name="Decision">What the person says.</param>
/// <param name="Person">Who.</param>
/// <param name="At">When.</param>
/// <param name="Why">Their reason, or null.</param>
public sealed record Review(
    long Id, PassageId Passage, ReviewField Field, string Label, Decision Decision, string Person, DateTimeOffset At, string? Why)
{
    /// <summary>Who took it back, or null while it holds.</summary>
    public string? UndoneBy { get; init; }

    /// <summary>When it was taken back, or null while it holds.</summary>
    public DateTimeOffset? UndoneAt { get; init; }

    /// <summary>The passage it was made on, when the passage's words have changed since; else null.</summary>
    public PassageId? MovedFrom { get; init; }

    /// <summary>The passage's words when the decision was made.</summary>
    public string Text { get; init; } = "";
}
