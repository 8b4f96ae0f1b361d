using KnowledgeBase.Documents;
using KnowledgeBase.Structuring.Assembly;

namespace KnowledgeBase.Structuring;

/// <summary>Recovers the structure of an extracted document: sections, passages, footnotes, front matter.</summary>
public sealed class Structurer
{
    /// <summary>Recovers the structure; pure, the same input gives the same output.</summary>
    /// <param name="document">Pages of lines.</param>
    /// <param name="id">The document's permanent id, part of every passage's id.</param>
    public StructuredDocument Structure(ExtractedDocument document, DocumentId id)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new Assembler().Assemble(ReadBlocks(document), document, id);
    }

    /// <summary>Three routes to blocks: what the format declares, what the page's layout shows, what the shape of bare text lets one see.</summary>
    private static BlockDocument ReadBlocks(ExtractedDocument document)
    {
        if (document.Source.Format != SourceFormat.Pdf && document.Pages.Any(p => p.Lines.Any(l => l.Declared is not null)))
        {
            return new Declared.DeclaredReader().Read(document);
        }

        return document.Source.Format == SourceFormat.Pdf
            ? new Layout.LayoutReader().Read(document)
            : new Dump.DumpReader().Read(document);
    }
}
