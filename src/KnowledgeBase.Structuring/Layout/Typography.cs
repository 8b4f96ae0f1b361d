namespace KnowledgeBase.Structuring.Layout;

/// <summary>The type of a document's running text, measured over all lines.</summary>
internal sealed class Typography
{
    /// <summary>Lines of running text have at least so many characters, in narrow columns too.</summary>
    private const int RunningLength = 45;

    /// <summary>Fewer lines say nothing about what the text is set in.</summary>
    private const int FewestLines = 6;

    /// <summary>So much of the text must stand in such lines.</summary>
    private const double ShareOfText = 0.2;

    /// <summary>A style with this share of all characters is no display type, however large.</summary>
    private const double RunningShare = 0.12;

    /// <summary>Usual distance of baselines in parts of the size.</summary>
    private const double UsualLooseness = 1.22;

    private readonly double looseness;
    private readonly HashSet<TypeStyle> runningStyles;

    /// <summary>Measures a document.</summary>
    public Typography(IReadOnlyList<IReadOnlyList<LayoutLine>> pages)
    {
        var lines = pages.SelectMany(page => page).ToList();
        // Cells of tables are short; where they outweigh text in larger type, they are not what the text is measured by.
        var running = lines.Where(line => line.Text.Length >= RunningLength).ToList();
        var isText = running.Count >= FewestLines && running.Sum(line => line.Text.Length) > ShareOfText * lines.Sum(line => line.Text.Length);
        BodySize = Math.Max(UsualSize(lines), isText ? UsualSize(running) : 0);
        var body = lines.Where(line => Math.Abs(line.Size - BodySize) < 0.6).ToList();
        BodyColor = Heaviest(body, line => line.Color, "#000000");
        BodyIsBold = Heaviest(body, line => line.Bold, false);
        BodyIsItalic = Heaviest(body, line => line.Italic, false);
        StyleCharacters = lines.GroupBy(line => line.Style).ToDictionary(group => group.Key, group => group.Sum(line => line.Text.Length));
        var enough = RunningShare * StyleCharacters.Values.Sum();
        runningStyles = lines.GroupBy(line => line.Style).Where(group => group.Count() >= FewestLines && StyleCharacters[group.Key] > enough).Select(group => group.Key).ToHashSet();
        Leading = MeasureLeading(pages);
        // What is set in rare type follows the text: a manuscript's headings are double-spaced as well.
        looseness = Leading.TryGetValue(BodySize, out var usual) ? Math.Max(UsualLooseness, usual / BodySize) : UsualLooseness;
    }

    /// <summary>Size of the running text, in points.</summary>
    public double BodySize { get; }

    /// <summary>Colour of the running text.</summary>
    public string BodyColor { get; }

    /// <summary>True when the running text itself is bold, as in some slides.</summary>
    public bool BodyIsBold { get; }

    /// <summary>True when the running text itself is italic.</summary>
    public bool BodyIsItalic { get; }

    /// <summary>Characters set in each style.</summary>
    public IReadOnlyDictionary<TypeStyle, int> StyleCharacters { get; }

    /// <summary>Usual distance of baselines by size (rounded to half points), in points.</summary>
    private Dictionary<double, double> Leading { get; }

    /// <summary>The usual distance of baselines at a size, in points.</summary>
    public double LeadingFor(double size) => Leading.TryGetValue(Math.Round(size * 2) / 2, out var leading) ? leading : looseness * size;

    /// <summary>True for a style that much of the document is set in.</summary>
    public bool IsRunning(TypeStyle style) => runningStyles.Contains(style);

    /// <summary>True for the size of running text.</summary>
    public bool IsBodySize(double size) => Math.Abs(size - BodySize) <= 0.06 * BodySize;

    private static double UsualSize(IReadOnlyList<LayoutLine> lines) => Heaviest(lines, line => Math.Round(line.Size * 2) / 2, 10);

    private static T Heaviest<T>(IReadOnlyList<LayoutLine> lines, Func<LayoutLine, T> key, T fallback)
        where T : notnull
    {
        var group = lines.GroupBy(key).MaxBy(group => group.Sum(line => line.Text.Length));
        return group is null ? fallback : group.Key;
    }

    private static Dictionary<double, double> MeasureLeading(IReadOnlyList<IReadOnlyList<LayoutLine>> pages)
    {
        var distances = new Dictionary<double, List<double>>();
        foreach (var page in pages)
        {
            var below = page.OrderBy(line => line.Baseline).ToList();
            for (var i = 0; i < below.Count; i++)
            {
                var line = below[i];
                for (var j = i + 1; j < below.Count && below[j].Baseline - line.Baseline < 2.2 * line.Size; j++)
                {
                    var next = below[j];
                    var distance = next.Baseline - line.Baseline;
                    if (distance > 0.7 * line.Size && Math.Abs(next.Size - line.Size) < 0.3 && Math.Abs(next.Box.Left - line.Box.Left) < 2 * line.Size)
                    {
                        var key = Math.Round(line.Size * 2) / 2;
                        if (!distances.TryGetValue(key, out var list))
                        {
                            distances[key] = list = [];
                        }

                        list.Add(distance);
                        break;
                    }
                }
            }
        }

        // The usual distance is the smallest common one: spaced-out paragraphs only add longer ones.
        return distances.Where(item => item.Value.Count >= 4).ToDictionary(item => item.Key, item => Mode(item.Value));
    }

    private static double Mode(List<double> values)
    {
        var step = values.GroupBy(value => Math.Round(value * 4) / 4).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First();
        return step.Average();
    }
}
