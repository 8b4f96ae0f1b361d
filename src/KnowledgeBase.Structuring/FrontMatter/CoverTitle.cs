using System.Text.RegularExpressions;
using KnowledgeBase.Documents;
using KnowledgeBase.Structuring.Assembly;

namespace KnowledgeBase.Structuring.FrontMatter;

/// <summary>
/// Looks again at a title by the type it is set in: a line in the same or larger type right above it belongs to it, a "subtitle" far
/// below it does not; and where the layout showed no title, the largest type of the first page is one.
/// </summary>
internal sealed partial class CoverTitle
{
    /// <summary>A title is set at least this many times as large as the text.</summary>
    private const double LeastSize = 1.3;

    /// <summary>Under the kind of paper in larger type, a title may be set smaller than that.</summary>
    private const double LeastUnderKind = 1.15;

    /// <summary>A title above the longer part of it stands at most this many times its size away.</summary>
    private const double FarthestAbove = 3;

    /// <summary>A subtitle stands at most this many times its size under the title.</summary>
    private const double FarthestSubtitle = 6;

    /// <summary>Sizes closer than this are the same, in points.</summary>
    private const double SameSize = 0.6;

    private const int MostWords = 30;

    private readonly FrontMatterEvidence evidence;
    private readonly HashSet<string> common;
    private readonly Dictionary<(int Page, Box Box), double> sizes = [];
    private readonly double body;

    public CoverTitle(FrontMatterEvidence evidence, HashSet<string> common)
    {
        this.evidence = evidence;
        this.common = common;
        foreach (var page in evidence.Extracted.Pages)
        {
            foreach (var line in page.Lines)
            {
                sizes[(page.Number, line.Box)] = line.Font.SizePoints;
            }
        }

        body = evidence.Extracted.Pages.SelectMany(p => p.Lines).GroupBy(l => Math.Round(l.Font.SizePoints * 2) / 2).MaxBy(g => g.Sum(l => l.Text.Length))?.Key ?? 0;
    }

    /// <summary>What stands right above a title in type as large: the title itself, or the beginning of it.</summary>
    /// <param name="title">The block taken for the title.</param>
    /// <param name="isSeries">Tells what only names the series.</param>
    /// <returns>Title and subtitle, or null when the block is the whole title.</returns>
    public (string Title, string? Subtitle)? WithAbove(Block title, Func<string, bool> isSeries)
    {
        if (Place(title) is not { } place)
        {
            return null;
        }

        var above = evidence.Blocks.Where(b => b != title && b.Kind is BlockKind.Boilerplate or BlockKind.Heading or BlockKind.Paragraph or BlockKind.Table)
            .Select(b => (Block: b, Place: Place(b))).Where(b => b.Place is { } p && p.Page == place.Page && p.Top < place.Top)
            .Select(b => (b.Block, Place: b.Place!.Value)).OrderByDescending(b => b.Place.Bottom).FirstOrDefault();
        if (above.Block is null || above.Block.Text.Length > 120 || isSeries(above.Block.Text) || !IsNameLike(above.Block.Text)
            || place.Top - above.Place.Bottom > FarthestAbove * above.Place.Size || SeriesReader.IsBody(above.Block.Text))
        {
            return null;
        }

        var text = Whitespace.Collapse(above.Block.Text);
        if (Kind().IsMatch(text) || (!text.Contains(' ', StringComparison.Ordinal) && above.Place.Size < LeastSize * place.Size))
        {
            return null;
        }

        return Leads().IsMatch(text) && above.Place.Size >= 0.75 * place.Size ? (text + " " + Whitespace.Collapse(title.Text), null)
            : above.Place.Size >= place.Size - SameSize ? (text, Whitespace.Collapse(title.Text))
            : null;
    }

    /// <summary>True for what kind of paper it is, and nothing else.</summary>
    public static bool IsKind(string text) => Kind().IsMatch(text);

    /// <summary>True when a subtitle stands too far under the title to belong to it.</summary>
    public bool IsApart(Block title, Block subtitle) =>
        Place(title) is { } above && Place(subtitle) is { } under && above.Page == under.Page && under.Top - above.Bottom > FarthestSubtitle * under.Size;

