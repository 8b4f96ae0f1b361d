using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Tests;

/// <summary>Builds small documents whose lines declare what they are.</summary>
internal sealed class DeclaredDocument(SourceFormat format = SourceFormat.Docx)
{
    private readonly List<Line> _lines = [];
    private int _block;

    public FileMetadata Metadata { get; set; } = new();

    /// <summary>A block of one line; "^{1}" in the text is a raised run, "**…**" a bold one.</summary>
    public DeclaredDocument Add(DeclaredKind kind, string text, int level = 0, string? marker = null, double size = 11)
    {
        _lines.Add(Line(text, new(kind, _block++, level, marker), size));
        return this;
    }

    /// <summary>Another line of the last block.</summary>
    public DeclaredDocument AndLine(string text)
    {
        _lines.Add(Line(text, _lines[^1].Declared!, 11));
        return this;
    }

    public DeclaredDocument Heading(int level, string text, string? number = null) => Add(DeclaredKind.Heading, text, level, number);

    public DeclaredDocument Text(string text) => Add(DeclaredKind.Paragraph, text);

    public DeclaredDocument Item(string marker, string text, int level = 1) => Add(DeclaredKind.ListItem, text, level, marker);

    public DeclaredDocument Note(string number, string text) => Add(DeclaredKind.Footnote, text, 0, number);

    public DeclaredDocument Quote(string text) => Add(DeclaredKind.Quote, text);

    public ExtractedDocument Extracted => new(new("paper", new('a', 64), format, 1), [new(1, null, 0, 0, _lines)], []) { Metadata = Metadata };

    public StructuredDocument Structure() => new Structurer().Structure(Extracted, new DocumentId("0123456789ab"));

    private static Line Line(string text, Documents.Declared declared, double size)
    {
        var runs = new List<TextRun>();
        var rest = text;
        while (rest.Length > 0)
        {
            var (open, close) = rest.StartsWith("^{", StringComparison.Ordinal) ? ("^{", "}") : rest.StartsWith("**", StringComparison.Ordinal) ? ("**", "**") : ("", "");
            if (open.Length > 0)
            {
                var end = rest.IndexOf(close, open.Length, StringComparison.Ordinal);
                runs.Add(new(rest[open.Length..end], default, new("Serif", size, Bold: open == "**"), Raised: open == "^{"));
                rest = rest[(end + close.Length)..];
                continue;
            }

            var next = new[] { rest.IndexOf("^{", StringComparison.Ordinal), rest.IndexOf("**", StringComparison.Ordinal) }.Where(i => i > 0).DefaultIfEmpty(rest.Length).Min();
            runs.Add(new(rest[..next], default, new("Serif", size)));
            rest = rest[next..];
        }

        return new(string.Concat(runs.Select(r => r.Text)), default, runs[0].Font, runs, declared);
    }
}

/// <summary>Builds documents of bare text lines.</summary>
internal static class DumpDocument
{
    /// <summary>The text as extraction gives it: a page per form feed, blank lines kept.</summary>
    public static ExtractedDocument Of(string text) => new(
        new("dump.txt", new('b', 64), SourceFormat.Text, text.Length),
        [.. text.Replace("\r", "", StringComparison.Ordinal).Split('\f').Select((page, i) => new Page(i + 1, null, 0, 0,
            [.. page.Split('\n').Select(l => new Line(l.TrimEnd(), default, Font.None, l.Trim().Length == 0 ? [] : [new(l.TrimEnd(), default, Font.None)]))]))],
        []);

    public static StructuredDocument Structure(string text) => new Structurer().Structure(Of(text), new DocumentId("0123456789ab"));
}

/// <summary>Ways to look at structured documents.</summary>
internal static class Shown
{
    /// <summary>"role marker text @attribution ^marks" of each passage.</summary>
    public static IReadOnlyList<string> Passages(this StructuredDocument document) => [.. document.Passages.Select(p =>
        $"{p.Role}{(p.Marker is { } m ? " " + m : "")}: {p.Text}{(p.Attribution is { } a ? $" @{a}" : "")}{string.Concat(p.FootnoteRefs.Select(r => $" ^{r.Number}/{r.Offset}"))}")];

    /// <summary>"level number title" of each section.</summary>
    public static IReadOnlyList<string> Outline(this StructuredDocument document) =>
        [.. document.Sections.Select(s => $"{s.Level} {(s.Number is { } n ? n + " " : "")}{s.Title}")];
}
