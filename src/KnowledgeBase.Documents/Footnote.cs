namespace KnowledgeBase.Documents;

/// <summary>What a footnote does.</summary>
public enum FootnoteType
{
    /// <summary>Only names sources.</summary>
    Citation,

    /// <summary>Explains something.</summary>
    Explanatory,

    /// <summary>Both.</summary>
    Mixed,
}

/// <summary>A footnote or endnote.</summary>
/// <param name="Id">As of a passage.</param>
/// <param name="Number">The mark as printed.</param>
/// <param name="Text">Without the mark.</param>
/// <param name="Type">What it does.</param>
public sealed record Footnote(PassageId Id, string Number, string Text, FootnoteType Type)
{
    /// <summary>The passage that cites it, or null when no mark was found.</summary>
    public PassageId? CitedBy { get; init; }

    /// <summary>Page index from 1 where it begins; null in formats without pages.</summary>
    public int? Page { get; init; }

    /// <summary>The page number printed there, or null.</summary>
    public string? PageLabel { get; init; }

    /// <summary>Where it is printed.</summary>
    public IReadOnlyList<PageBox> Boxes { get; init; } = [];

    /// <summary>Two-letter language code, or null.</summary>
    public string? Language { get; init; }
}
