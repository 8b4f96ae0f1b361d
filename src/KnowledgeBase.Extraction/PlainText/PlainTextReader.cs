using KnowledgeBase.Documents;

namespace KnowledgeBase.Extraction.PlainText;

/// <summary>Reads plain text: one line per printed line, one page per form feed.</summary>
public static class PlainTextReader
{
    /// <summary>Reads a text file.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="source">What is known of it.</param>
    /// <returns>Lines keep their leading blanks and blank lines stay as empty lines: both are evidence for paragraphs.</returns>
    public static ExtractedDocument Read(ReadOnlySpan<byte> bytes, SourceFile source)
    {
        var (text, encoding) = TextDecoder.Decode(bytes);
        var pages = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\f')
            .Select((page, i) => new Page(i + 1, null, 0, 0, [.. page.Split('\n').Select(ToLine)]))
            .ToList();
        // A form feed ends a page, so the last one leaves an empty page behind.
        if (pages.Count > 1 && pages[^1].Lines.All(l => l.Text.Length == 0))
        {
            pages.RemoveAt(pages.Count - 1);
        }

        IReadOnlyList<Problem> problems = text.Contains('\uFFFD', StringComparison.Ordinal)
            ? [new("unreadable-characters", $"{source.FileName}: some characters could not be read as {encoding}; they show as \uFFFD.")]
            : [];
        return new(source, pages, problems);
    }

    private static Line ToLine(string raw)
    {
        var text = raw.TrimEnd().Replace("\0", "", StringComparison.Ordinal);
        return new(text, default, Font.None, text.Length == 0 ? [] : [new(text, default, Font.None)]);
    }
}
