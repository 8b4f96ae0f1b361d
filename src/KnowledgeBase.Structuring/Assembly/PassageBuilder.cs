using KnowledgeBase.Documents;
using KnowledgeBase.Structuring.Language;

namespace KnowledgeBase.Structuring.Assembly;

/// <summary>Blocks to passages and footnotes with ids, places, links and languages.</summary>
internal sealed class PassageBuilder(DocumentId document, bool paged, IReadOnlyList<string?> pageLabels, string? documentLanguage)
{
    private readonly Dictionary<string, int> _occurrences = new(StringComparer.Ordinal);

    public (IReadOnlyList<Passage> Passages, IReadOnlyList<Footnote> Footnotes) Build(
        IReadOnlyList<Block> blocks, SectionTree tree, BlockRoles roles)
    {
        var passages = new List<Passage>();
        var notes = new List<(Footnote Note, int Before)>();
        var inSection = new Dictionary<int, int>();
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.Kind == BlockKind.Footnote)
            {
                notes.Add((ToFootnote(block), passages.Count));
            }
            else if (roles.Of[i] is { } role && block.Text.Length > 0)
            {
                var section = tree.SectionOfBlock[i];
                var position = inSection[section ?? -1] = inSection.GetValueOrDefault(section ?? -1) + 1;
                passages.Add(ToPassage(block, role) with
                {
                    Section = section,
                    HeadingPath = tree.PathOf(section),
                    ParagraphInSection = position,
                });
            }
        }

        return (passages, FootnoteLinker.Link(passages, notes));
    }

    private Passage ToPassage(Block block, PassageRole role)
    {
        var printed = paged ? block.Printed : [];
        int? first = printed.Count > 0 ? printed[0].Page : null;
        int? last = printed.Count > 0 ? printed.Max(p => p.Page) : null;
        return new(NextId(block.Text), role, block.Text)
        {
            PageFirst = first,
            PageLast = last,
            PageLabelFirst = LabelOf(first),
            PageLabelLast = LabelOf(last),
            Boxes = PrintedPlace.Boxes(printed),
            Printed = printed,
            FootnoteRefs = block.Refs,
            Marker = block.Marker,
            Attribution = block.Attribution,
            Label = block.Label,
            Language = LanguageDetector.OfPassage(block.Text, documentLanguage),
            OcrConfidence = block.OcrConfidence,
        };
    }

    private Footnote ToFootnote(Block block)
    {
        int? page = paged && block.Printed.Count > 0 ? block.Printed[0].Page : null;
        return new(NextId(block.Text), block.Marker ?? "", block.Text, FootnoteTyper.TypeOf(block.Text))
        {
            Page = page,
            PageLabel = LabelOf(page),
            Boxes = paged ? PrintedPlace.Boxes(block.Printed) : [],
            Language = LanguageDetector.OfPassage(block.Text, documentLanguage),
        };
    }

    private string? LabelOf(int? page) => page is { } p && p >= 1 && p <= pageLabels.Count ? pageLabels[p - 1] : null;

    private PassageId NextId(string text)
    {
        var key = PassageId.Normalise(text);
        var occurrence = _occurrences.GetValueOrDefault(key);
        _occurrences[key] = occurrence + 1;
        return PassageId.Compute(document, text, occurrence);
    }
}
