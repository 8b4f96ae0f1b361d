using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using KnowledgeBase.Documents;
using KnowledgeBase.Extraction.PlainText;

namespace KnowledgeBase.Extraction.Html;

/// <summary>Reads HTML pages. Nothing they point at is loaded and no script is run.</summary>
public static partial class HtmlReader
{
    /// <summary>Deeper nesting is refused: no page needs it, and walking it would exhaust the stack.</summary>
    private const int DeepestNesting = 600;

    /// <summary>A declared encoding stands within this many bytes.</summary>
    private const int EncodingHeadBytes = 4096;

    /// <summary>Reads one file; each line carries what the markup declares it to be.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="source">What is known of it.</param>
    /// <param name="cancellationToken">Looked at between blocks.</param>
    /// <exception cref="RejectedInputException"><c>unsafe-file</c> or <c>no-text</c>.</exception>
    public static ExtractedDocument Read(ReadOnlySpan<byte> bytes, SourceFile source, CancellationToken cancellationToken)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, EncodingHeadBytes)]);
        var declared = DeclaredEncoding().Match(head);
        var (text, _) = TextDecoder.Decode(bytes, declared.Success ? declared.Groups["name"].Value : null);
        return Read(text, source, new(), cancellationToken);
    }

    /// <summary>Reads markup.</summary>
    /// <param name="markup">A page or a fragment of one.</param>
    /// <param name="source">What is known of the file.</param>
    /// <param name="known">What is known of the document from elsewhere; it wins over the page's own head.</param>
    /// <param name="cancellationToken">Looked at between blocks.</param>
    internal static ExtractedDocument Read(string markup, SourceFile source, FileMetadata known, CancellationToken cancellationToken)
    {
        if (MarkupDepth.Of(markup) > DeepestNesting)
        {
            throw new RejectedInputException(new(
                "unsafe-file", $"{source.FileName} nests its elements more than {DeepestNesting} deep, which no ordinary page does."));
        }

        var document = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(markup);
        cancellationToken.ThrowIfCancellationRequested();
        var notes = HtmlNotes.Find(document);
        var lines = new HtmlWalk(notes, HtmlRegions.Of(document), cancellationToken).Read(document.Body ?? document.DocumentElement);
        if (lines.Count == 0)
        {
            throw new RejectedInputException(new("no-text", $"{source.FileName} is a page without text; if it is filled in by a script, save it from a browser."));
        }

        return new(source, [new(1, null, 0, 0, lines)], []) { Metadata = HtmlMetadata.Read(document, known) };
    }

    [GeneratedRegex(@"<meta[^>]+charset\s*=\s*[""']?(?<name>[\w-]+)|<\?xml[^>]+encoding\s*=\s*[""'](?<name>[\w-]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DeclaredEncoding();
}
