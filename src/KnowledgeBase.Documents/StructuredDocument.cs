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

/// <summary>The meeting a paper reports on.</summary>
/// <param name="Name">As printed.</param>
/// <param name="Place">City or country.</param>
/// <param name="Year">Four digits.</param>
public sealed record DocumentEvent(string? Name, string? Place, int? Year);

/// <summary>A person or organisation named as participant or member.</summary>
/// <param name="Name">As printed.</param>
/// <param name="Organisation">Where printed beside a person.</param>
public sealed record Member(string Name, string? Organisation = null);

/// <summary>What the document says of itself. Unknown values are null or empty, never invented.</summary>
public sealed record FrontMatter
{
    /// <summary>Title.</summary>
    public string? Title { get; init; }

    /// <summary>Subtitle.</summary>
    public string? Subtitle { get; init; }

    /// <summary>Name of the series.</summary>
    public string? Series { get; init; }

    /// <summary>Number within the series, or document symbol (A/66/811).</summary>
    public string? Number { get; init; }

    /// <summary>Year of publication.</summary>
    public int? Year { get; init; }

    /// <summary>The meeting reported on.</summary>
    public DocumentEvent? Event { get; init; }

    /// <summary>Authors in printed order.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Editors in printed order.</summary>
    public IReadOnlyList<string> Editors { get; init; } = [];

    /// <summary>Publisher.</summary>
    public string? Publisher { get; init; }

    /// <summary>Place of publication.</summary>
    public string? Place { get; init; }

    /// <summary>ISSN or ISBN as printed.</summary>
    public string? StandardNumber { get; init; }

    /// <summary>DOI without resolver address.</summary>
    public string? Doi { get; init; }

    /// <summary>Address of the document itself, where printed.</summary>
    public string? Url { get; init; }

    /// <summary>Two-letter language code of most of the text.</summary>
    public string? Language { get; init; }
}

/// <summary>Why a line is no part of any passage.</summary>
public enum SetAsideReason
{
    /// <summary>A line repeated at the top of pages.</summary>
    RunningHead,

    /// <summary>A line repeated at the foot of pages.</summary>
    RunningFoot,

    /// <summary>A printed page number.</summary>
    PageNumber,

    /// <summary>A list of link addresses at a page's end.</summary>
    LinkDump,

    /// <summary>Words taken from the body and set large.</summary>
    PullQuote,

    /// <summary>Part of the title block, kept in the front matter.</summary>
    FrontMatter,

    /// <summary>Text that runs along the margin or is rotated.</summary>
    Marginal,

    /// <summary>Loose letters and figures of a picture.</summary>
    Figure,

    /// <summary>A second layer of the same text.</summary>
    Duplicate,
}

/// <summary>A line that belongs to no passage.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Page">Page index from 1; null in formats without pages.</param>
/// <param name="Reason">Why.</param>
public sealed record SetAsideLine(string Text, int? Page, SetAsideReason Reason);

/// <summary>How far the recovered structure can be trusted.</summary>
/// <param name="Letter">"A" (quote freely) to "D" (check the print).</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Reasons">In plain words, the weightiest first; empty for a clean document.</param>
public sealed record Grade(string Letter, double Score, IReadOnlyList<string> Reasons);

/// <summary>A document with its structure recovered.</summary>
/// <param name="Id">The document's permanent id.</param>
/// <param name="Source">The file.</param>
/// <param name="PageCount">Number of pages, or null in formats without pages.</param>
/// <param name="Front">What it says of itself.</param>
/// <param name="Sections">In reading order.</param>
/// <param name="Passages">In reading order; footnotes are not among them.</param>
/// <param name="Footnotes">In printed order.</param>
/// <param name="Members">Organisations or people listed as members or participants.</param>
/// <param name="SetAside">Lines that belong to no passage.</param>
/// <param name="Problems">Of extraction and structuring.</param>
public sealed record StructuredDocument(
    DocumentId Id,
    SourceFile Source,
    int? PageCount,
    FrontMatter Front,
    IReadOnlyList<Section> Sections,
    IReadOnlyList<Passage> Passages,
    IReadOnlyList<Footnote> Footnotes,
    IReadOnlyList<Member> Members,
    IReadOnlyList<SetAsideLine> SetAside,
    IReadOnlyList<Problem> Problems)
{
    /// <summary>How far the structure can be trusted; null before grading.</summary>
    public Grade? Grade { get; init; }

    /// <summary>Printed page label by page index (element 0 is page 1); null where unknown.</summary>
    public IReadOnlyList<string?> PageLabels { get; init; } = [];
}
