using KnowledgeBase.Documents;

namespace KnowledgeBase.Tagging.Tests;

/// <summary>Builds small structured documents by hand.</summary>
internal static class TestDocument
{
    private static readonly DocumentId Id = new("0123456789ab");

    /// <summary>A document of passages, each with its own heading path and role; sections are those of the paths.</summary>
    public static StructuredDocument Of(string? language, params (string Text, PassageRole Role, string[] Path)[] passages)
    {
        var sections = new List<Section>();
        var list = new List<Passage>();
        string[]? last = null;
        foreach (var (text, role, path) in passages)
        {
            if (path.Length > 0 && (last is null || !path.SequenceEqual(last)))
            {
                sections.Add(new(null, path[^1], path.Length, null));
            }

            last = path;
            list.Add(new(PassageId.Compute(Id, text, list.Count), role, text)
            {
                Section = sections.Count == 0 ? null : sections.Count - 1,
                HeadingPath = path,
            });
        }

        return new(
            Id, new("test.txt", new('0', 64), SourceFormat.Text, 1), null, new FrontMatter { Language = language },
            sections, list, [], [], [], []);
    }

    /// <summary>A document of one English paragraph without heading.</summary>
    public static StructuredDocument Paragraph(string text) => Of("en", (text, PassageRole.Paragraph, []));

    /// <summary>The tags of a document's only passage.</summary>
    public static PassageTags Only(this TaggedDocument tagged) => tagged.Tags[tagged.Document.Passages.Single().Id];

    /// <summary>The labels of tags, in order.</summary>
    public static IEnumerable<string> Labels(this IEnumerable<Tag> tags) => tags.Select(tag => tag.Label);
}
