using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring;

/// <summary>What a block is, before sections and passages are made of blocks.</summary>
public enum BlockKind
{
    /// <summary>The document's title.</summary>
    Title,

    /// <summary>The document's subtitle.</summary>
    Subtitle,

    /// <summary>An author line of the title block.</summary>
    Author,

    /// <summary>A date line of the title block.</summary>
    Date,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>A numbered, lettered or bulleted item.</summary>
    ListItem,

    /// <summary>A block quote.</summary>
    Quote,

    /// <summary>A footnote or endnote; its number is the marker.</summary>
    Footnote,

    /// <summary>A bibliography entry.</summary>
    Reference,

    /// <summary>The caption of a table or figure.</summary>
    Caption,

    /// <summary>Text of a table or figure.</summary>
    Table,

    /// <summary>Contents page, imprint, disclaimer, list of members.</summary>
    Boilerplate,
}

/// <summary>
/// A stretch of text that reads as one, whole across lines, columns and pages: what reading a layout, a declared
/// structure or a text dump gives, and what sections and passages are assembled from.
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As printed, line-end hyphens undone, footnote marks, list marker, heading number and attribution taken out.</param>
public sealed record Block(BlockKind Kind, string Text)
{
    /// <summary>Heading level from 1; 0 when unknown or no heading.</summary>
    public int Level { get; init; }

    /// <summary>How sure the level is, 0 to 1.</summary>
    public double LevelConfidence { get; init; } = 1;

    /// <summary>Heading number as printed without final dot, or null.</summary>
    public string? Number { get; init; }

    /// <summary>List marker, paragraph number or footnote number as printed, or null.</summary>
    public string? Marker { get; init; }

    /// <summary>Who is quoted, or null.</summary>
    public string? Attribution { get; init; }

    /// <summary>The run-in heading that opens the text, repeated; or null.</summary>
    public string? Label { get; init; }

    /// <summary>
    /// True when the block ends the reach of the boxed heading before it ("Recommendation 3" amid numbered paragraphs) and goes on
    /// in the section around the box.
    /// </summary>
    public bool LeavesBox { get; init; }

    /// <summary>Footnote marks with their offset in <see cref="Text"/>.</summary>
    public IReadOnlyList<FootnoteRef> Refs { get; init; } = [];

    /// <summary>Printed lines with their spans in <see cref="Text"/>; empty in formats without pages.</summary>
    public IReadOnlyList<PrintedLine> Printed { get; init; } = [];

    /// <summary>Mean OCR confidence, or null.</summary>
    public double? OcrConfidence { get; init; }
}

/// <summary>A document as blocks in reading order.</summary>
/// <param name="Blocks">In reading order; footnotes stand where they are printed.</param>
/// <param name="SetAside">Lines that belong to no block.</param>
/// <param name="PageLabels">Printed page label by page index (element 0 is page 1); empty in formats without pages.</param>
/// <param name="Problems">Oddities met.</param>
public sealed record BlockDocument(
    IReadOnlyList<Block> Blocks, IReadOnlyList<SetAsideLine> SetAside, IReadOnlyList<string?> PageLabels, IReadOnlyList<Problem> Problems);