    /// <summary>The largest type on the upper part of the first page, where it is larger than the text and names no chapter.</summary>
    public string? Largest()
    {
        if (body <= 0 || evidence.Extracted.Pages[0] is not { Height: > 0 } page)
        {
            return null;
        }

        var groups = new List<List<Line>>();
        foreach (var line in page.Lines.Where(l => !l.IsRotated && l.Box.Top < 0.65 * page.Height && l.Text.Any(char.IsLetter)).OrderBy(l => l.Box.Top))
        {
            if (groups.Count > 0 && Math.Abs(groups[^1][^1].Font.SizePoints - line.Font.SizePoints) < SameSize && line.Box.Top - groups[^1][^1].Box.Bottom < 0.8 * line.Font.SizePoints)
            {
                groups[^1].Add(line);
            }
            else
            {
                groups.Add([line]);
            }
        }

        var large = groups.Where(g => g[0].Font.SizePoints >= LeastUnderKind * body && !Dated().IsMatch(Text(g))).OrderByDescending(g => g[0].Font.SizePoints).ToList();
        var best = large.FirstOrDefault() is { } first && Kind().IsMatch(Text(first)) ? large.Find(g => !Kind().IsMatch(Text(g))) ?? first
            : large.Find(g => g[0].Font.SizePoints >= LeastSize * body);
        if (best is null || evidence.Extracted.Pages.Skip(1).SelectMany(p => p.Lines).Count(l => Math.Abs(l.Font.SizePoints - best[0].Font.SizePoints) < SameSize && l.Text.Any(char.IsLetter)) > 1)
        {
            // Chapters are set like it.
            return null;
        }

        var text = Text(best);
        return text.Split(' ').Length <= MostWords && IsNameLike(text) && !TitleReader.NamesChapter(text) ? text : null;
    }

    private static string Text(List<Line> lines) => Whitespace.Collapse(string.Join(' ', lines.Select(l => l.Text)));

    /// <summary>Several words, or one that the text never writes small: an ornament ("BRIEF") is a common word.</summary>
    private bool IsNameLike(string text)
    {
        var words = Whitespace.Collapse(text).Split(' ');
        return words.Length > 1 || (words[0].Length > 3 && words[0].Any(char.IsLetter) && !common.Contains(HeadingKind.Fold(words[0]).Trim()) && !common.Contains(words[0].ToLowerInvariant()));
    }

    private (int Page, double Top, double Bottom, double Size)? Place(Block block)
    {
        if (block.Printed.Count == 0)
        {
            return null;
        }

        var first = block.Printed[0];
        var lines = block.Printed.Where(l => l.Page == first.Page).ToList();
        var size = lines.Select(l => sizes.GetValueOrDefault((l.Page, l.Box))).Max();
        return size > 0 ? (first.Page, lines.Min(l => l.Box.Top), lines.Max(l => l.Box.Bottom), size) : null;
    }

    /// <summary>What kind of paper it is, which covers print large too.</summary>
    [GeneratedRegex(
        @"^(?:(?:policy|evaluation|research|briefing|working|discussion|issues?|technical|analysis|think|case|country|annual|final|interim|progress|project|conference|workshop|special|occasional|background|information)\s+)*(?:brief|briefing|paper|note|report|study|series|update|bulletin|rapport|informe)s?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Kind();

    /// <summary>Words that lead on to the next line.</summary>
    [GeneratedRegex(@"\b(?:in|of|and|for|the|on|to|with|from|by|en|de|du|des|et|pour|sur|la|le|les|dans|del|y|para|los|las|el|der|die|das|und|für)$|[:–-]$", RegexOptions.CultureInvariant)]
    private static partial Regex Leads();

    [GeneratedRegex(@"^(?:\p{L}+\.?\s+)?(?:\d{1,2}\s+)?(?:\p{L}+\.?\s+)?(?:19|20)\d\d$", RegexOptions.CultureInvariant)]
    private static partial Regex Dated();
}
