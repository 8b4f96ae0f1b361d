using KnowledgeBase.Documents;
using KnowledgeBase.Extraction.Text;

namespace KnowledgeBase.Extraction;

/// <summary>Reads the formats that hold text without pages.</summary>
internal static class DeclaredReader
{
    public static ExtractedDocument Read(byte[] bytes, SourceFile source, ExtractionOptions options, CancellationToken cancellationToken) =>
        source.Format switch
        {
            SourceFormat.Text => PlainTextReader.Read(bytes, source),
            _ => throw new InvalidOperationException($"No reader for {source.Format}."),
        };
}
