using KnowledgeBase.Documents;
using KnowledgeBase.Structuring.FrontMatter;
using KnowledgeBase.Structuring.Language;

namespace KnowledgeBase.Structuring.Assembly;

/// <summary>
/// Makes a document of blocks, whichever route read them: section tree, passages with ids, linked footnotes, roles that
/// a heading gives, members, front matter, languages, grade.
/// </summary>
public sealed class Assembler
{
    /// <summary>Assembles the document; pure.</summary>
    /// <param name="blocks">The document's blocks in reading order.</param>
    /// <param name="extracted">What they were read from.</param>
    /// <param name="id">The document's permanent id.</param>
    public StructuredDocument Assemble(BlockDocument blocks, ExtractedDocument extracted, DocumentId id)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        ArgumentNullException.ThrowIfNull(extracted);
        var paged = extracted.Source.Format == SourceFormat.Pdf;
        var whole = NoteContinuations.Merge(blocks.Blocks);
        var tree = SectionTree.Build(whole, paged);
        var roles = RoleReader.Read(whole, tree);
        var language = LanguageDetector.OfDocument(whole.Where(b => b.Kind != BlockKind.Heading).Select(b => b.Text));
        var builder = new PassageBuilder(id, paged, blocks.PageLabels, language);
        var (passages, footnotes) = builder.Build(whole, tree, roles);
        var front = FrontMatterReader.Read(new(whole, tree.Sections, passages, blocks.SetAside, extracted, language));
        var setAside = blocks.SetAside.Concat(TitleLines(whole, paged)).ToList();
        var document = new StructuredDocument(
            id, extracted.Source, paged ? extracted.Pages.Count : null, front, tree.Sections, passages, footnotes,
            MemberReader.Read(roles.MemberEntries), setAside, [.. extracted.Problems, .. blocks.Problems])
        {
            PageLabels = paged ? blocks.PageLabels : [],
        };
        return document with { Grade = Grader.Grade(document, SectionTree.MarksOfHeadings(whole)) };
    }

    /// <summary>The title block lives on in the front matter; its lines are kept so that no printed word is lost.</summary>
    private static IEnumerable<SetAsideLine> TitleLines(IReadOnlyList<Block> blocks, bool paged) =>
        blocks.Where(b => b.Kind is BlockKind.Title or BlockKind.Subtitle or BlockKind.Author or BlockKind.Date)
            .Select(b => new SetAsideLine(b.Text, paged && b.Printed.Count > 0 ? b.Printed[0].Page : null, SetAsideReason.FrontMatter));
}
