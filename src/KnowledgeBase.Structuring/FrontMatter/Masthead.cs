using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.FrontMatter;

/// <summary>
/// What the first page says of a document issued by the United Nations and bodies that print likewise: organ, symbol, how it is
/// distributed and when stand at the top; session and agenda item under them at the left margin; the title below, indented or
/// centred, with who reports under it. Read from the printed lines, since what a page says here its places and type tell.
/// </summary>
/// <param name="Symbol">Document symbol, or null.</param>
/// <param name="Title">Title, or null where none was told apart.</param>
/// <param name="Subtitle">Who reports ("Report of the Secretary-General"), or null.</param>
/// <param name="Year">Year of the date of distribution, or null.</param>
internal sealed partial record Masthead(string? Symbol, string? Title, string? Subtitle, int? Year)
{
    /// <summary>The masthead stands above this share of the page's height.</summary>
    private const double LowestTop = 0.4;

    /// <summary>Date and language stand at most this far under the line of distribution, in points.</summary>
    private const double LowestDate = 80;

    /// <summary>A line indented by less than this stands at the left margin, in points.</summary>
    private const double LeastIndent = 25;

    /// <summary>Lines of a group in one type are set at most this many times their size apart.</summary>
    private const double WidestGap = 0.55;

    private const int TextWords = 8;

    private sealed record Group(IReadOnlyList<PrintLine> Lines)
    {
        public double Size => Lines[0].Size;

        public double Left => Lines.Min(l => l.Left);

        public string Text { get; } = Lines.Aggregate("", (text, line) => text.Length == 0 || text[^1] == '-' ? text + line.Text : text + " " + line.Text).TrimEnd('*', '∗', '†', ' ');
    }

    private sealed record PrintLine(string Text, Box Box, double Left, double Size, bool Bold)
    {
        public int Words => Text.Count(c => c == ' ') + 1;
    }

    /// <summary>Reads the first page; null when it has no such masthead.</summary>
    public static Masthead? Read(ExtractedDocument document)
    {
        if (document.Pages.Count == 0 || document.Pages[0] is not { Height: > 0 } page)
        {
            return null;
        }

        var lines = page.Lines.Where(l => !l.IsRotated).Select(Shown).Where(l => l.Text.Length > 0).OrderBy(l => l.Box.Top).ToList();
        if (lines.Find(l => l.Box.Top < LowestTop * page.Height && Distribution().IsMatch(l.Text)) is { } distribution)
        {
            return Issued(lines, distribution, page);
        }

        // Records of meetings name no distribution; their organ, meeting and day stand in place of a title.
        var record = lines.Where(l => l.Box.Top < LowestTop * page.Height).Select(l => SymbolShape().Match(l.Text)).FirstOrDefault(m => m.Success && MeetingSymbol().IsMatch(m.Value));
        var meeting = lines.Find(l => l.Box.Top < LowestTop * page.Height && MeetingLine().IsMatch(l.Text));
        var organ = lines.Where(l => meeting is not null && l.Box.Top < meeting.Box.Top && !UnitedNations().IsMatch(l.Text)).MaxBy(l => l.Size);
        return record is null || meeting is null || organ is null ? null : new(Bare(record.Value), $"{organ.Text}, {meeting.Text}", null, null);
    }

    private static Masthead Issued(List<PrintLine> lines, PrintLine distribution, Page page)
    {
        var column = lines.Where(l => l.Box.Top >= distribution.Box.Top - 2 && l.Box.Top < distribution.Box.Top + LowestDate && l.Left >= distribution.Left - 5).ToList();
        var symbol = lines.Where(l => l.Box.Top <= distribution.Box.Bottom + LowestDate).Select(l => SymbolShape().Match(l.Text)).FirstOrDefault(m => m.Success)?.Value;
        var year = column.Select(l => DateOfIssue().Match(l.Text)).FirstOrDefault(m => m.Success)?.Groups["year"].Value;

        // The organ's name may have more lines than the column at the right.
        var organ = lines.Where(l => l.Left < distribution.Left - 40 && l.Box.Top < distribution.Box.Bottom + LowestDate && l.Size >= 1.25 * distribution.Size);
        var bottom = column.Concat(organ).Max(l => l.Box.Bottom);
        while (lines.Find(l => l.Box.Top > bottom - 5 && l.Box.Top < bottom + 6 && l.Left < distribution.Left - 40 && l.Size >= 1.6 * distribution.Size) is { } more && more.Box.Bottom > bottom)
        {
            bottom = more.Box.Bottom;
        }

        var (title, subtitle) = TitleOf(lines.Where(l => l.Box.Top >= bottom - 2 && l.Box.Top < 0.75 * page.Height).ToList());
        return new(symbol is null ? null : Bare(symbol), title, subtitle, year is null ? null : int.Parse(year, CultureInfo.InvariantCulture));
    }

