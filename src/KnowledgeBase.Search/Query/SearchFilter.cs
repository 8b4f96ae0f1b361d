namespace KnowledgeBase.Search.Query;

/// <summary>What passages can be filtered by.</summary>
public enum FilterField
{
    /// <summary>challenge, opportunity, good_practice, recommendation, lesson.</summary>
    Kind,

    /// <summary>What it is about.</summary>
    Theme,

    /// <summary>Whom it speaks to; advice to all third parties is found under each of them.</summary>
    Addressee,

    /// <summary>What it is in print.</summary>
    Role,

    /// <summary>Year of publication of the document.</summary>
    Year,

    /// <summary>Language code of the passage.</summary>
    Lang,

    /// <summary>A document: its id, file name, number or words of its title.</summary>
    Document,

    /// <summary>Series of the document.</summary>
    Series,

    /// <summary>Grade of the document, "A" to "D".</summary>
    Grade,

    /// <summary>Whether a person decided on the passage: "yes" or "no".</summary>
    Reviewed,

    /// <summary>An organisation named in the passage.</summary>
    Org,

    /// <summary>A place named in the passage.</summary>
    Place,

    /// <summary>A peace process or agreement named in the passage.</summary>
    Process,
}

/// <summary>A filter on one field: one of the values must hold.</summary>
/// <param name="Field">The field.</param>
/// <param name="Values">Values as the field knows them; empty for a year range.</param>
public sealed record SearchFilter(FilterField Field, IReadOnlyList<string> Values)
{
    /// <summary>First year of a range, inclusive, or null.</summary>
    public int? From { get; init; }

    /// <summary>Last year of a range, inclusive, or null.</summary>
    public int? To { get; init; }
}
