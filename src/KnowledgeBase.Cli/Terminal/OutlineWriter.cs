using KnowledgeBase.Documents;

namespace KnowledgeBase.Cli.Terminal;

/// <summary>A document for people: what it says of itself, its headings with their pages, and what was recognised in it.</summary>
internal static class OutlineWriter
{
    public static void Write(TextWriter output, StructuredDocument document, IReadOnlyDictionary<PassageId, PassageTags> tags)
    {
        var front = document.Front;
        output.WriteLine(front.Title ?? document.Source.FileName);
        WriteIf(output, front.Subtitle);
        WriteIf(output, string.Join(", ", front.Authors));
        WriteIf(output, string.Join(", ", new[] { front.Series, front.Number, front.Year is { } year ? $"{year}" : null, front.Language }.Where(part => part is not null)));
        if (front.Event is { } meeting)
        {
            var parts = new[] { meeting.Name, meeting.Place, meeting.Year is { } held ? $"{held}" : null }.Where(part => part is not null);
            output.WriteLine($"reports on: {string.Join(", ", parts)}");
        }

        output.WriteLine($"{document.Id}  {document.Source.FileName}{(document.PageCount is { } pages ? $"  {Count(pages, "page")}" : "")}");
        output.WriteLine();
        foreach (var section in document.Sections)
        {
            var number = section.Number is { } printed ? $"{printed} " : "";
            var kind = section.Kind is { } known ? $"  [{EnumWords.Of(known)}{(section.Ordinal is { } ordinal ? $" {ordinal}" : "")}]" : "";
            output.WriteLine($"{new string(' ', 2 * (section.Level - 1))}{number}{section.Title}{PageOf(document, section.Page)}{kind}");
        }

        if (document.Sections.Count > 0)
        {
            output.WriteLine();
        }

        WriteCounts(output, document, tags);
    }

    /// <summary>"1 page", "2 pages".</summary>
    public static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";

    private static void WriteCounts(TextWriter output, StructuredDocument document, IReadOnlyDictionary<PassageId, PassageTags> tags)
    {
        var roles = document.Passages.GroupBy(passage => passage.Role).OrderBy(group => group.Key).Select(group => $"{EnumWords.Of(group.Key)} {group.Count()}");
        output.WriteLine($"{Count(document.Passages.Count, "passage")}: {string.Join(", ", roles)}");
        output.WriteLine(Count(document.Footnotes.Count, "footnote"));
        var kinds = tags.Values.SelectMany(passage => passage.Kinds).GroupBy(tag => tag.Label, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).Select(group => $"{group.Key} {group.Count()}");
        WriteIf(output, string.Join(", ", kinds));
        if (document.Grade is { } grade)
        {
            output.WriteLine($"grade {grade.Letter}{(grade.Reasons.Count > 0 ? $": {string.Join("; ", grade.Reasons)}" : "")}");
        }

        foreach (var line in ProblemLines.Of(document.Problems))
        {
            output.WriteLine(line);
        }
    }

    private static string PageOf(StructuredDocument document, int? page)
    {
        if (page is not { } index)
        {
            return "";
        }

        var label = index <= document.PageLabels.Count ? document.PageLabels[index - 1] : null;
        return $"  p. {label ?? $"{index}"}";
    }

    private static void WriteIf(TextWriter output, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            output.WriteLine(text);
        }
    }
}
