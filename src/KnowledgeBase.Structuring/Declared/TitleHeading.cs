namespace KnowledgeBase.Structuring.Declared;

/// <summary>Where no title is declared, the only heading of the highest level, standing before all text, is the title.</summary>
internal static class TitleHeading
{
    /// <summary>"Findings" heads a chapter, not a document.</summary>
    private const int FewestWords = 3;

    public static IReadOnlyList<Block> Declare(IReadOnlyList<Block> blocks)
    {
        var headings = blocks.Where(b => b.Kind == BlockKind.Heading).ToList();
        if (blocks.Any(b => b.Kind == BlockKind.Title) || headings.Count < 2)
        {
            return blocks;
        }

        var top = headings.Min(h => h.Level);
        var first = headings[0];
        var before = blocks.TakeWhile(b => b != first);
        return first.Level == top && headings.Count(h => h.Level == top) == 1 && first.Number is null
            && first.Text.Split(' ').Length >= FewestWords && before.All(IsFront)
            ? [.. blocks.Select(b => ReferenceEquals(b, first) ? b with { Kind = BlockKind.Title, Level = 0 } : b)]
            : blocks;
    }

    private static bool IsFront(Block block) =>
        block.Kind is BlockKind.Author or BlockKind.Date or BlockKind.Subtitle or BlockKind.Boilerplate or BlockKind.Footnote
        || (block.Kind == BlockKind.Paragraph && block.Text.Length < 120);
}
