using KnowledgeBase.Documents;
using KnowledgeBase.Extraction.Html;
using KnowledgeBase.Extraction.PlainText;
using Markdig;

namespace KnowledgeBase.Extraction.Markdown;

/// <summary>
/// Reads Markdown: CommonMark with tables, footnotes, definition lists and citations. It is turned into HTML, whose reader then serves
/// both, raw HTML inside Markdown included.
/// </summary>
public static class MarkdownReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseGridTables().UseFootnotes().UseDefinitionLists().UseListExtras().UseFigures().UseFooters().UseCitations()
        .UseEmphasisExtras().UseGenericAttributes().UseAbbreviations()
        .Build();

    /// <summary>Reads one file.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="source">What is known of it.</param>
    /// <param name="cancellationToken">Looked at between blocks.</param>
    /// <exception cref="RejectedInputException"><c>unsafe-file</c> (nested too deeply) or <c>no-text</c>.</exception>
    public static ExtractedDocument Read(ReadOnlySpan<byte> bytes, SourceFile source, CancellationToken cancellationToken)
    {
        var (text, _) = TextDecoder.Decode(bytes);
        var (head, body, problem) = YamlHead.Split(text, source);
        string html;
        try
        {
            html = Markdig.Markdown.ToHtml(body, Pipeline);
        }
        catch (ArgumentException e)
        {
            throw new RejectedInputException(new("unsafe-file", $"{source.FileName} nests its blocks deeper than can be read: {e.Message}"), e);
        }

        var read = HtmlReader.Read(html, source, head, cancellationToken);
        return problem is null ? read : read with { Problems = [.. read.Problems, problem] };
    }
}
