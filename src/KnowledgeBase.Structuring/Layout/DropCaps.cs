using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>Puts a large initial back before the word it begins.</summary>
internal static class DropCaps
{
    /// <summary>Initials are at least this much larger than the text beside them.</summary>
    private const double SmallestRatio = 1.8;

    /// <summary>The lines with each initial joined to the line beside its head.</summary>
    public static IReadOnlyList<LayoutLine> Restore(IReadOnlyList<LayoutLine> lines)
    {
        var initials = lines.Where(line => line.Text.Length is 1 or 2 && char.IsUpper(line.Text[0]) && line.Text.All(char.IsLetter)).ToList();
        if (initials.Count == 0)
        {
            return lines;
        }

        var result = lines.ToList();
        foreach (var initial in initials)
        {
            var beside = result.Where(line => line != initial && initial.Size >= SmallestRatio * line.Size
                    && line.Box.Left >= initial.Box.Right - line.Size && line.Box.Left <= initial.Box.Right + (2 * line.Size)
                    && line.Baseline > initial.Box.Top && line.Baseline <= initial.Box.Bottom + 1)
                .MinBy(line => line.Box.Top);
            if (beside is null || !(char.IsLower(beside.Text[0]) || beside.Caps || beside.Text[0] is '\'' or '’'))
            {
                continue;
            }

            var runs = beside.Line.Runs.Prepend(initial.Line.Runs[0] with { Text = initial.Text, Font = beside.Line.Runs[0].Font, Raised = false }).ToList();
            var joined = beside.Line with { Text = initial.Text + beside.Line.Text.TrimStart(), Box = beside.Box with { Left = initial.Box.Left }, Runs = runs };
            result[result.IndexOf(beside)] = new LayoutLine(beside.Page, joined, beside.Order);
            result.Remove(initial);
        }

        return result;
    }
}
