namespace KnowledgeBase.Structuring.Layout;

/// <summary>
/// Parts a page into columns and orders them: the recursive XY cut (Nagy and Seth, "Hierarchical representation of optically
/// scanned documents", 1984) over lines, with rows gathered for as long as they share a gutter, so that a heading or picture
/// across the page parts the columns above from the columns below.
/// </summary>
internal sealed class PageSegmenter
{
    /// <summary>Narrowest gutter between columns, in parts of the body size.</summary>
    private const double MinGutter = 0.6;

    /// <summary>The same before a column of items: their bullets hang into the gutter.</summary>
    private const double MinGutterBeforeBullet = 0.25;

    private const int MaxDepth = 12;

    /// <summary>Heads of a table over several of its columns are shorter.</summary>
    private const int LengthOfText = 40;

    private readonly double bodySize;

    /// <summary>Makes a segmenter.</summary>
    /// <param name="bodySize">Size of the running text, in points.</param>
    public PageSegmenter(double bodySize) => this.bodySize = bodySize;

    /// <summary>The columns of a page in reading order.</summary>
    public IReadOnlyList<Region> Segment(IReadOnlyList<LayoutLine> lines)
    {
        var regions = new List<Region>();
        if (lines.Count > 0)
        {
            Cut(lines, regions, 0);
        }

        return regions;
    }

    private void Cut(IReadOnlyList<LayoutLine> lines, List<Region> regions, int depth)
    {
        if (depth > MaxDepth || lines.Count == 1)
        {
            regions.Add(Region.Of(InRows(lines)));
            return;
        }

        var gutters = Gutters(lines);
        gutters.RemoveAll(gutter => IsBesideLabel(lines, gutter));
        if (gutters.Count > 0)
        {
            if (TableShape.IsTable(lines, gutters))
            {
                var (table, after) = TrimTable(lines);
                regions.Add(Region.Of(InRows(table), true));
                if (after.Count > 0)
                {
                    Cut(after, regions, depth + 1);
                }

                return;
            }

            // A box under the columns, with columns of its own, is read after both.
            foreach (var band in BoxedColumns.Part(lines, gutters, bodySize))
            {
                foreach (var column in Split(band, gutters))
                {
                    Cut(column, regions, depth + 1);
                }
            }

            return;
        }

        var groups = Bands(lines);
        if (groups.Count == 1)
        {
            regions.Add(Region.Of(InRows(lines)));
            return;
        }

        foreach (var group in groups)
        {
            Cut(group, regions, depth + 1);
        }
    }

    /// <summary>All that stands before the gutter is one label ("Chair:") in the row of what it labels.</summary>
    private static bool IsBesideLabel(IReadOnlyList<LayoutLine> lines, (double Left, double Right) gutter)
    {
        var before = lines.Where(line => line.Box.Right <= gutter.Left + 0.01).ToList();
        return before is [var label] && label.Text.EndsWith(':') && lines.Any(line => line != label && Math.Abs(line.Baseline - label.Baseline) < 0.3 * label.Size);
    }

    /// <summary>Parts a table from headings and short lines under it that keep to its first column by chance.</summary>
    private (List<LayoutLine> Table, List<LayoutLine> After) TrimTable(IReadOnlyList<LayoutLine> lines)
    {
        var rows = Rows(lines);
        var keep = rows.Count;
        for (var i = rows.Count - 1; i > 2 && rows[i].Count == 1; i--)
        {
            var gap = rows[i][0].Box.Top - rows[i - 1].Max(line => line.Box.Bottom);
            if (gap > 1.2 * bodySize || rows[i][0].Size > rows[i - 1].Max(line => line.Size) + 0.6)
            {
                keep = i;
            }
        }

        return (rows.Take(keep).SelectMany(row => row).ToList(), rows.Skip(keep).SelectMany(row => row).ToList());
    }

    /// <summary>Lines by rows from the top; within a row from the left.</summary>
    private static List<LayoutLine> InRows(IReadOnlyList<LayoutLine> lines) =>
        Rows(lines).SelectMany(row => row.OrderBy(line => line.Box.Left)).ToList();

    /// <summary>Rows: lines whose vertical extents overlap by more than half of the smaller one.</summary>
    private static List<List<LayoutLine>> Rows(IReadOnlyList<LayoutLine> lines)
    {
        var rows = new List<List<LayoutLine>>();
        double top = 0, bottom = 0;
        foreach (var line in lines.OrderBy(line => line.Baseline).ThenBy(line => line.Box.Left))
        {
            var overlap = Math.Min(bottom, line.Box.Bottom) - Math.Max(top, line.Box.Top);
            if (rows.Count > 0 && overlap > 0.5 * Math.Min(bottom - top, line.Box.Height))
            {
                rows[^1].Add(line);
                top = Math.Min(top, line.Box.Top);
                bottom = Math.Max(bottom, line.Box.Bottom);
            }
            else
            {
                rows.Add([line]);
                (top, bottom) = (line.Box.Top, line.Box.Bottom);
            }
        }

        return rows;
    }

