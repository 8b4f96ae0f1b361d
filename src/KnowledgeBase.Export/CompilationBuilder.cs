using KnowledgeBase.Documents;
using KnowledgeBase.Store;

namespace KnowledgeBase.Export;

/// <summary>A passage to be taken along.</summary>
/// <param name="Id">The passage or footnote; an old id is followed to where its words went.</param>
/// <param name="Heading">The heading it goes under, or null.</param>
/// <param name="Note">What the person who gathered it noted, or null.</param>
public sealed record PassageChoice(PassageId Id, string? Heading = null, string? Note = null);

/// <summary>Gathers passages from the store, as far as an audience may see them: what it may not see is left out without a trace.</summary>
/// <param name="store">The store.</param>
/// <param name="audience">Documents of this visibility and wider ones are seen.</param>
/// <param name="time">Dates the compilation.</param>
public sealed class CompilationBuilder(KnowledgeStore store, Visibility audience, TimeProvider time)
{
    private static readonly PassageRole[] Quotable = [PassageRole.Paragraph, PassageRole.ListItem, PassageRole.Quote];

    /// <summary>Chosen passages, those with the same heading together where the heading first stands; within it in the order given.</summary>
    /// <param name="title">What the compilation is called.</param>
    /// <param name="choices">The passages; those that are gone are left out.</param>
    public Compilation OfPassages(string title, IReadOnlyList<PassageChoice> choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var documents = new Dictionary<DocumentId, DocumentInfo?>();
        var found = choices.Select(choice => (Choice: choice, Entry: store.Passages.Find(choice.Id)!))
            .Where(pair => pair.Entry is not null && InfoOf(pair.Entry.Document, documents)?.Visibility <= audience).ToList();
        // What is cited of a document stands in its row; unpacking documents whole would take longer than all the rest.
        var tags = store.Passages.Tags([.. found.Select(pair => pair.Entry)]);
        var sections = found.GroupBy(pair => pair.Choice.Heading ?? "", StringComparer.Ordinal)
            .Select(group => new CompiledSection(
                group.Key.Length > 0 ? group.Key : null,
                [
                    .. group.Select(pair => new CompiledPassage(
                        pair.Entry, Source(documents[pair.Entry.Document]!), tags.GetValueOrDefault(pair.Entry.Passage.Id, PassageTags.None)) { Note = pair.Choice.Note }),
                ]));
        return new(title, [.. sections], time.GetUtcNow());
    }

    /// <summary>A document's paragraphs, items and quotes under its own headings.</summary>
    /// <param name="id">The document.</param>
    /// <param name="kinds">Only passages with one of these kinds, and only headings over such passages; empty for all.</param>
    /// <returns>Null when there is no such document for this audience.</returns>
    public Compilation? OfDocument(DocumentId id, IReadOnlyList<string> kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        if (store.Documents.Get(id) is not { } stored || stored.Info.Visibility > audience)
        {
            return null;
        }

        var document = stored.Tagged.Document;
        var source = Source(stored.Info);
        var passages = PassageEntry.Of(document).Where(entry => Quotable.Contains(entry.Passage.Role))
            .Select(entry => new CompiledPassage(entry, source, TagsOf(stored, entry.Passage.Id)) { IsInPlace = true })
            .Where(passage => kinds.Count == 0 || passage.Tags.Kinds.Any(tag => kinds.Contains(tag.Label)))
            .ToLookup(passage => passage.Entry.Passage.Section ?? -1);
        var sections = new List<CompiledSection> { new(null, [.. passages[-1]]) };
        for (var i = 0; i < document.Sections.Count; i++)
        {
            var section = document.Sections[i];
            sections.Add(new(section.Number is { } number ? $"{number} {section.Title}" : section.Title, [.. passages[i]], section.Level));
        }

        return new(source.FullTitle, Pruned(sections, kinds.Count > 0), time.GetUtcNow());
    }

    // Of a selection, only the headings that lead to a chosen passage.
    private static List<CompiledSection> Pruned(List<CompiledSection> sections, bool selection)
    {
        var kept = new List<CompiledSection>();
        var deepest = 0;
        for (var i = sections.Count - 1; i >= 0; i--)
        {
            var section = sections[i];
            var leads = section.Passages.Count > 0 || (section.Heading is not null && (!selection || section.Level < deepest));
            if (leads)
            {
                kept.Add(section);
                deepest = section.Heading is null ? 0 : section.Level;
            }
        }

        kept.Reverse();
        return kept;
    }

    private DocumentInfo? InfoOf(DocumentId id, Dictionary<DocumentId, DocumentInfo?> known)
    {
        if (!known.TryGetValue(id, out var info))
        {
            info = store.Documents.Info(id);
            known.Add(id, info);
        }

        return info;
    }

    private static CompiledSource Source(DocumentInfo info) => new(info.Id, info.Front, info.Source.FileName);

    private static PassageTags TagsOf(StoredDocument stored, PassageId id) => stored.Tags.GetValueOrDefault(id, PassageTags.None);
}
