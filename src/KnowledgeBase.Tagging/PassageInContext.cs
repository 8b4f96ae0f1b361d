using KnowledgeBase.Documents;
using KnowledgeBase.Tagging.Text;

namespace KnowledgeBase.Tagging;

/// <summary>What a classifier sees of a passage: its words and where they stand.</summary>
/// <param name="Id">Of the passage or footnote.</param>
/// <param name="Text">The words.</param>
/// <param name="Role">What it is in print.</param>
/// <param name="Language">Two-letter code: the passage's, else the document's, else told from the words.</param>
/// <param name="Tokens">The words of <paramref name="Text"/>.</param>
public sealed record PassageInContext(
    PassageId Id, string Text, PassageRole Role, string Language, IReadOnlyList<Token> Tokens)
{
    /// <summary>Titles of the sections it stands in, outermost first.</summary>
    public IReadOnlyList<string> HeadingPath { get; init; } = [];

    /// <summary>What the nearest section that says so holds, or null.</summary>
    public SectionKind? SectionKind { get; init; }

    /// <summary>True when it carries a list marker or paragraph number.</summary>
    public bool Numbered { get; init; }

    /// <summary>Index in the document's list of the passage before it in the same section, or null.</summary>
    public int? Previous { get; init; }

    /// <summary>Index of the passage after it in the same section, or null.</summary>
    public int? Next { get; init; }

    /// <summary>For a list item, index of the passage that opens its list ("The following steps are recommended:"), or null.</summary>
    public int? LeadIn { get; init; }

    /// <summary>True for what can carry tags; reference entries, captions, boilerplate, bare citations and scraps of less than two words cannot.</summary>
    public bool CanCarryTags { get; init; } = true;
}
