using System.Globalization;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Declared;

/// <summary>
/// Documents of the United Nations number their paragraphs through all chapters. Word and HTML call them list items; a numbering that
/// runs on across headings with whole paragraphs in it numbers paragraphs.
/// </summary>
internal static class NumberedParagraphs
{
    private const int FewestCrossings = 2;
    private const int FewestWords = 20;

    public static IReadOnlyList<DeclaredBlock> Declare(IReadOnlyList<DeclaredBlock> blocks)
    {
        var items = Enumerable.Range(0, blocks.Count).Where(i => NumberOf(blocks[i]) is not null).ToList();
        var runsOn = items.Zip(items.Skip(1)).Where(p => NumberOf(blocks[p.Second]) == NumberOf(blocks[p.First]) + 1).ToList();
        var crossings = runsOn.Count(p => blocks.Skip(p.First).Take(p.Second - p.First).Any(b => b.Declared.Kind == DeclaredKind.Heading));
        var words = items.Count == 0 ? 0 : items.Average(i => blocks[i].Lines.Sum(l => l.Text.Count(c => c == ' ')));
        // Lists of their own would start again at 1 below most headings.
        if (crossings < FewestCrossings || runsOn.Count * 10 < (items.Count - 1) * 8 || words < FewestWords)
        {
            return blocks;
        }

        var numbered = items.ToHashSet();
        return [.. blocks.Select((b, i) => numbered.Contains(i) ? b with { Declared = b.Declared with { Kind = DeclaredKind.Paragraph } } : b)];
    }

    private static int? NumberOf(DeclaredBlock block) =>
        block.Declared is { Kind: DeclaredKind.ListItem, Level: <= 1, Marker: { } marker }
        && int.TryParse(marker.TrimEnd('.', ')'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
