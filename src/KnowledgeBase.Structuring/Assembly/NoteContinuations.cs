using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Assembly;

/// <summary>A footnote block without a number goes on with the footnote before it.</summary>
internal static class NoteContinuations
{
    public static IReadOnlyList<Block> Merge(IReadOnlyList<Block> blocks)
    {
        var merged = new List<Block>(blocks.Count);
        var lastNote = -1;
        foreach (var block in blocks)
        {
            if (block.Kind == BlockKind.Footnote && string.IsNullOrEmpty(block.Marker) && lastNote >= 0)
            {
                merged[lastNote] = Append(merged[lastNote], block);
                continue;
            }

            if (block.Kind == BlockKind.Footnote)
            {
                lastNote = merged.Count;
            }

            merged.Add(block);
        }

        return merged;
    }

    private static Block Append(Block note, Block rest)
    {
        var offset = note.Text.Length + 1;
        return note with
        {
            Text = $"{note.Text} {rest.Text}",
            Refs = [.. note.Refs, .. rest.Refs.Select(r => r with { Offset = r.Offset + offset })],
            Printed = [.. note.Printed, .. rest.Printed.Select(p => p with { Start = p.Start + offset, End = p.End + offset })],
        };
    }
}
