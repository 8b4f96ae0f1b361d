using System.Text.RegularExpressions;
using KnowledgeBase.Documents;
using KnowledgeBase.Structuring.Assembly;

namespace KnowledgeBase.Structuring.FrontMatter;

/// <summary>Title and subtitle.</summary>
internal static partial class TitleReader
{
    /// <summary>A title in the file's properties counts when this share of its words stands at the document's beginning.</summary>
    private const double ShareBorneOut = 0.7;
    private const int BeginningCharacters = 2500;

    /// <summary>A running head names the document when it stands on so many pages and has so many words.</summary>
    private const int FewestPages = 3;
    private const int FewestWords = 3;

    public static (string? Title, string? Subtitle) Read(FrontMatterEvidence evidence, FrontLines lines, string? series)
    {
        var cover = new CoverTitle(evidence, PeopleReader.CommonWords(evidence));
        var block = evidence.Blocks.FirstOrDefault(b => b.Kind == BlockKind.Title && IsTitle(Clean(b.Text), series) && !CoverTitle.IsKind(Clean(b.Text)));
        if (block is not null && cover.WithAbove(block, text => NamesSeries(text, series) || SeriesReader.OpensWithSeries(text)) is { } whole)
        {
            return (whole.Title.TrimEnd(':', ' '), whole.Subtitle ?? Subtitle(evidence, cover, block, series));
        }

        var titles = Printed(evidence, BlockKind.Title, series);
        var subtitles = Printed(evidence, BlockKind.Subtitle, series);
        if (block is not null && evidence.Blocks.FirstOrDefault(b => b.Kind == BlockKind.Subtitle) is { } first && cover.IsApart(block, first))
        {
            subtitles.Remove(Clean(first.Text));
        }

        var kind = titles.Find(CoverTitle.IsKind);
        titles.RemoveAll(CoverTitle.IsKind);
        if (titles.Count == 0 && kind is not null)
        {
            return (cover.Largest() ?? subtitles.FirstOrDefault() ?? kind, null);
        }

        var title = titles.FirstOrDefault() ?? FromHead(evidence) ?? FromHeading(evidence) ?? cover.Largest() ?? FromRunningHead(evidence, lines, series);
        if (title is null && subtitles.Count > 0)
        {
            // What was taken for the title named the series.
            (title, subtitles) = (subtitles[0], subtitles[1..]);
        }

        var subtitle = titles.Skip(1).Concat(subtitles).FirstOrDefault(s => s != title && !Fragment().IsMatch(s))
            ?? (evidence.Declared("subtitle") is { } declared && !NamesSeries(declared, series) ? declared : null);
        return (subtitle is null ? title : title?.TrimEnd(':', ' '), subtitle);
    }

    private static List<string> Printed(FrontMatterEvidence evidence, BlockKind kind, string? series) =>
        [.. evidence.Blocks.Where(b => b.Kind == kind).Select(b => Clean(b.Text)).Where(t => IsTitle(t, series))];

    private static string? Subtitle(FrontMatterEvidence evidence, CoverTitle cover, Block title, string? series) =>
        evidence.Blocks.Where(b => b.Kind == BlockKind.Subtitle && !cover.IsApart(title, b)).Select(b => Clean(b.Text))
            .FirstOrDefault(t => IsTitle(t, series) && !Fragment().IsMatch(t));

    private static string Clean(string text) => Whitespace.Collapse(text).TrimEnd('*', '∗', '†', ' ');

    private static bool IsTitle(string text, string? series) => text.Length > 2 && !NamesSeries(text, series) && !SeriesReader.OpensWithSeries(text);

