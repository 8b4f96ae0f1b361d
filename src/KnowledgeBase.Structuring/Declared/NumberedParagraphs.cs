using System.Globalization;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Declared;

/// <summary>
/// Documents of the United Nations number their paragraphs through all chapters. Word and HTML call them list items; a numbering that
/// runs on across headings with whole paragraphs in it numbers paragraphs.
/// </summary>
internal static class NumberedParagraphs
{
    private const int FewestItems = 4;
    private const int FewestWords = 20;

    public static IReadOnlyList<DeclaredBlock> Declare(IReadOnlyList<DeclaredBlock> blocks)
    {
        var items = new List<int>();
        int crossings = 0, last = 0, lastIndex = -1;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (NumberOf(blocks[i]) is not { } number || (last > 0 && number != last + 1))
            {
                continue;
            }

            if (lastIndex >= 0 && blocks.Skip(lastIndex).Take(i - lastIndex).Any(b => b.Declared.Kind == DeclaredKind.Heading))
            {
                crossings++;
            }

            items.Add(i);
            (last, lastIndex) = (number, i);
        }

        var words = items.Count == 0 ? 0 : items.Average(i => blocks[i].Lines.Sum(l => l.Text.Count(c => c == ' ')));
        if (crossings == 0 || items.Count < FewestItems || words < FewestWords)
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
