using System.Text.RegularExpressions;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>Tells cells in rows from text in columns.</summary>
internal static partial class TableShape
{
    /// <summary>Below this share of the column's width, a column's lines are cells rather than running text.</summary>
    private const double TextFill = 0.62;

    /// <summary>Figures beside each name; one is also the page beside an entry of the contents.</summary>
    private const int FewestFigures = 2;

    /// <summary>True when the parts between the gutters are cells of a table.</summary>
    public static bool IsTable(IReadOnlyList<LayoutLine> lines, IReadOnlyList<(double Left, double Right)> gutters)
    {
        var columns = Enumerable.Range(0, gutters.Count + 1).Select(_ => new List<LayoutLine>()).ToList();
        foreach (var line in lines)
        {
            columns[gutters.Count(gutter => line.Box.Left >= gutter.Right - 0.01)].Add(line);
        }

        columns.RemoveAll(column => column.Count == 0);
        if (IsOfFigures(columns))
        {
            return true;
        }

        if (columns.Count < 2 || lines.Count < 6)
        {
            return false;
        }

        var textColumns = columns.Count(IsRunningText);
        if (textColumns >= 2 || (textColumns == 1 && columns.Count == 2 && columns.Min(column => column.Count) < 3))
        {
            return false;
        }

        // Cells of a row stand on one baseline.
        var aligned = columns[0].Count(line => columns.Skip(1).Any(column => column.Any(other => Math.Abs(other.Baseline - line.Baseline) < 2.5)));
        var shared = columns.Skip(1).Sum(column => column.Count(line => columns[0].Any(other => Math.Abs(other.Baseline - line.Baseline) < 2.5)));
        return columns.Count >= 3
            ? aligned + shared >= 0.35 * lines.Count || textColumns == 0
            : aligned >= 0.6 * columns[0].Count && columns[0].Count >= 3 && textColumns == 0;
    }

    /// <summary>Names in the first column, and beside each of them figures and nothing else: two rows are a table, such as the rest of one overleaf.</summary>
    private static bool IsOfFigures(List<List<LayoutLine>> columns)
    {
        if (columns.Count < 2 || columns[0].Count < 2)
        {
            return false;
        }

        var cells = columns.Skip(1).SelectMany(column => column).ToList();
        return cells.TrueForAll(cell => Figures().IsMatch(cell.Text)) && cells.Sum(cell => cell.Text.Count(c => c == ' ') + 1) >= FewestFigures * columns[0].Count
            && columns[0].TrueForAll(name => cells.Exists(cell => Math.Abs(cell.Baseline - name.Baseline) < 2.5));
    }

    private static bool IsRunningText(List<LayoutLine> column)
    {
        if (column.Count < 3)
        {
            return false;
        }

        double left = column.Min(line => line.Box.Left), right = column.Max(line => line.Box.Right);
        var width = Math.Max(right - left, 1);
        var fills = column.Select(line => line.Box.Width / width).Order().ToList();
        var words = column.Sum(line => line.Text.Count(c => c == ' ') + 1) / (double)column.Count;
        return fills[fills.Count / 2] >= TextFill && words >= 4;
    }

    [GeneratedRegex(@"^[-–—−+±$€£%#*().,/\d\s]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Figures();
}
