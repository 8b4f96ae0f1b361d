using System.Globalization;

namespace KnowledgeBase.Structuring.Assembly;

/// <summary>
/// Documents of the United Nations number their paragraphs through all chapters, which looks like a list; a numbering that runs on
/// across headings with whole paragraphs in it numbers paragraphs.
/// </summary>
internal static class NumberedParagraphs
{
    private const int FewestCrossings = 2;
    private const int FewestWords = 20;

    /// <summary>Turns the items of such a numbering into paragraphs; the number stays their marker.</summary>
    public static IReadOnlyList<Block> Declare(IReadOnlyList<Block> blocks)
    {
        var items = Enumerable.Range(0, blocks.Count).Where(i => NumberOf(blocks[i]) is not null).ToList();
        var runsOn = items.Zip(items.Skip(1)).Where(p => NumberOf(blocks[p.Second]) == NumberOf(blocks[p.First]) + 1).ToList();
        var crossings = runsOn.Count(p => blocks.Skip(p.First).Take(p.Second - p.First).Any(b => b.Kind == BlockKind.Heading));
        var words = items.Count == 0 ? 0 : items.Average(i => blocks[i].Text.Count(c => c == ' '));
        // Lists of their own would start again at 1 below most headings.
        if (crossings < FewestCrossings || runsOn.Count * 10 < (items.Count - 1) * 8 || words < FewestWords)
        {
            return blocks;
        }

        var numbered = items.ToHashSet();
        return [.. blocks.Select((b, i) => numbered.Contains(i) ? b with { Kind = BlockKind.Paragraph } : b)];
    }

    private static int? NumberOf(Block block) =>
        block is { Kind: BlockKind.ListItem, Marker: { } marker } && marker[^1] is '.' or ')'
        && int.TryParse(marker.TrimEnd('.', ')'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