    /// <summary>
    /// Groups of neighbouring rows: those that share a gutter, and those without one. A row on one side of the gutter goes with
    /// the columns unless it stands apart like a heading across the page.
    /// </summary>
    private List<List<LayoutLine>> Bands(IReadOnlyList<LayoutLine> lines)
    {
        var groups = new List<(List<LayoutLine> Lines, bool Columns)>();
        foreach (var row in Rows(lines))
        {
            var rowHasGutter = row.Count > 1 && Gutters(row).Count > 0;
            if (groups.Count == 0)
            {
                groups.Add((row, rowHasGutter));
                continue;
            }

            var (current, columns) = groups[^1];
            if (columns)
            {
                var together = current.Concat(row).ToList();
                if (Gutters(together).Count > 0 && !RunsAcross(row, current))
                {
                    groups[^1] = (together, true);
                }
                else
                {
                    groups.Add((row, rowHasGutter));
                }
            }
            else if (!rowHasGutter)
            {
                current.AddRange(row);
            }
            else
            {
                // Lines just above that keep to one side of the new gutter belong to the columns as well.
                var gutters = Gutters(row);
                var keep = current.Count;
                while (keep > 0 && gutters.Any(gutter => !Crosses(current[keep - 1], gutter)) && ClosesUp(current[keep - 1], keep < current.Count ? current[keep] : row[0]))
                {
                    keep--;
                }

                var moved = current.Skip(keep).ToList();
                current.RemoveRange(keep, current.Count - keep);
                if (current.Count == 0)
                {
                    groups.RemoveAt(groups.Count - 1);
                }

                groups.Add((moved.Concat(row).ToList(), true));
            }
        }

        return Settle(groups);
    }

    /// <summary>Columns need a few rows or some length of text; a lone row with a wide gap is one line of a single column.</summary>
    private List<List<LayoutLine>> Settle(List<(List<LayoutLine> Lines, bool Columns)> groups)
    {
        var settled = new List<(List<LayoutLine> Lines, bool Columns)>();
        foreach (var (lines, columns) in groups)
        {
            var gutters = columns ? Gutters(lines) : [];
            var real = columns && gutters.Count > 0 && Split(lines, gutters).Count(column => column.Count >= 2) >= 2
                && !WideBlanks.In(lines, gutters, groups.Where(group => !group.Columns).SelectMany(group => group.Lines).ToList());
            if (!real && settled.Count > 0 && !settled[^1].Columns)
            {
                settled[^1].Lines.AddRange(lines);
            }
            else
            {
                settled.Add((lines.ToList(), real));
            }
        }

        return settled.Select(group => group.Lines).ToList();
    }

    /// <summary>
    /// A line of text that runs across the columns above, and only leaves the gutter after the first: by its indent, where they are a table's.
    /// </summary>
    private bool RunsAcross(List<LayoutLine> row, List<LayoutLine> columns) => row is [var line] && line.Text.Count(char.IsLetter) >= LengthOfText
        && Gutters(columns) is var gutters && gutters.TrueForAll(gutter => Crosses(line, gutter))
        && gutters.Exists(gutter => line.Box.Left < gutter.Left && line.Box.Right > gutter.Right) && line.Box.Right > columns.Max(other => other.Box.Right) - line.Size;

    private bool ClosesUp(LayoutLine upper, LayoutLine lower) =>
        lower.Box.Top - upper.Box.Bottom < 0.9 * bodySize && Math.Abs(upper.Size - lower.Size) < 0.1 * bodySize && upper.Bold == lower.Bold;

    private static bool Crosses(LayoutLine line, (double Left, double Right) gutter) =>
        line.Box.Left < gutter.Right - 1 && line.Box.Right > gutter.Left + 1;

    /// <summary>Vertical strips that no line touches, with lines on both sides.</summary>
    private List<(double Left, double Right)> Gutters(IReadOnlyList<LayoutLine> lines)
    {
        var gutters = new List<(double, double)>();
        var edge = double.NegativeInfinity;
        foreach (var line in lines.OrderBy(line => line.Box.Left))
        {
            var least = line.Marker is { Style: MarkerStyle.Bullet } ? MinGutterBeforeBullet : MinGutter;
            if (edge > double.NegativeInfinity && line.Box.Left - edge >= least * bodySize)
            {
                gutters.Add((edge, line.Box.Left));
            }

            edge = Math.Max(edge, line.Box.Right);
        }

        return gutters;
    }

    private static List<List<LayoutLine>> Split(IReadOnlyList<LayoutLine> lines, List<(double Left, double Right)> gutters)
    {
        var columns = Enumerable.Range(0, gutters.Count + 1).Select(_ => new List<LayoutLine>()).ToList();
        foreach (var line in lines)
        {
            columns[gutters.Count(gutter => line.Box.Left >= gutter.Right - 0.01)].Add(line);
        }

        return columns.Where(column => column.Count > 0).ToList();
    }
}
