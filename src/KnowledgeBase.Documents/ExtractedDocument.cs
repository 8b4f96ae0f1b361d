namespace KnowledgeBase.Documents;

/// <summary>The file formats that extraction reads; told from the content, not from the file's name.</summary>
public enum SourceFormat
{
    /// <summary>Portable Document Format, the only format with pages.</summary>
    Pdf,

    /// <summary>Word (Office Open XML).</summary>
    Docx,

    /// <summary>HTML, any version.</summary>
    Html,

    /// <summary>Markdown, with or without a YAML head.</summary>
    Markdown,

    /// <summary>Plain text, including dumps of PDF pages.</summary>
    Text,
}

/// <summary>The file that a document was read from.</summary>
/// <param name="FileName">Name without folder, as the user knows it.</param>
/// <param name="Sha256">Lower-case hexadecimal SHA-256 of the file's bytes, 64 characters.</param>
/// <param name="Format">What the content is.</param>
/// <param name="SizeBytes">Length of the file.</param>
public sealed record SourceFile(string FileName, string Sha256, SourceFormat Format, long SizeBytes);

/// <summary>A font as used in a line or run.</summary>
/// <param name="Name">Full font name without subset prefix; empty when the format has none.</param>
/// <param name="SizePoints">Size as shown, in points; 0 when the format has none.</param>
/// <param name="Bold">Bold or heavier, by name or flag.</param>
/// <param name="Italic">Italic or oblique, by name or flag.</param>
/// <param name="Color">"#rrggbb" in lower case, or null when unknown.</param>
public sealed record Font(string Name, double SizePoints, bool Bold = false, bool Italic = false, string? Color = null)
{
    /// <summary>The font of formats that have none.</summary>
    public static Font None { get; } = new("", 0);
}

/// <summary>A stretch of a line in one font and on one baseline.</summary>
/// <param name="Text">The characters as printed; blanks between runs belong to one of the two.</param>
/// <param name="Box">Where it stands; all zero in formats without pages.</param>
/// <param name="Font">Its font.</param>
/// <param name="Raised">True for small text set above the baseline (a footnote mark), or a note reference in DOCX, HTML and Markdown.</param>
public sealed record TextRun(string Text, Box Box, Font Font, bool Raised = false);

/// <summary>What a format that knows its structure (DOCX, HTML, Markdown, tagged PDF) says a line belongs to.</summary>
public enum DeclaredKind
{
    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>A heading; its level is given.</summary>
    Heading,

    /// <summary>The title of the document.</summary>
    Title,

    /// <summary>The subtitle of the document.</summary>
    Subtitle,

    /// <summary>The author line of the document.</summary>
    Author,

    /// <summary>The date line of the document.</summary>
    Date,

    /// <summary>An item of a list.</summary>
    ListItem,

    /// <summary>A block quote.</summary>
    Quote,

    /// <summary>Who is quoted in the quote before.</summary>
    Attribution,

    /// <summary>A footnote or endnote; its number is the marker.</summary>
    Footnote,

    /// <summary>A row of a table, cells joined by tabs.</summary>
    TableRow,

    /// <summary>The caption of a table or figure.</summary>
    Caption,

    /// <summary>Navigation, contents pages, page headers and footers.</summary>
    Boilerplate,

    /// <summary>An entry of a bibliography.</summary>
    Reference,
}

/// <summary>The declared structure of a line.</summary>
/// <param name="Kind">What the block is.</param>
/// <param name="Block">Index of the block in the document, from 0; lines of one block share it.</param>
/// <param name="Level">Heading level from 1, nesting depth of a list item from 1, else 0.</param>
/// <param name="Marker">List marker as shown ("1.", "•") or footnote number, else null.</param>
public sealed record Declared(DeclaredKind Kind, int Block, int Level = 0, string? Marker = null);

/// <summary>One printed line.</summary>
/// <param name="Text">All runs joined, without the raised ones' special standing.</param>
/// <param name="Box">Where it stands; all zero in formats without pages.</param>
/// <param name="Font">The font of most of its characters.</param>
/// <param name="Runs">The runs from left to right; never empty for a line with text.</param>
/// <param name="Declared">What the format says it is, or null.</param>
public sealed record Line(string Text, Box Box, Font Font, IReadOnlyList<TextRun> Runs, Declared? Declared = null)
{
    /// <summary>Recognition confidence from 0 to 1 when the line came from OCR, else null.</summary>
    public double? OcrConfidence { get; init; }

