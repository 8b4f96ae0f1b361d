using System.Text.RegularExpressions;

namespace KnowledgeBase.Structuring.FrontMatter;

/// <summary>Publisher, place, standard numbers and addresses, as an imprint prints them.</summary>
internal static partial class ImprintReader
{
    public static string? Publisher(FrontMatterEvidence evidence, FrontLines lines) =>
        (evidence.HeadIsWritten ? evidence.Declared("publisher") : null)
        ?? lines.Short.Select(l => PublishedBy().Match(l)).Where(m => m.Success).Select(m => m.Groups["name"].Value.Trim(' ', ',', '.')).FirstOrDefault(n => n.Length > 2);

    /// <summary>"Geneva, March 2020" in the title block or imprint.</summary>
    public static string? Place(FrontLines lines) =>
        lines.TitleBlock.Concat(lines.Imprint).Where(l => !EventReader.NamesEvent(l)).Select(l => PlaceAndDate().Match(l.Trim()))
            .Where(m => m.Success && !Month().IsMatch(m.Groups["place"].Value)).Select(m => m.Groups["place"].Value).FirstOrDefault();

    public static string? StandardNumber(FrontMatterEvidence evidence, FrontLines lines) =>
        lines.Short.Concat(lines.Opening).Select(l => Standard().Match(l)).FirstOrDefault(m => m.Success)?.Value
        ?? (evidence.HeadIsWritten ? evidence.Declared("issn", "isbn") : null);

    public static string? Doi(FrontMatterEvidence evidence, FrontLines lines) =>
        lines.Short.Select(l => DoiShape().Match(l)).FirstOrDefault(m => m.Success)?.Value.TrimEnd('.', ',', ';')
        ?? (evidence.Declared("doi") is { } declared && DoiShape().Match(declared) is { Success: true } match ? match.Value : null);

    public static string? Url(FrontMatterEvidence evidence, FrontLines lines) =>
        (evidence.HeadIsWritten ? evidence.Declared("url") : null)
        ?? lines.TitleBlock.Concat(lines.Imprint).Select(l => OwnAddress().Match(l)).Where(m => m.Success).Select(m => m.Groups["url"].Value.TrimEnd('.', ',', ')')).FirstOrDefault();

    [GeneratedRegex(@"\b(?:published by|publisher\s*:|publié par|éditeur\s*:|publicado por|editorial\s*:|herausgegeben von|verlag\s*:)\s*:?\s*(?<name>(?-i:\p{Lu})[^.;|©\n]{2,90}?)(?:\s+in\s+(?:19|20)\d\d|,\s*(?:19|20)\d\d|[.;|©]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PublishedBy();

    [GeneratedRegex(@"^(?<place>(?:The |La |Le |El )?\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,2}),\s+(?:le\s+|den\s+)?(?:\d{1,2}\.?\s+)?(?:de\s+)?(?:\p{L}+\s+)?(?:\d{1,2},\s+)?(?:de\s+)?(?:19[5-9]|20[0-4])\d\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex PlaceAndDate();

    [GeneratedRegex(@"^(?:January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn|Winter|Distr)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Month();

    [GeneratedRegex(@"\b(?:e-?)?ISSN(?:\s*\([^)]*\))?\s*:?\s*\d{4}\s?[-–]\s?\d{3}[\dXx]|\b(?:e-?)?ISBN(?:-1[03])?(?:\s*\([^)]*\))?\s*:?\s*[\d][\d\s–-]{8,16}[\dXx]", RegexOptions.CultureInvariant)]
    private static partial Regex Standard();

    [GeneratedRegex(@"\b10\.\d{4,9}/[^\s""<>]+", RegexOptions.CultureInvariant)]
    private static partial Regex DoiShape();

    [GeneratedRegex(@"(?:^(?:also )?|\b(?:this|the present|ce|cette|le présent|este|esta|el presente)\b[^.]{0,80}?)\b(?:available (?:online )?(?:at|from)|download(?:ed|able)?(?: (?:at|from))?|disponible (?:en|sur|à)|online|URL)\s*:?\s*(?<url>(?:https?://|www\.)\S+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OwnAddress();
}
