using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.FrontMatter;

/// <summary>The year of publication; the year of a meeting reported on is no such year.</summary>
internal static partial class YearReader
{
    private const int OpeningBlocks = 16;
    private const int LongestDateLine = 240;
    private const int LastImprintPage = 4;

    public static int? Read(FrontMatterEvidence evidence, FrontLines lines, string? number, string? title)
    {
        if (evidence.HeadIsWritten && Year(evidence.Declared("year", "date") ?? "") is { } declared)
        {
            return declared;
        }

        return FromName(title)
            ?? FromDateLines(evidence)
            ?? lines.Short.Where(l => l.Length <= LongestDateLine || Copyright().IsMatch(l)).Concat(Imprinted(evidence))
                .Select(l => Published().Match(l)).Where(m => m.Success).Select(m => Year(m.Groups["year"].Value)).FirstOrDefault()
            ?? lines.TitleBlock.Where(l => DateOnly().IsMatch(l.Trim()) || SeriesReader.IsSeriesLine(l)).Select(Year).FirstOrDefault(y => y is not null)
            ?? FromRunning(lines)
            ?? (number is not null && SymbolYear().Match(number) is { Success: true } symbol ? Year(symbol.Groups["year"].Value) : null)
            ?? FromFirstPage(evidence)
            ?? lines.Imprint.Where(l => DateOnly().IsMatch(l.Trim())).Select(Year).FirstOrDefault(y => y is not null)
            ?? FromFile(evidence);
    }

    /// <summary>An act is named by its year: "Ley 200 de 1936".</summary>
    private static int? FromName(string? title) =>
        title is not null && Act().Match(title) is { Success: true } act ? int.Parse(act.Groups["year"].Value, CultureInfo.InvariantCulture) : null;

    /// <summary>Notices of copyright among the first pages.</summary>
    private static IEnumerable<string> Imprinted(FrontMatterEvidence evidence) =>
        evidence.Passages.TakeWhile(p => p.PageFirst <= LastImprintPage).Where(p => Copyright().IsMatch(p.Text)).SelectMany(p => p.Text.Split('\n'));

    /// <summary>
    /// The file's own date says when somebody saved it, perhaps years later. It counts where nothing printed tells the year and the
    /// text bears it out: the last year it speaks of is that year or the one before.
    /// </summary>
    private static int? FromFile(FrontMatterEvidence evidence)
    {
        if (evidence.Metadata.Created?.Year is not { } saved)
        {
            return null;
        }

        var named = evidence.Passages.SelectMany(p => AnyYear().Matches(p.Text)).Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture)).Where(y => y <= saved).DefaultIfEmpty(0).Max();
        return named >= saved - 1 ? saved : null;
    }

    private static int? FromDateLines(FrontMatterEvidence evidence) =>
        evidence.Blocks.Where(b => b.Kind == BlockKind.Date).OrderBy(b => EventReader.NamesEvent(b.Text)).Select(b => Year(b.Text)).FirstOrDefault(y => y is not null);

    /// <summary>"Distr.: General 25 March 2013", "Date: 29 June 2016": a date among the short lines that open the document.</summary>
    private static int? FromFirstPage(FrontMatterEvidence evidence) =>
        evidence.Blocks.Take(OpeningBlocks).Where(b => b.Kind != BlockKind.Footnote && (b.Printed.Count == 0 || b.Printed[0].Page == 1))
            .TakeWhile(b => b.Text.Length <= LongestDateLine)
            .Where(b => !EventReader.NamesEvent(b.Text) || Meeting().IsMatch(b.Text))
            .Select(b => Dated().Matches(b.Text).LastOrDefault()).OfType<Match>().Select(m => Year(m.Value)).FirstOrDefault(y => y is not null);

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

    [GeneratedRegex(@"©|\(c\)|\bcopyright", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Copyright();

    [GeneratedRegex(@"^(?:Decreto[ -])?(?:Ley|Decreto|Loi|Décret|Lei|Act|Law|Decree)\s+(?:\p{L}+\s+)?(?:No?\.?º?\s*)?\d+[\w.-]*\s+(?:de|of|du)\s+(?<year>(?:18|19|20)\d\d)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Act();

    [GeneratedRegex(@"^(?:(?:\p{Lu}[\p{L}’'-]+[\s,]+){0,4})?(?:(?:\d{1,2}(?:st|nd|rd|th|er|\.)?|\p{L}{3,12}|de|del|-|–|/)[\s,.]*){0,5}(?:19[5-9]|20[0-4])\d\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex DateOnly();

    private const string Months =
        "January|February|March|April|May|June|July|August|September|October|November|December|janvier|février|mars|avril|mai|juin|juillet|août|septembre"
        + "|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre";

    [GeneratedRegex(@"\b(?:" + Months + @")\b,?\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?(?:de\s+|del\s+)?(?:19[5-9]|20[0-4])\d\b(?!\s*[–-]\s*(?:19|20)\d\d)|\bdate\s*:.{0,24}?(?:19[5-9]|20[0-4])\d\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dated();

    /// <summary>The record of a meeting is dated by it.</summary>
    [GeneratedRegex(@"\b\d+(?:st|nd|rd|th) (?:plenary )?meeting\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Meeting();

    [GeneratedRegex(@"/(?<year>(?:19[5-9]|20[0-4])\d)/", RegexOptions.CultureInvariant)]
    private static partial Regex SymbolYear();
}
