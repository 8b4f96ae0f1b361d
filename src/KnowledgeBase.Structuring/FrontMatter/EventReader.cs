using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.FrontMatter;

/// <summary>The meeting a paper reports on: its name, place and year, from the title block or the first paragraphs.</summary>
internal static partial class EventReader
{
    private const string Nouns =
        "meetings?|workshop|seminar|conference|retreat|symposium|roundtable|learning exchange|exchange|forum|summit|consultation"
        + "|réunion|atelier|séminaire|colloque|conférence|rencontre|table ronde|taller|seminario|reunión|encuentro|conferencia|coloquio|mesa redonda"
        + "|Tagung|Konferenz|Treffen|reunião|oficina|seminário|conferência|encontro";

    public static bool NamesEvent(string text) => Noun().IsMatch(text);

    public static DocumentEvent? Read(FrontMatterEvidence evidence, FrontLines lines)
    {
        var written = evidence.HeadIsWritten && evidence.Declared("event") is { } declared ? FromLine(declared) ?? new(declared, null, YearOf(declared)) : null;
        return written
            ?? lines.TitleBlock.Where(l => l.Length < 200 && NamesEvent(l)).Select(FromLine).FirstOrDefault(e => e is not null)
            ?? Best(lines.Opening.SelectMany(FromText))
            ?? evidence.Sections.Take(3).Select(s => HeadingWithYear().Match(s.Title)).Where(m => m.Success)
                .Select(m => new DocumentEvent(m.Groups["name"].Value.Trim(), null, int.Parse(m.Groups["year"].Value, CultureInfo.InvariantCulture))).FirstOrDefault();
    }

    /// <summary>"Annual meeting, The Hague, May 2022", each part once.</summary>
    private static DocumentEvent? FromLine(string line)
    {
        var match = Line().Match(Whitespace.Collapse(line));
        return match.Success
            ? new(match.Groups["name"].Value.Trim(' ', ','), NullIfEmpty(match.Groups["place"].Value.Trim(' ', ',')), YearOf(match.Groups["date"].Value))
            : null;
    }

    private static IEnumerable<DocumentEvent> FromText(string text)
    {
        foreach (var pattern in new[] { InText(), InTextRomance() })
        {
            foreach (Match match in pattern.Matches(text))
            {
                var year = match.Groups["year"].Success ? YearOf(match.Groups["year"].Value) : YearOf(SentenceAround(text, match.Index));
                // "in September" is no place.
                if (!MonthName().IsMatch(match.Groups["place"].Value))
                {
                    yield return new(TrimName(match.Groups["name"].Value), match.Groups["place"].Value.Trim(), year);
                }
            }
        }
    }

    /// <summary>The fullest account: with a year, then with a name of its own.</summary>
    private static DocumentEvent? Best(IEnumerable<DocumentEvent> events) =>
        events.Where(e => e.Year is not null).OrderByDescending(e => e.Name!.Count(char.IsUpper)).FirstOrDefault();

    private static string TrimName(string name) => Article().Replace(name.Trim(), "");

    private static string SentenceAround(string text, int index)
    {
        var start = text.LastIndexOf(". ", index, StringComparison.Ordinal) + 1;
        var end = text.IndexOf(". ", index, StringComparison.Ordinal);
        return text[start..(end < 0 ? text.Length : end)];
    }

    private static int? YearOf(string text) =>
        Year().Match(text) is { Success: true } match ? int.Parse(match.Value, CultureInfo.InvariantCulture) : null;

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    [GeneratedRegex(@"\b(?:" + Nouns + @")\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Noun();

    [GeneratedRegex(
        @"^(?<name>[^,()]*\b(?:" + Nouns + @")\b[^,()]*)(?:,\s*(?<place>(?-i:\p{Lu})[\p{L}’'. -]+(?:,\s*(?-i:\p{Lu})[\p{L}’'. -]+)?))?[,(]\s*(?<date>[^,]*\b(?:19|20)\d\d)\)?\.?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Line();

    [GeneratedRegex(
        @"\b(?<name>(?:(?:[Tt]he|[Aa]n?)\s+)?(?:(?:\p{Lu}[\p{L}’'-]*|annual|expert|regional|international|high-level|two-day|three-day|\d{1,2}(?:st|nd|rd|th)|(?<year>20\d\d))\s+){1,7}(?i:meeting|workshop|seminar|conference|retreat|symposium|roundtable|consultation|forum|summit))"
        + @"(?:,?\s+(?:held|convened|which took place|that took place|hosted))?\s+(?:in|at)\s+(?<place>(?:[Tt]he\s+)?\p{Lu}[\p{L}’'-]+(?:,?\s\p{Lu}[\p{L}’'-]+){0,3})(?:,?\s+(?:(?:in|on|from)\s+)?[^.;]{0,40}?\b(?<year>(?:19|20)\d\d)\b)?",
        RegexOptions.CultureInvariant)]
    private static partial Regex InText();

    [GeneratedRegex(
        @"\b(?<name>(?:réunion|atelier|séminaire|colloque|conférence|rencontre|taller|seminario|reunión|encuentro|conferencia|coloquio)\b[^,.;()”»]{0,70}?)\s+(?:(?:tenue?|organisée?|celebrad[oa]|realizad[oa]|organizad[oa])\s+)?(?:à|au|en)\s+(?<place>(?:La |Le |El )?\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,2})[^.;]{0,40}?\b(?<year>(?:19|20)\d\d)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex InTextRomance();

    [GeneratedRegex(@"^(?<name>.*\b(?:" + Nouns + @")\b[^\d]*?)\s*(?<year>20\d\d)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HeadingWithYear();

    [GeneratedRegex(@"^(?:January|February|March|April|May|June|July|August|September|October|November|December|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MonthName();

    [GeneratedRegex(@"^(?:[Tt]he|[Aa]n?)\s+(?:20\d\d\s+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Article();

    [GeneratedRegex(@"\b(?:19[5-9]|20[0-4])\d\b", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
