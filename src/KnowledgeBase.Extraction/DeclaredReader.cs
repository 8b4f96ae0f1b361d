using KnowledgeBase.Documents;
using KnowledgeBase.Extraction.PlainText;

namespace KnowledgeBase.Extraction;

/// <summary>Reads the formats that hold text without pages.</summary>
internal static class DeclaredReader
{
    public static ExtractedDocument Read(byte[] bytes, SourceFile source, ExtractionOptions options, CancellationToken cancellationToken) =>
        source.Format switch
        {
            SourceFormat.Text => PlainTextReader.Read(bytes, source),
            SourceFormat.Html => Html.HtmlReader.Read(bytes, source, cancellationToken),
            SourceFormat.Markdown => Markdown.MarkdownReader.Read(bytes, source, cancellationToken),
            SourceFormat.Docx => Docx.DocxReader.Read(bytes, source, options, cancellationToken),
            _ => throw new InvalidOperationException($"No reader for {source.Format}."),
        };
}
