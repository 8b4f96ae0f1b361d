using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.FrontMatter;

/// <summary>What front matter is read from.</summary>
/// <param name="Blocks">All blocks, in reading order.</param>
/// <param name="Sections">The section tree.</param>
/// <param name="Passages">The passages.</param>
/// <param name="SetAside">Running heads and the like, which often carry series and number.</param>
/// <param name="Extracted">The file's own word for itself.</param>
/// <param name="Language">As detected.</param>
internal sealed record FrontMatterEvidence(
    IReadOnlyList<Block> Blocks, IReadOnlyList<Section> Sections, IReadOnlyList<Passage> Passages,
    IReadOnlyList<SetAsideLine> SetAside, ExtractedDocument Extracted, string? Language);

/// <summary>Reads what a document says of itself.</summary>
internal static class FrontMatterReader
{
    public static Documents.FrontMatter Read(FrontMatterEvidence evidence) => new()
    {
        Title = evidence.Blocks.Where(b => b.Kind == BlockKind.Title).Select(b => b.Text).FirstOrDefault() ?? evidence.Extracted.Metadata.Title,
        Language = evidence.Language,
    };
}
