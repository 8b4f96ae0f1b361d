using KnowledgeBase.Documents;

namespace KnowledgeBase.Store;

/// <summary>A passage or footnote as it is stored and searched, without its boxes and printed lines.</summary>
/// <param name="Row">Number in the store, never used again; 0 before it is saved.</param>
/// <param name="Document">The document it stands in.</param>
/// <param name="Position">From 0: passages in reading order, then footnotes in printed order.</param>
/// <param name="Passage">The passage; a footnote takes section and heading path from the passage that cites it.</param>
public sealed record PassageEntry(long Row, DocumentId Document, int Position, Passage Passage)
{
    /// <summary>Printed number of the section it stands in, or null.</summary>
    public string? SectionNumber { get; init; }

    /// <summary>Number of the footnote, or null for a passage.</summary>
    public string? NoteNumber { get; init; }

    /// <summary>The passage that cites the footnote; null for a passage, and where no mark was found.</summary>
    public PassageId? CitedBy { get; init; }

    /// <summary>The passages and footnotes of a document as entries.</summary>
    public static IReadOnlyList<PassageEntry> Of(StructuredDocument document)
    {
        var entries = new List<PassageEntry>(document.Passages.Count + document.Footnotes.Count);
        foreach (var passage in document.Passages)
        {
            entries.Add(new(0, document.Id, entries.Count, passage) { SectionNumber = NumberOf(document, passage.Section) });
        }

        var byId = document.Passages.ToDictionary(p => p.Id);
        foreach (var note in document.Footnotes)
        {
            var citing = note.CitedBy is { } id ? byId.GetValueOrDefault(id) : null;
            entries.Add(new(0, document.Id, entries.Count, AsPassage(note, citing))
            {
                SectionNumber = NumberOf(document, citing?.Section),
                NoteNumber = note.Number,
                CitedBy = note.CitedBy,
            });
        }

        return entries;
    }

    private static Passage AsPassage(Footnote note, Passage? citing) => new(note.Id, PassageRole.Footnote, note.Text)
    {
        Section = citing?.Section,
        HeadingPath = citing?.HeadingPath ?? [],
        ParagraphInSection = citing?.ParagraphInSection ?? 0,
        PageFirst = note.Page,
        PageLast = note.Boxes.Count > 0 ? note.Boxes[^1].Page : note.Page,
        PageLabelFirst = note.PageLabel,
        PageLabelLast = note.PageLabel,
        Boxes = note.Boxes,
        Language = note.Language,
    };

    private static string? NumberOf(StructuredDocument document, int? section) =>
        section is { } index && index < document.Sections.Count ? document.Sections[index].Number : null;
}
