using KnowledgeBase.Documents;

namespace KnowledgeBase.Extraction.Pdf;

/// <summary>
/// Undoes bold type made by printing each letter twice on nearly the same spot, which a library reads as "FFoouurrtthh": no language has four
/// letters in a row each twice. Codes and figures may have ("AABBCCDD"), so that these are halved only where the print shows it: they stand in
/// half the room that they need, or next to words that are halved.
/// </summary>
internal static class Overprint
{
    /// <summary>Runs of one line follow each other within this many sizes.</summary>
    private const double LargestGap = 1.5;

    /// <summary>Undoes it.</summary>
    /// <param name="runs">Of a page, in file order.</param>
    public static IReadOnlyList<TextRun> Undo(IReadOnlyList<TextRun> runs)
    {
        if (!MayHaveDoubled(runs))
        {
            return runs;
        }

        var result = new List<TextRun>(runs.Count);
        var changed = false;
        var end = 0;
        for (var start = 0; start < runs.Count; start = end)
        {
            end = start + 1;
            while (end < runs.Count && GoesOn(runs[end - 1], runs[end]))
            {
                end++;
            }

            var groups = Groups(runs, start, end);
            Share(groups);
            changed |= groups.Exists(group => group.Text.HasDoubled);
            result.AddRange(groups.SelectMany(group => group.Text.HasDoubled ? Single(group.Runs, group.Text) : group.Runs));
        }

        return changed ? result : runs;
    }

    private static bool MayHaveDoubled(IReadOnlyList<TextRun> runs)
    {
        var end = 0;
        for (var start = 0; start < runs.Count; start = end)
        {
            end = start + 1;
            while (end < runs.Count && Overlap(runs[end - 1], runs[end]))
            {
                end++;
            }

            if (DoubledText.MayBe(end == start + 1 ? runs[start].Text : string.Concat(runs.Skip(start).Take(end - start).Select(run => run.Text))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Short words beside a doubled one are told by it, also where they are runs by themselves.</summary>
    private static void Share(List<(List<TextRun> Runs, DoubledText Text)> groups)
    {
        for (var i = 1; i < groups.Count; i++)
        {
            groups[i].Text.Follow(groups[i - 1].Text.EndsDoubled);
        }

        for (var i = groups.Count - 2; i >= 0; i--)
        {
            groups[i].Text.Precede(groups[i + 1].Text.StartsDoubled);
        }
    }

    private static List<(List<TextRun> Runs, DoubledText Text)> Groups(IReadOnlyList<TextRun> runs, int start, int end)
    {
        var groups = new List<List<TextRun>>();
        for (var i = start; i < end; i++)
        {
            if (i > start && Overlap(runs[i - 1], runs[i]))
            {
                groups[^1].Add(runs[i]);
            }
            else
            {
                groups.Add([runs[i]]);
            }
        }

        return [.. groups.Select(group => (group, DoubledText.Of(string.Concat(group.Select(run => run.Text)), group.Count > 1, Length(group), group[0].Font.SizePoints)))];
    }

    /// <summary>Where letters are printed twice, a library often begins a new run within the last one.</summary>
    private static bool Overlap(TextRun left, TextRun right)
    {
        var limit = 0.1 * left.Font.SizePoints;
        return right.Box.Left < left.Box.Right - limit && right.Box.Left > left.Box.Left - limit && IsLevel(left, right) && left.Font == right.Font;
    }

    private static bool GoesOn(TextRun left, TextRun right) => Overlap(left, right)
        || (IsLevel(left, right) && left.Font == right.Font && Math.Abs(right.Box.Left - left.Box.Right) < LargestGap * left.Font.SizePoints);

    private static bool IsLevel(TextRun left, TextRun right) => Math.Abs(left.Box.Top - right.Box.Top) < 0.2 * left.Font.SizePoints;

    /// <summary>Text that runs up or down the page has no width.</summary>
    private static double Length(List<TextRun> runs)
    {
        var box = runs.Select(run => run.Box).Aggregate((a, b) => a.Union(b));
        return box.Width > 0 ? box.Width : box.Height;
    }

    /// <summary>The runs as one, or as its overprinted part, which is bold, and the rest.</summary>
    private static List<TextRun> Single(List<TextRun> runs, DoubledText text)
    {
        var parts = text.Parts();
        var box = runs.Select(run => run.Box).Aggregate((a, b) => a.Union(b));
        var length = parts.Sum(part => part.Text.Length);
        var result = new List<TextRun>(parts.Count);
        var left = box.Left;
        foreach (var (words, doubled) in parts)
        {
            var right = left + (box.Width * words.Length / length);
            result.Add(runs[0] with { Text = words, Box = new(left, box.Top, right, box.Bottom), Font = doubled ? runs[0].Font with { Bold = true } : runs[0].Font });
            left = right;
        }

        return result;
    }
}
