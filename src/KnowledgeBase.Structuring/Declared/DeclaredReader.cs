using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Declared;

/// <summary>Blocks from lines whose format declares what they are (DOCX, HTML, Markdown).</summary>
public sealed class DeclaredReader
{
    /// <summary>Reads the blocks.</summary>
    /// <param name="document">Lines with <see cref="Line.Declared"/>; lines without are running text.</param>
    public BlockDocument Read(ExtractedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new([], [], [], []);
    }
}
