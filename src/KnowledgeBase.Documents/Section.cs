namespace KnowledgeBase.Documents;

/// <summary>What a section's heading says the section holds.</summary>
public enum SectionKind
{
    /// <summary>"Challenge 3: …".</summary>
    Challenge,

    /// <summary>"Opportunity 1: …".</summary>
    Opportunity,

    /// <summary>"Good practice 2: …".</summary>
    GoodPractice,

    /// <summary>"Recommendation 4: …" or "Recommendations".</summary>
    Recommendation,

    /// <summary>"Lesson 5: …" or "Lessons learned".</summary>
    Lesson,
}

/// <summary>A section, known by its heading.</summary>
/// <param name="Number">Printed number without final dot ("2", "3.1", "IV"), or null.</param>
/// <param name="Title">Heading without its number.</param>
/// <param name="Level">From 1.</param>
/// <param name="Page">Page index from 1 of the heading; null in formats without pages.</param>
public sealed record Section(string? Number, string Title, int Level, int? Page)
{
    /// <summary>Index of the section it lies in, or null at the top.</summary>
    public int? Parent { get; init; }

    /// <summary>What its heading says it holds, or null.</summary>
    public SectionKind? Kind { get; init; }

    /// <summary>The 3 of "Challenge 3", or null.</summary>
    public int? Ordinal { get; init; }

    /// <summary>How sure the level is, 0 to 1.</summary>
    public double LevelConfidence { get; init; } = 1;

    /// <summary>Where the heading is printed.</summary>
    public IReadOnlyList<PageBox> Boxes { get; init; } = [];
}
