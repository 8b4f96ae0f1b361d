namespace KnowledgeBase.Documents;

/// <summary>What a passage is in print; exactly one.</summary>
public enum PassageRole
{
    /// <summary>A paragraph of running text.</summary>
    Paragraph,

    /// <summary>A numbered, lettered or bulleted item.</summary>
    ListItem,

    /// <summary>Verbatim words set off from the text.</summary>
    Quote,

    /// <summary>A footnote or endnote.</summary>
    Footnote,

    /// <summary>A bibliography entry.</summary>
    Reference,

    /// <summary>The caption of a table or figure.</summary>
    Caption,

    /// <summary>Text of a table or figure.</summary>
    Table,

    /// <summary>Contents page, imprint, disclaimer, list of members or participants.</summary>
    Boilerplate,
}

/// <summary>Where a passage is printed: one box per page and column.</summary>
/// <param name="Page">Page index from 1.</param>
/// <param name="Box">The area, in points.</param>
public sealed record PageBox(int Page, Box Box);

/// <summary>One printed line of a passage.</summary>
/// <param name="Page">Page index from 1.</param>
/// <param name="Box">The line's area.</param>
/// <param name="Start">First character in the passage's text that this line printed, from 0.</param>
/// <param name="End">End of the line in the passage's text, exclusive.</param>
public sealed record PrintedLine(int Page, Box Box, int Start, int End);

/// <summary>A footnote mark in a passage.</summary>
/// <param name="Number">The mark as printed, "12" or "*".</param>
/// <param name="Offset">The mark stood after this many characters of the passage's text.</param>
public sealed record FootnoteRef(string Number, int Offset);

/// <summary>One passage: a paragraph, an item, a block quote; the unit that is tagged, indexed and cited.</summary>
/// <param name="Id">Permanent as long as the words stay.</param>
/// <param name="Role">What it is in print.</param>
/// <param name="Text">As printed, line-end hyphens undone, without footnote marks, list marker, attribution, running heads.</param>
public sealed record Passage(PassageId Id, PassageRole Role, string Text)
{
    /// <summary>Index into <see cref="StructuredDocument.Sections"/>, or null before the first heading.</summary>
    public int? Section { get; init; }

    /// <summary>Titles of the sections it stands in, outermost first, without numbers.</summary>
    public IReadOnlyList<string> HeadingPath { get; init; } = [];

    /// <summary>Index from 1 of the page it begins on; null in formats without pages.</summary>
    public int? PageFirst { get; init; }

    /// <summary>Index from 1 of the page it ends on; null in formats without pages.</summary>
    public int? PageLast { get; init; }

    /// <summary>The page number printed on the first page, or null when unknown.</summary>
    public string? PageLabelFirst { get; init; }

    /// <summary>The page number printed on the last page, or null when unknown.</summary>
    public string? PageLabelLast { get; init; }

    /// <summary>Where it is printed; empty in formats without pages.</summary>
    public IReadOnlyList<PageBox> Boxes { get; init; } = [];

    /// <summary>Its printed lines in reading order; empty in formats without pages.</summary>
    public IReadOnlyList<PrintedLine> Printed { get; init; } = [];

    /// <summary>Footnote marks in it, in order.</summary>
    public IReadOnlyList<FootnoteRef> FootnoteRefs { get; init; } = [];

    /// <summary>The list marker or paragraph number as printed ("1.", "(a)", "•"), or null.</summary>
    public string? Marker { get; init; }

    /// <summary>Who is quoted, for a quote that says so.</summary>
    public string? Attribution { get; init; }

    /// <summary>The run-in heading that opens the text, repeated; or null.</summary>
    public string? Label { get; init; }

    /// <summary>Two-letter language code of this passage, or null when too short to tell.</summary>
    public string? Language { get; init; }

    /// <summary>Position of the paragraph within its section, from 1; a citation needs it where there are no pages.</summary>
    public int ParagraphInSection { get; init; }

    /// <summary>Mean OCR confidence from 0 to 1, or null when the text was not recognised from a picture.</summary>
    public double? OcrConfidence { get; init; }
}
