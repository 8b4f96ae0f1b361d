namespace KnowledgeBase.Structuring.Layout;

/// <summary>
/// How a document shows where a paragraph begins: by space or an indent, or by nothing but the line before, which ends short. Where it is space or
/// an indent nearly throughout, a line that ends a sentence with room for a short word is within its paragraph: the typesetter broke it there.
/// </summary>
internal sealed class ParagraphSigns
{
    /// <summary>Fewer paragraphs show no rule.</summary>
    private const int FewestShown = 12;

    /// <summary>So many times as often shown as not.</summary>
    private const double LeastTimes = 6;

    /// <summary>A line leaves this share of its column's width free only at a paragraph's end, whatever the rule.</summary>
    private const double ClearlyShort = 0.2;

    /// <summary>Justified lines end within so many points of the edge; that share of them does.</summary>
    private const double Edge = 2.5, JustifiedShare = 0.5;

    private int shown;
    private int silent;

    /// <summary>True when paragraphs are set apart or indented nearly throughout.</summary>
    public bool AreShown => shown >= FewestShown && shown > LeastTimes * silent;

    /// <summary>True when a line that ends a sentence with room for a word ends its paragraph although nothing else shows it.</summary>
    /// <param name="line">The line.</param>
    /// <param name="column">Where it stands.</param>
    public bool EndsShort(LayoutLine line, Region column) =>
        !AreShown || IsJustified(column, line.Size) || column.Right - line.Box.Right > ClearlyShort * (column.Right - column.Left);

    /// <summary>Lines end at one edge: no short one is within a paragraph.</summary>
    private static bool IsJustified(Region column, double size)
    {
        var rights = column.Lines.Where(line => Math.Abs(line.Size - size) < 0.6).Select(line => line.Box.Right).ToList();
        return rights.Count(right => Math.Abs(right - column.Right) < Edge) >= JustifiedShare * rights.Count;
    }

    /// <summary>Counts what lines of running text show.</summary>
    /// <param name="lines">Of one column, in reading order.</param>
    /// <param name="type">The document's type.</param>
    public void Count(IReadOnlyList<LayoutLine> lines, Typography type)
    {
        var right = lines.Max(line => line.Box.Right);
        for (var i = 1; i < lines.Count; i++)
        {
            LayoutLine last = lines[i - 1], line = lines[i];
            if (last.Page != line.Page || !last.EndsSentence || last.EndsWithLeadIn || line.Marker is not null || !IsRunning(last, type) || !IsRunning(line, type)
                || line.Text.Length < 20 || !char.IsUpper(line.Text[0]))
            {
                continue;
            }

            var distance = line.Baseline - last.Baseline;
            if (distance < 0.7 * line.Size || distance > 3.5 * line.Size)
            {
                continue;
            }

            var apart = distance > (type.LeadingFor(line.Size) * 1.17) + 0.6;
            var shift = line.Box.Left - last.Box.Left;
            if (apart || (shift > 0.7 * line.Size && shift < 6 * line.Size))
            {
                shown++;
            }
            else if (right - last.Box.Right > ClearlyShort * (right - last.Box.Left))
            {
                silent++;
            }
        }
    }

    private static bool IsRunning(LayoutLine line, Typography type) => type.IsBodySize(line.Size) && line.Bold == type.BodyIsBold && !line.Caps;
}