    private static (string? Title, string? Subtitle) TitleOf(List<PrintLine> below)
    {
        var opening = below.Take(TextAt(below)).Where(l => l.Text[0] is not ('*' or '∗')).ToList();
        if (opening.Count == 0)
        {
            return default;
        }

        var margin = opening.Min(l => l.Left);
        var set = opening.Exists(l => l.Bold) ? opening.Where(l => l.Bold).ToList() : opening.Where(l => l.Left > margin + LeastIndent).ToList();
        var groups = Groups(set).Where(g => g.Text.Any(char.IsLetter) && !AgendaLine().IsMatch(g.Text)).ToList();
        var agenda = groups.FindAll(g => g.Left <= margin + LeastIndent);
        var indented = groups.FindAll(g => g.Left > margin + LeastIndent);
        if (indented.Count == 0)
        {
            // Letters and reports without an agenda item stand at the margin themselves.
            (indented, agenda) = (groups, []);
        }

        if (indented.Count > 1 && agenda.Count == 0 && Math.Abs(indented[0].Size - indented[1].Size) < 0.5 && !indented[0].Text.Any(char.IsLower)
            && opening.Exists(l => AgendaLine().IsMatch(l.Text)) && Report().IsMatch(indented[1].Text))
        {
            // The agenda item's name, centred like the title.
            agenda.Add(indented[0]);
            indented.RemoveAt(0);
        }

        if (indented.Count == 0)
        {
            return default;
        }

        var title = indented.MaxBy(g => Math.Round(g.Size));
        var under = indented.SkipWhile(g => g != title).Skip(1).ToList();
        var next = under.Count > 0 ? under[0].Text : null;
        if (next is not null && Body().IsMatch(title!.Text) && title.Lines.Count == 1)
        {
            // A body's name alone is no title: what it issues stands under it, or above as the agenda item.
            return Part().IsMatch(next)
                ? agenda.Count > 0 ? (agenda[^1].Text, title.Text) : (title.Text, next)
                : ($"{title.Text}: {next}", under.Count > 1 ? under[1].Text : null);
        }

        return (title!.Text, next?.Trim('(', ')'));
    }

    /// <summary>Where the title block ends: at a summary, contents, a numbered heading, or two lines of running text.</summary>
    private static int TextAt(List<PrintLine> lines)
    {
        var end = lines.FindIndex(l => Heading().IsMatch(l.Text));
        for (var i = 0; i + 1 < (end < 0 ? lines.Count : end); i++)
        {
            if (!lines[i].Bold && !lines[i + 1].Bold && lines[i].Words >= TextWords && lines[i + 1].Words >= TextWords)
            {
                return i;
            }
        }

        return end < 0 ? lines.Count : end;
    }

    private static List<Group> Groups(List<PrintLine> lines)
    {
        var groups = new List<List<PrintLine>>();
        foreach (var line in lines)
        {
            if (groups.Count > 0 && groups[^1][^1] is var last && Math.Abs(last.Size - line.Size) < 0.6 && line.Box.Top - last.Box.Bottom < WidestGap * line.Size
                && !AgendaLine().IsMatch(last.Text))
            {
                groups[^1].Add(line);
            }
            else
            {
                groups.Add([line]);
            }
        }

        return [.. groups.Select(g => new Group(g))];
    }

    /// <summary>A line without raised note marks; where a line of the organ runs into the right column, the column's part counts.</summary>
    private static PrintLine Shown(Line line)
    {
        var runs = line.Runs.Where(r => !r.Raised).ToList();
        var distribution = runs.Find(r => Distribution().IsMatch(r.Text));
        var left = distribution is null ? line.Box.Left : distribution.Box.Left;
        var text = Whitespace.Collapse(string.Concat(runs.Select(r => r.Text)));
        return new(text, line.Box, left, distribution?.Font.SizePoints ?? line.Font.SizePoints, line.Font.Bold);
    }

    private static string Bare(string symbol) => symbol.Replace(" /", "/", StringComparison.Ordinal);

    [GeneratedRegex(@"\bDistr(?:\.|ibution\s*:|ibuci[óo]n\s*:)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Distribution();

    [GeneratedRegex(@"(?<![\w/])[A-Z]{1,6}(?:\s?/(?:[A-Z]{1,6}(?:\.\d+)*|\d{1,4}))+(?:/(?:Rev|Add|Corr|PV|SR|L|CRP|INF|WP)\.\d+)*(?![\w/])", RegexOptions.CultureInvariant)]
    private static partial Regex SymbolShape();

    [GeneratedRegex(@"/(?:PV|SR)\.\d+", RegexOptions.CultureInvariant)]
    private static partial Regex MeetingSymbol();

    [GeneratedRegex(@"^\d+(?:st|nd|rd|th|e|ª|a)?\s+(?:plenary )?(?:meeting|séance|sesión)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MeetingLine();

    [GeneratedRegex(@"^(?:United Nations|Nations Unies|Naciones Unidas)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex UnitedNations();

    [GeneratedRegex(@"\b\d{1,2}(?:er)?\s+(?:de\s+)?\p{L}{3,12}\s+(?:de\s+)?(?<year>(?:19[4-9]|20[0-4])\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex DateOfIssue();

    [GeneratedRegex(@"^(?:\S+\s){0,4}(?:session|sesi[óo]n)(?:\s*,?\s*(?:of\s+)?\d{4})?\s*\*?$|^(?:Agenda |Provisional )?[Ii]tems? \d|^(?:Point|Tema) \d|\bagenda\*?$|ordre du jour|^\d{1,2}(?:\s\p{L}+)?(?: to |[–-])\d{1,2} \p{L}+|^(?:\p{L}+[ -])*year$", RegexOptions.CultureInvariant)]
    private static partial Regex AgendaLine();

    [GeneratedRegex(@"^(?:Summary|Contents|Abstract|R[ée]sum[ée]n?|Sommaire|Table des mati[èe]res|Índice|Chapter|I\.\s|1\.\s|A\.\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?:Report|Rapport|Informe)\b.*\s(?:on|sur|sobre)\s", RegexOptions.CultureInvariant)]
    private static partial Regex Report();

    [GeneratedRegex(@"^(?:Addendum|Corrigendum|Additif|Rectificatif|Adición|Corrección)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Part();

    [GeneratedRegex(@"^(?:the )?(?:\p{L}+ ){1,6}(?:fund|programme|office|agency|organization|council|board|committee|commission)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Body();
}
