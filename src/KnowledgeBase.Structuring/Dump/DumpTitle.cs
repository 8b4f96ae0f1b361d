using System.Text.RegularExpressions;
using KnowledgeBase.Structuring.FrontMatter;

namespace KnowledgeBase.Structuring.Dump;

/// <summary>
/// The title block of a dump: heading-shaped lines at the very beginning with no text between them. The last one heads the text that
/// follows; of the others the one with most words is the title.
/// </summary>
internal static partial class DumpTitle
{
    private const int FewestTitleWords = 3;
    private const int MostTitleWords = 25;

    public static IReadOnlyList<Block> Declare(IReadOnlyList<Block> blocks)
    {
        var lead = blocks.TakeWhile(b => b.Kind == BlockKind.Heading || (b.Kind == BlockKind.Paragraph && IsTitleLine(b.Text))).ToList();
        while (lead.Count > 0 && lead[^1].Kind != BlockKind.Heading)
        {
            lead.RemoveAt(lead.Count - 1);
        }

        if (lead.Count < 2)
        {
            return blocks;
        }

        var front = lead.SkipLast(1).ToList();
        var title = front.Where(b => LineShape.Words(b.Text) >= FewestTitleWords && !IsFrontLine(b.Text) && !SeriesReader.OpensWithSeries(b.Text))
            .MaxBy(b => LineShape.Words(b.Text));
        if (title is null)
        {
            return blocks;
        }

        return [.. blocks.Select((b, i) => i >= front.Count ? b : b with
        {
            Level = 0,
            Kind = ReferenceEquals(b, title) ? BlockKind.Title
                : DateLine().IsMatch(b.Text) ? BlockKind.Date
                : Byline().IsMatch(b.Text) ? BlockKind.Author
                : BlockKind.Subtitle,
        })];
    }

    /// <summary>A title may fill its line, unlike a heading; it is no sentence.</summary>
    private static bool IsTitleLine(string text) =>
        IsFrontLine(text) || (LineShape.Words(text) <= MostTitleWords && !LineShape.EndsSentence(text) && LineShape.StartsUpper(text));

    private static bool IsFrontLine(string text) => text.Length < 80 && (DateLine().IsMatch(text) || Byline().IsMatch(text));

    [GeneratedRegex(@"^(?:\p{L}+[\s,.]+){0,4}(?:\d{1,2}[\s,.]+)?(?:\p{L}+[\s,.]+)?(?:19|20)\d\d\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex DateLine();

    [GeneratedRegex(@"^(?:by|par|por|von|di)\s+\p{Lu}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Byline();
}
