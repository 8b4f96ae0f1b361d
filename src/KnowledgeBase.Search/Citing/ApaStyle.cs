using KnowledgeBase.Documents;

namespace KnowledgeBase.Search.Citing;

/// <summary>APA Publication Manual, 7th edition: 10.4 (reports), 8.6 and 8.11 to 8.17 (citations in the text).</summary>
internal static class ApaStyle
{
    private const int MostNames = 20;
    private const int NamesBeforeEllipsis = 19;

    /// <summary>Family, G., &amp; Family, G. (Year). <i>Title</i> (Series, no. 8). Publisher. Address</summary>
    public static void Reference(CitationRuns runs, FrontMatter front, string fileName)
    {
        var authors = SourceParts.Names(front.Authors);
        var editors = SourceParts.Names(front.Editors);
        if (authors.Count > 0)
        {
            runs.Add(Join(authors)).Add(" ");
        }
        else if (editors.Count > 0)
        {
            runs.Add($"{Join(editors)} ({(editors.Count == 1 ? "Ed." : "Eds.")}). ");
        }
        else
        {
            Title(runs, front, fileName);
            runs.Separate(". ");
        }

        runs.Add($"({SourceParts.Year(front)})");
        if (authors.Count + editors.Count > 0)
        {
            runs.Separate(". ");
            Title(runs, front, fileName);
        }

        if (front.Publisher is { Length: > 0 } publisher)
        {
            runs.Separate(". ").Add(publisher);
        }

        runs.Separate(".");
        if (SourceParts.Address(front) is { } address)
        {
            runs.Add($" {address}");
        }
    }

    /// <summary>"(Family &amp; Family, 2016, p. 7)"; with a speaker as 8.6 cites a source in a source, "(A mediator, as quoted in Family, 2016, p. 7)".</summary>
    public static string InText(FrontMatter front, string fileName, string? place, string? speaker)
    {
        var names = SourceParts.Names(front.Authors.Count > 0 ? front.Authors : front.Editors);
        var who = names.Count switch
        {
            0 => SourceParts.Title(front) is { } title ? $"“{title}”" : fileName,
            1 => names[0].Family,
            2 => $"{names[0].Family} & {names[1].Family}",
            _ => $"{names[0].Family} et al.",
        };
        var said = speaker is null ? "" : $"{speaker}, as quoted in ";
        return place is null ? $"({said}{who}, {SourceParts.Year(front)})" : $"({said}{who}, {SourceParts.Year(front)}, {place})";
    }

    private static void Title(CitationRuns runs, FrontMatter front, string fileName)
    {
        if (SourceParts.Title(front) is { } title)
        {
            runs.Add(title, italic: true);
        }
        else
        {
            runs.Add($"[Untitled document, {fileName}]");
        }

        var series = SourceParts.SeriesAndNumber(front, ", ");
        if (series.Length > 0)
        {
            runs.Add($" ({series})");
        }
    }

    private static string Join(IReadOnlyList<AuthorName> names)
    {
        var shown = names.Select(name => name.WithInitials).ToArray();
        return shown.Length switch
        {
            1 => shown[0],
            > MostNames => $"{string.Join(", ", shown[..NamesBeforeEllipsis])}, . . . {shown[^1]}",
            _ => $"{string.Join(", ", shown[..^1])}, & {shown[^1]}",
        };
    }
}
