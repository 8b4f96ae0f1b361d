using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.FrontMatter;

/// <summary>The year of publication; the year of a meeting reported on is no such year.</summary>
internal static partial class YearReader
{
    public static int? Read(FrontMatterEvidence evidence, FrontLines lines, string? number)
    {
        if (evidence.HeadIsWritten && Year(evidence.Declared("year", "date") ?? "") is { } declared)
        {
            return declared;
        }

        return FromDateLines(evidence)
            ?? lines.Short.Select(l => Published().Match(l)).Where(m => m.Success).Select(m => Year(m.Groups["year"].Value)).FirstOrDefault()
            ?? lines.TitleBlock.Where(l => DateOnly().IsMatch(l.Trim()) || SeriesReader.IsSeriesLine(l)).Select(Year).FirstOrDefault(y => y is not null)
            ?? FromRunning(lines)
            ?? (number is not null && SymbolYear().Match(number) is { Success: true } symbol ? Year(symbol.Groups["year"].Value) : null)
            ?? lines.Imprint.Where(l => DateOnly().IsMatch(l.Trim())).Select(Year).FirstOrDefault(y => y is not null);
    }

    private static int? FromDateLines(FrontMatterEvidence evidence) =>
        evidence.Blocks.Where(b => b.Kind == BlockKind.Date).OrderBy(b => EventReader.NamesEvent(b.Text)).Select(b => Year(b.Text)).FirstOrDefault(y => y is not null);

    /// <summary>The year that most running lines with a year agree on.</summary>
    private static int? FromRunning(FrontLines lines) =>
        lines.Running.Where(l => !EventReader.NamesEvent(l)).Select(Year).Where(y => y is not null).GroupBy(y => y).OrderByDescending(g => g.Count()).FirstOrDefault()?.Key;

    /// <summary>The last year named, or null; a range ends in the year that counts.</summary>
    private static int? Year(string text) =>
        AnyYear().Matches(text).LastOrDefault() is { } match ? int.Parse(match.Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"\b(?:19[5-9]|20[0-4])\d\b", RegexOptions.CultureInvariant)]
    private static partial Regex AnyYear();

    [GeneratedRegex(@"(?:©|\(c\)|\bcopyright|\b(?:first )?published|\bpublication date|\bpublié|\bpublicado|\bparution|\berschienen|\bveröffentlicht)[^\d]{0,60}(?:\d{1,2}[^\d]{1,15})?(?<year>(?:19[5-9]|20[0-4])\d)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Published();

    [GeneratedRegex(@"^(?:(?:\p{Lu}[\p{L}’'-]+[\s,]+){0,4})?(?:(?:\d{1,2}(?:st|nd|rd|th|er|\.)?|\p{L}{3,12}|de|del|-|–|/)[\s,.]*){0,5}(?:19[5-9]|20[0-4])\d\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex DateOnly();

    [GeneratedRegex(@"/(?<year>(?:19[5-9]|20[0-4])\d)/", RegexOptions.CultureInvariant)]
    private static partial Regex SymbolYear();
}
