using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Dump;

/// <summary>Blocks from bare text.</summary>
public sealed class DumpReader
{
    /// <summary>Reads the blocks.</summary>
    /// <param name="document">Lines without fonts and boxes.</param>
    public BlockDocument Read(ExtractedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new([], [], [], []);
    }
}
