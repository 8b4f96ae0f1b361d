using KnowledgeBase.Documents;

namespace KnowledgeBase.Cli.Terminal;

/// <summary>A document's passages and footnotes for people, under their headings.</summary>
internal static class PassageWriter
{
    private const int Indent = 4;

    public static void Write(
        TextWriter output, StructuredDocument document, IReadOnlyDictionary<PassageId, PassageTags> tags, int width, bool why)
    {
        IReadOnlyList<string> path = [];
        foreach (var passage in document.Passages)
        {
            if (!passage.HeadingPath.SequenceEqual(path, StringComparer.Ordinal))
            {
                path = passage.HeadingPath;
                output.WriteLine();
                output.WriteLine($"== {string.Join(" > ", path)}");
            }

            output.WriteLine();
            var role = passage.Role == PassageRole.Paragraph ? "" : EnumWords.Of(passage.Role);
            WriteHead(output, passage.Id, Place(passage.PageLabelFirst, passage.PageFirst), role, tags);
            var marker = passage.Marker is { } printed ? $"{printed} " : "";
            WriteWhy(output, tags.GetValueOrDefault(passage.Id), why);
            WriteText(output, marker + passage.Text, width);
            if (passage.Attribution is { } speaker)
            {
                WriteText(output, $"— {speaker}", width);
            }
        }

        if (document.Footnotes.Count > 0)
        {
            output.WriteLine();
            output.WriteLine("== Footnotes");
        }

        foreach (var note in document.Footnotes)
        {
            output.WriteLine();
            WriteHead(output, note.Id, Place(note.PageLabel, note.Page), EnumWords.Of(note.Type), tags);
            WriteWhy(output, tags.GetValueOrDefault(note.Id), why);
            WriteText(output, $"{note.Number} {note.Text}", width);
        }
    }

    private static void WriteHead(
        TextWriter output, PassageId id, string place, string what, IReadOnlyDictionary<PassageId, PassageTags> tags)
    {
        var given = tags.TryGetValue(id, out var found) ? found : PassageTags.None;
        var words = given.Kinds.Concat(given.Themes).Concat(given.Addressees).Select(tag => FormattableString.Invariant($"{tag.Label} {tag.Confidence:0.00} ({EnumWords.Of(tag.Origin)})"));
        output.WriteLine(string.Join("  ", new[] { id.Value, place, what, string.Join(", ", words) }.Where(part => part.Length > 0)));
    }

    private static void WriteWhy(TextWriter output, PassageTags? tags, bool why)
    {
        foreach (var tag in why && tags is not null ? tags.Kinds.Concat(tags.Themes).Concat(tags.Addressees) : [])
        {
            var reasons = tag.Evidence.Select(evidence => FormattableString.Invariant($"{evidence.Text} ({evidence.Source} {evidence.Weight:+0.00;-0.00})"));
            output.WriteLine($"  {tag.Label}: {string.Join(", ", reasons)}");
        }
    }

    private static void WriteText(TextWriter output, string text, int width)
    {
        foreach (var line in TextWrap.Lines(text, width - Indent))
        {
            output.WriteLine(new string(' ', Indent) + line);
        }
    }

    private static string Place(string? label, int? page) => (label, page) switch
    {
        ({ } printed, _) => $"p. {printed}",
        (null, { } index) => $"p. {index}",
        _ => "",
    };
}
