using System.Globalization;
using System.Text;
using KnowledgeBase.Structuring.Judging;

namespace KnowledgeBase.Cli.Evaluation;

/// <summary>A document judged.</summary>
/// <param name="Name">Of its truth.</param>
/// <param name="Format">The form that was read.</param>
/// <param name="IsMain">True for the form that is pooled; a document's other forms are shown beside it.</param>
/// <param name="FromPicture">True where text was recognised from pictures of pages; pooled by themselves.</param>
/// <param name="Judged">The figures and what is behind them.</param>
internal sealed record StructureCase(string Name, string Format, bool IsMain, bool FromPicture, JudgedStructure Judged)
{
    public string Title => $"{Name} ({Format}{(FromPicture ? ", recognised" : "")})";
}

/// <summary>Writes judged structures as tables, and explains the weakest.</summary>
internal static class StructureEvaluation
{
    /// <summary>Figures below this are explained.</summary>
    private const double Weak = 0.9;

    private const int ShownFaults = 6;

    private static readonly Dictionary<string, string> Heads = new(StringComparer.Ordinal) { ["full_paths"] = "whole paths", ["refs"] = "marks", ["attributions"] = "names" };

    /// <summary>The pooled figures of the documents with text of their own, or null when there are none.</summary>
    public static StructureScore? Pooled(IReadOnlyList<StructureCase> cases)
    {
        var pooled = cases.Where(item => item.IsMain && !item.FromPicture).Select(item => item.Judged.Score).ToList();
        return pooled.Count > 0 ? StructureScore.Pool(pooled) : null;
    }

    /// <summary>All of it as Markdown.</summary>
    public static string Markdown(IReadOnlyList<StructureCase> cases)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            ## Structure

            Each document is read anew and compared with what people read in it (`kb evaluate-structure`). F1 of words of the body text, headings,
            passages (nine words of ten alike), quotes, footnotes and footnote marks; shares of the matched ones at the right level, in the right
            order, under the right nearest heading (paths) and under all of them (whole paths), with the right role, list marker, first page and
            name under a quote; title and year (front). A dash: nothing there to be judged. Pooled are the documents with text of their own, each
            in one form.

            | document |{string.Concat(StructureScore.Names.Select(name => $" {Heads.GetValueOrDefault(name, name)} |"))}
            |---|{string.Concat(StructureScore.Names.Select(_ => "---|"))}

            """);
        foreach (var item in cases)
        {
            AppendRow(text, item.Title, item.Judged.Score);
        }

        if (Pooled(cases) is { } pooled)
        {
            AppendRow(text, $"**pooled, {cases.Count(item => item.IsMain && !item.FromPicture)} documents**", pooled);
        }

        text.Append("\n### Weakest cases\n\n");
        var weak = cases.Where(item => item.IsMain && Below(item).Any()).OrderBy(item => Below(item).Min(name => item.Judged.Score[name])).ToList();
        foreach (var item in weak)
        {
            AppendWeak(text, item);
        }

        text.Append(weak.Count == 0 ? $"No figure of any document is below {Number(Weak)}.\n" : "");
        return text.ToString();
    }

    /// <summary>A figure in three places after the point, a dash for none.</summary>
    public static string Number(double? value) => value is { } number ? number.ToString("0.000", CultureInfo.InvariantCulture) : "–";

    private static IEnumerable<string> Below(StructureCase item) => StructureScore.Names.Where(name => item.Judged.Score[name] < Weak);

    private static void AppendRow(StringBuilder text, string title, StructureScore score) =>
        text.Append(CultureInfo.InvariantCulture, $"| {title} |{string.Concat(StructureScore.Names.Select(name => $" {Number(score[name])} |"))}\n");

    private static void AppendWeak(StringBuilder text, StructureCase item)
    {
        var figures = Below(item).OrderBy(name => item.Judged.Score[name]).Select(name => $"{Heads.GetValueOrDefault(name, name)} {Number(item.Judged.Score[name])} ({Made(item.Judged.Score.Figures[name])})");
        text.Append(CultureInfo.InvariantCulture, $"- **{item.Title}**: {string.Join(", ", figures)}.");
        var faults = item.Judged.Faults.Found;
        if (faults.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $" Behind it: {string.Join("; ", faults.Take(ShownFaults).Select(Described))}{(faults.Count > ShownFaults ? "; and others" : "")}.");
        }

        text.Append('\n');
    }

    private static string Made(FigureCount count) => count.True is { } truth
        ? string.Create(CultureInfo.InvariantCulture, $"{count.Right} right of {count.Read} read and {truth} true")
        : string.Create(CultureInfo.InvariantCulture, $"{count.Right} of {count.Read}");

    private static string Described(StructureFault fault)
    {
        var pages = fault.Pages.OfType<int>().Distinct().Order().ToList();
        var where = pages.Count == 0 ? "" : $", page{(pages.Count > 1 ? "s" : "")} {string.Join(", ", pages)}";
        return string.Create(CultureInfo.InvariantCulture, $"{fault.Pages.Count} × {fault.What}{where}");
    }
}
