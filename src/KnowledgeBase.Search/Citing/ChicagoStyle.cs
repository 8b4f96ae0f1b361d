using KnowledgeBase.Documents;

namespace KnowledgeBase.Search.Citing;

/// <summary>Chicago Manual of Style, 17th edition, 14.220 (reports in series) with notes and bibliography (14.76 for four authors and more).</summary>
internal static class ChicagoStyle
{
    private const int NamesInNote = 3;
    private const int NamesInBibliography = 10;
    private const int NamesBeforeEtAl = 7;

    /// <summary>Authors, <i>Title</i>, Series, no. 8 (Place: Publisher, Year)</summary>
    public static void Note(CitationRuns runs, FrontMatter front, string fileName)
    {
        if (Responsible(front, inverted: false) is { Length: > 0 } responsible)
        {
            runs.Add(responsible).Separate(", ");
        }

        Title(runs, front, fileName);
        var series = SourceParts.SeriesAndNumber(front, ", ");
        if (series.Length > 0)
        {
            runs.Separate(", ").Add(series);
        }

        runs.Add($" ({Imprint(front)})");
    }

    /// <summary>Authors. <i>Title</i>. Series, no. 8. Place: Publisher, Year. Address</summary>
    public static void Bibliography(CitationRuns runs, FrontMatter front, string fileName)
    {
        runs.Add(Responsible(front, inverted: true)).Separate(". ");
        Title(runs, front, fileName);
        var series = SourceParts.SeriesAndNumber(front, ", ");
        if (series.Length > 0)
        {
            runs.Separate(". ").Add(series);
        }

        runs.Separate(". ").Add(Imprint(front));
        if (SourceParts.Address(front) is { } address)
        {
            runs.Separate(". ").Add(address);
        }
    }

    private static void Title(CitationRuns runs, FrontMatter front, string fileName)
    {
        if (SourceParts.Title(front) is { } title)
        {
            runs.Add(title, italic: true);
        }
        else
        {
            runs.Add($"untitled document ({fileName})");
        }
    }

    private static string Imprint(FrontMatter front)
    {
        string?[] house = [front.Place, front.Publisher];
        var where = string.Join(": ", house.Where(part => !string.IsNullOrWhiteSpace(part)));
        return where.Length > 0 ? $"{where}, {SourceParts.Year(front)}" : SourceParts.Year(front);
    }

    private static string Responsible(FrontMatter front, bool inverted)
    {
        var authors = SourceParts.Names(front.Authors);
        if (authors.Count > 0)
        {
            return Join(authors, inverted);
        }

        var editors = SourceParts.Names(front.Editors);
        return editors.Count > 0 ? $"{Join(editors, inverted)}, {(editors.Count == 1 ? "ed." : "eds.")}" : "";
    }

    private static string Join(IReadOnlyList<AuthorName> names, bool inverted)
    {
        var shown = names.Select((name, index) => inverted && index == 0 ? name.Inverted : name.InOrder).ToArray();
        var most = inverted ? NamesInBibliography : NamesInNote;
        if (shown.Length > most)
        {
            return inverted ? $"{string.Join(", ", shown[..NamesBeforeEtAl])}, et al." : $"{shown[0]} et al.";
        }

        return shown.Length switch
        {
            1 => shown[0],
            2 => inverted ? $"{shown[0]}, and {shown[1]}" : $"{shown[0]} and {shown[1]}",
            _ => $"{string.Join(", ", shown[..^1])}, and {shown[^1]}",
        };
    }
}
