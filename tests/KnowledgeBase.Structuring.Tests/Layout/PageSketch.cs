using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Tests.Layout;

/// <summary>Draws pages by hand: lines set at a place in a size and style, with widths of half the size per character.</summary>
internal sealed class PageSketch
{
    public const double Width = 595;
    public const double Height = 842;
    private readonly List<List<Line>> pages = [[]];
    private readonly double width;

    public PageSketch(double width = Width) => this.width = width;

    /// <summary>Starts the next page.</summary>
    public PageSketch NewPage()
    {
        pages.Add([]);
        return this;
    }

    /// <summary>Sets one line; "^12^" within the text is a raised mark.</summary>
    public PageSketch Line(double left, double top, string text, double size = 10, bool bold = false, bool italic = false, string color = "#000000", double? right = null)
    {
        var font = new Font("Serif", size, bold, italic, color);
        var runs = new List<TextRun>();
        var x = left;
        var raised = false;
        var plain = text.Replace("^", "", StringComparison.Ordinal);
        var step = right is { } edge ? (edge - left) / plain.Length : size * 0.5;
        foreach (var part in text.Split('^'))
        {
            if (part.Length > 0)
            {
                var end = x + (part.Length * step);
                runs.Add(raised
                    ? new(part, new(x, top, end, top + (size * 0.6)), font with { SizePoints = size * 0.6 }, true)
                    : new(part, new(x, top, end, top + (size * 1.2)), font));
                x = end;
            }

            raised = !raised;
        }

        pages[^1].Add(new(plain, new(left, top, x, top + (size * 1.2)), font, runs));
        return this;
    }

    /// <summary>Sets running text, a line per string, 12 points apart and filled to the right edge but for the last line.</summary>
    public PageSketch Text(double left, double top, double right, params string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            Line(left, top + (12 * i), lines[i], right: i < lines.Length - 1 || !lines[i].EndsWith('.') ? right : null);
        }

        return this;
    }

    /// <summary>Sets the same rotated line that a page's margin carries.</summary>
    public PageSketch Rotated(double left, string text)
    {
        var font = new Font("Serif", 10);
        var box = new Box(left, 200, left, 500);
        pages[^1].Add(new(text, box, font, [new(text, box, font)]) { IsRotated = true });
        return this;
    }

    public ExtractedDocument Document(params OutlineEntry[] outline) => new(
        new("sketch.pdf", new string('a', 64), SourceFormat.Pdf, 1),
        pages.Select((lines, index) => new Page(index + 1, null, width, Height, lines)).ToList(),
        [])
    {
        Outline = outline,
    };

    public StructuredDocument Structure(params OutlineEntry[] outline) =>
        new Structurer().Structure(Document(outline), new DocumentId("aaaaaaaaaaaa"));
}
