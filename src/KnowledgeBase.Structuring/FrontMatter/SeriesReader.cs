using System.Text.RegularExpressions;
using KnowledgeBase.Documents;
using KnowledgeBase.Structuring.Assembly;

namespace KnowledgeBase.Structuring.FrontMatter;

/// <summary>Series and number ("Discussion Points No. 9"), or the symbol of a United Nations document.</summary>
internal static partial class SeriesReader
{
    /// <summary>A series named only in its list of earlier issues must be named there this often.</summary>
    private const int FewestEarlierIssues = 2;

    public static (string? Series, string? Number) Read(FrontMatterEvidence evidence, FrontLines lines)
    {
        var declared = evidence.HeadIsWritten ? (evidence.Declared("series"), evidence.Declared("number", "issue")) : (null, null);
        if (declared is (not null, _) or (_, not null))
        {
            return declared;
        }

        foreach (var line in lines.TitleBlock.Concat(lines.Running).Concat(evidence.Declared("description", "subject") is { } about ? [about] : []))
        {
            var match = Numbered().Match(Whitespace.Collapse(line));
            if (match.Success && IsName(match.Groups["series"].Value))
            {
                return (match.Groups["series"].Value.Trim(' ', ',', '–', '-', ':'), match.Groups["n"].Value);
            }
        }

        var issue = lines.Running.Select(l => Issue().Match(Whitespace.Collapse(l))).FirstOrDefault(m => m.Success && IsName(m.Groups["series"].Value));
        if (issue is not null)
        {
            return (issue.Groups["series"].Value, issue.Groups["n"].Value);
        }

        var symbol = lines.TitleBlock.Concat(lines.Running).Select(l => Symbol().Match(l)).FirstOrDefault(m => m.Success)?.Value;
        return (FromRunningHeads(lines) ?? FromEarlierIssues(evidence, lines), symbol);
    }

    /// <summary>True for a line that only names series, number and perhaps the year.</summary>
    public static bool IsSeriesLine(string line)
    {
        var match = Numbered().Match(Whitespace.Collapse(line));
        return match.Success && match.Index == 0 && Rest().IsMatch(Whitespace.Collapse(line)[match.Length..]) && IsName(match.Groups["series"].Value);
    }

    /// <summary>True for a line that begins with series and number, whatever else it says.</summary>
    public static bool OpensWithSeries(string line) =>
        Numbered().Match(Whitespace.Collapse(line)) is { Success: true, Index: 0 } match && IsName(match.Groups["series"].Value);

    /// <summary>"Discussion Points 2022" at the head of every page, where the title block or the text names the same.</summary>
    private static string? FromRunningHeads(FrontLines lines)
    {
        foreach (var line in lines.Running)
        {
            var match = Dated().Match(Whitespace.Collapse(line));
            var name = match.Success ? match.Groups["series"].Value.Trim() : "";
            if (IsName(name) && lines.TitleBlock.Any(t => HeadingKind.Fold(t).Trim() == HeadingKind.Fold(name)))
            {
                return name;
            }
        }

        return null;
    }

    private static string? FromEarlierIssues(FrontMatterEvidence evidence, FrontLines lines)
    {
        var issues = evidence.Passages.Where(p => p.Role == PassageRole.Reference).Select(p => Numbered().Match(p.Text)).Where(m => m.Success && m.Index == 0)
            .GroupBy(m => m.Groups["series"].Value.Trim(' ', ','), StringComparer.Ordinal).MaxBy(g => g.Count());
        if (issues is null || issues.Count() < FewestEarlierIssues || !IsName(issues.Key))
        {
            return null;
        }

        // The list may also be of another series; this paper names its own.
        var name = HeadingKind.Fold(issues.Key);
        return lines.TitleBlock.Concat(lines.Opening).Concat(lines.Running).Any(t => HeadingKind.Fold(t).Contains(name, StringComparison.Ordinal)) ? issues.Key : null;
    }

    /// <summary>True for the name of a body and nothing else.</summary>
    public static bool IsBody(string text) => Bodies().IsMatch(Whitespace.Collapse(text));

    private static bool IsName(string series) =>
        series.Trim().Length > 5 && series.Trim().Split(' ').Length is >= 2 and <= 9 && char.IsUpper(series.Trim()[0]);

    [GeneratedRegex(
        @"(?:^|[|•·–—:]\s)(?<series>\p{Lu}[\p{L}&'’ /-]{4,80}?)\s*[,:–•·|-]?\s*(?:\(?(?:No|Nr|Nº|N°|Nro|Núm|Number|Numéro|Número|Issue|Vol|Volume)\b\.?|[Nn]\.?\s?[°º]|no\.|no(?=\s\d)|n\.|nr\.|#)\s*:?\s*(?<n>\d{1,4}(?:/\d{2,4})?)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    /// <summary>"Policy Samples 9 | 2021", at the head of the pages.</summary>
    [GeneratedRegex(@"^(?<series>\p{Lu}[\p{L}&'’ /-]{4,80}?)\s+(?<n>\d{1,3})\s*[|•·/–-]\s*(?:19|20)\d\d$", RegexOptions.CultureInvariant)]
    private static partial Regex Issue();

    [GeneratedRegex(@"^(?<series>\p{Lu}[\p{L}&'’ -]{4,60}?)\s*[,|–-]?\s*(?:19|20)\d\d\b", RegexOptions.CultureInvariant)]
    private static partial Regex Dated();

    [GeneratedRegex(@"^[\s,.()|–-]*(?:\p{L}+\s+)?(?:(?:19|20)\d\d)?[\s.()|–-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Rest();

    [GeneratedRegex(
        @"^(?:united nations|nations unies|naciones unidas|european union|african union|world bank|cabinet office)(?: system)?$|^(?:the )?(?:[\p{L}’'-]+ ){0,7}(?:fund|programme|agency|organi[sz]ation|ministry|department|secretariat|institute|foundation|university|bureau|assembly|council|government)(?: of [\p{L} ]+)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bodies();

    [GeneratedRegex(@"(?<![\w/])(?:[AES]|DP|JIU|UNW|TD|HRI|ICCPR|CCPR|CEDAW|CRC|CAT|PBC|HSP|UNEP|WHO|IDB|OEI)(?:/[A-Z][A-Z.0-9]*(?:\.\d+)?)*(?:/\d{1,4})+(?:/(?:Rev|Add|Corr)\.\d+)?(?![\w/])", RegexOptions.CultureInvariant)]
    private static partial Regex Symbol();
}