    /// <summary>Where nothing on the first page is a title, its running heads are, if they stand on the other pages too.</summary>
    private static string? FromRunningHead(FrontMatterEvidence evidence, FrontLines lines, string? series)
    {
        if (evidence.Extracted.Pages.Count < FewestPages)
        {
            return null;
        }

        var heads = lines.Running.Count == 0 ? [] : evidence.SetAside.Where(l => l.Reason == SetAsideReason.RunningHead).ToList();
        var names = heads.Where(l => l.Page == 1).Select(l => Clean(l.Text)).Where(t => heads.Count(l => Clean(l.Text) == t) >= FewestPages
            && t.Split(' ').Length >= FewestWords && IsTitle(t, series) && !SeriesReader.IsBody(t) && !Address().IsMatch(t)).Take(2).ToList();
        return names.Count == 0 ? null : string.Join(": ", names);
    }

    /// <summary>True for what chapters are called.</summary>
    public static bool NamesChapter(string text) => ChapterName().IsMatch(HeadingKind.Fold(text));

    private static bool NamesSeries(string text, string? series) =>
        series is not null && HeadingKind.Fold(text).StartsWith(HeadingKind.Fold(series), StringComparison.Ordinal) && text.Length < series.Length + 16;

    private static string? FromHead(FrontMatterEvidence evidence)
    {
        if (evidence.Metadata.Title is not { Length: > 3 } declared || FileName().IsMatch(declared))
        {
            return null;
        }

        var title = declared.Trim();
        // Web pages add the site's name.
        var cut = evidence.Extracted.Source.Format == SourceFormat.Html ? SiteSuffix().Replace(title, "") : title;
        return evidence.HeadIsWritten || IsBorneOut(cut, evidence) ? cut : null;
    }

    /// <summary>The first heading names a letter or brief without a title block, unless it is a chapter's or text stands before it.</summary>
    private static string? FromHeading(FrontMatterEvidence evidence)
    {
        var before = evidence.Blocks.TakeWhile(b => b.Kind != BlockKind.Heading).ToList();
        var heading = evidence.Blocks.Skip(before.Count).FirstOrDefault();
        if (heading is null || before.Exists(b => b.Kind is BlockKind.Paragraph or BlockKind.ListItem && b.Text.Length > 150))
        {
            return null;
        }

        var text = Whitespace.Collapse(heading.Text);
        return text.Length is > 8 and < 400 && text.Contains(' ', StringComparison.Ordinal) && !ChapterName().IsMatch(HeadingKind.Fold(text)) ? text : null;
    }

    [GeneratedRegex(@"^(?:[ivx]+|\d+(?:\.\d+)*|[a-z])[.)]? |^(?:table of )?contents|^(?:executive )?summary|^introduct|^abstract|^foreword|^preface|^acknowledg|^list of|^resume|^sommaire|^avant-propos|^indice|^prologo|^resumen", RegexOptions.CultureInvariant)]
    private static partial Regex ChapterName();

    private static bool IsBorneOut(string title, FrontMatterEvidence evidence)
    {
        var beginning = string.Join(' ', evidence.Blocks.Take(40).Select(b => b.Text).Concat(evidence.SetAside.Take(40).Select(l => l.Text)));
        var words = HeadingKind.Fold(beginning.Length > BeginningCharacters ? beginning[..BeginningCharacters] : beginning)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w.Trim(',', '.', ':', ';')).ToHashSet(StringComparer.Ordinal);
        var own = HeadingKind.Fold(title).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w.Trim(',', '.', ':', ';')).Where(w => w.Length > 2).ToList();
        return own.Count >= 2 && own.Count(words.Contains) >= own.Count * ShareBorneOut;
    }

    [GeneratedRegex(@"\.(?:docx?|pdf|indd|qxd|html?|md|txt|tex|pub)$|^microsoft word|^untitled|^document\d*$|^\S+_\S+$|^\d+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FileName();

    [GeneratedRegex(@"https?:|www\.|@|\b(?:page|p\.)\s*\d", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    /// <summary>Words that only lead from one line of a cover to the next.</summary>
    [GeneratedRegex(@"^(?:\p{L}{1,3}|.*\b(?:with|by|of|and|for|avec|par|pour|con|por|para|y|et))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Fragment();

    [GeneratedRegex(@"\s+[|»·]\s+[^|»·]{2,60}$", RegexOptions.CultureInvariant)]
    private static partial Regex SiteSuffix();
}