    /// <summary>True for text that runs up or down the page as shown.</summary>
    public bool IsRotated { get; init; }
}

/// <summary>A filled or framed area or a picture on a page; evidence for side boxes and figures.</summary>
/// <param name="Box">Where it stands.</param>
/// <param name="IsImage">True for a picture, false for a drawn area.</param>
public sealed record PageArea(Box Box, bool IsImage);

/// <summary>One page with its lines in the order the reader gave them (not yet reading order).</summary>
/// <param name="Number">Index of the page in the file, from 1.</param>
/// <param name="Label">The label the file declares for the page ("iv", "12"), or null.</param>
/// <param name="Width">Width as shown, in points; 0 in formats without pages.</param>
/// <param name="Height">Height as shown, in points; 0 in formats without pages.</param>
/// <param name="Lines">The lines.</param>
public sealed record Page(int Number, string? Label, double Width, double Height, IReadOnlyList<Line> Lines)
{
    /// <summary>Pictures and drawn areas, where the reader reports them.</summary>
    public IReadOnlyList<PageArea> Areas { get; init; } = [];

    /// <summary>True when the text was recognised from the page's picture.</summary>
    public bool FromOcr { get; init; }

    /// <summary>
    /// Degrees by which a scan's lines fall towards the right. The boxes of <see cref="Lines"/> are those of the page turned back by
    /// this angle about its centre; <see cref="AsShown"/> leads to where they stand on the page as shown. 0 for straight pages.
    /// </summary>
    public double StraightenedDegrees { get; init; }

    /// <summary>The area on the page as shown that encloses a box of <see cref="Lines"/>.</summary>
    public Box AsShown(Box box)
    {
        if (StraightenedDegrees == 0)
        {
            return box;
        }

        double sin = Math.Sin(StraightenedDegrees * Math.PI / 180), cos = Math.Cos(StraightenedDegrees * Math.PI / 180);
        double x = ((box.Left + box.Right) / 2) - (Width / 2), y = ((box.Top + box.Bottom) / 2) - (Height / 2);
        double centreX = (Width / 2) + (x * cos) - (y * sin), centreY = (Height / 2) + (x * sin) + (y * cos);
        double halfWidth = ((box.Width * cos) + (box.Height * Math.Abs(sin))) / 2, halfHeight = ((box.Width * Math.Abs(sin)) + (box.Height * cos)) / 2;
        return new(
            Math.Max(0, centreX - halfWidth), Math.Max(0, centreY - halfHeight), Math.Min(Width, centreX + halfWidth), Math.Min(Height, centreY + halfHeight));
    }
}

/// <summary>An entry of the file's own outline (PDF bookmarks).</summary>
/// <param name="Title">Text as declared.</param>
/// <param name="Level">Depth from 1.</param>
/// <param name="Page">Page index from 1, or null when the target is unknown.</param>
public sealed record OutlineEntry(string Title, int Level, int? Page);

/// <summary>What the file says of itself; a weak witness, often wrong.</summary>
/// <param name="Title">Declared title.</param>
/// <param name="Author">Declared author.</param>
/// <param name="Created">Declared date of creation.</param>
/// <param name="Language">Declared language as a BCP 47 tag.</param>
public sealed record FileMetadata(string? Title = null, string? Author = null, DateTimeOffset? Created = null, string? Language = null)
{
    /// <summary>Further declared values by lower-case name, such as "series", "number", "subtitle", "year" from a Markdown or HTML head.</summary>
    public IReadOnlyDictionary<string, string> More { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>A file as pages of lines: what extraction gives and structuring takes.</summary>
/// <param name="Source">The file.</param>
/// <param name="Pages">For formats without pages, one page of size 0 holds all lines; a text dump has one page per form feed.</param>
/// <param name="Problems">Oddities met while reading.</param>
public sealed record ExtractedDocument(SourceFile Source, IReadOnlyList<Page> Pages, IReadOnlyList<Problem> Problems)
{
    /// <summary>The file's own outline, in order; empty when it has none.</summary>
    public IReadOnlyList<OutlineEntry> Outline { get; init; } = [];

    /// <summary>What the file says of itself.</summary>
    public FileMetadata Metadata { get; init; } = new();
}
