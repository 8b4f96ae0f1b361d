using System.Text;
using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Extraction.Pdf;

/// <summary>
/// Joins the runs of a page into printed lines: runs on one baseline without a column gutter between them. Small runs above
/// the baseline are marked as raised; text off the page, text printed twice on the same spot and invisible specks are left out.
/// </summary>
internal static partial class LineBuilder
{
    /// <summary>A gap wider than this, in parts of the font size, parts two lines whose runs follow each other in the file.</summary>
    private const double MaxGap = 1.0;

    /// <summary>The same for runs far apart in the file: they may belong to two columns with a narrow gutter.</summary>
    private const double MaxGapOfStrangers = 0.4;

    /// <summary>The gap allowed after a list marker or note number.</summary>
    private const double MaxGapAfterMarker = 6.0;

    /// <summary>A gap wider than this, in parts of the font size, is a blank.</summary>
    private const double BlankGap = 0.14;

    private const double SmallestSizePoints = 2.0;

    /// <summary>Builds the lines of a page, in the order of their first run in the file.</summary>
    /// <param name="runs">Runs in points, in file order.</param>
    /// <param name="width">Page width in points.</param>
    /// <param name="height">Page height in points.</param>
    public static IReadOnlyList<Line> Build(IReadOnlyList<TextRun> runs, double width, double height)
    {
        var visible = runs.Where(run => IsVisible(run, width, height)).ToList();
        var kept = WithoutDoubles(visible.Where(run => !IsRotated(run)).ToList());
        var pitch = TypewriterPitch.Of(kept);
        var stretched = StretchedLines.Of(kept);
        var order = kept.Select((run, index) => (run, index)).OrderBy(item => item.run.Box.Left).ThenBy(item => item.index).ToList();
        var open = new List<Draft>();
        foreach (var (run, index) in order)
        {
            var best = open.Where(draft => draft.Accepts(run, index)).MinBy(draft => Math.Abs(run.Box.Left - draft.Right));
            if (best is null)
            {
                open.Add(new(run, index, pitch, stretched));
            }
            else
            {
                best.Add(run, index);
            }
        }

        return open.OrderBy(draft => draft.FirstIndex).Select(draft => draft.ToLine()).OfType<Line>()
            .Concat(RotatedLines(visible.Where(IsRotated).ToList())).ToList();
    }

    /// <summary>Poppler gives text that does not run from left to right no width.</summary>
    private static bool IsRotated(TextRun run) => run.Box.Width < 0.05 * run.Font.SizePoints && run.Text.Trim().Length > 0;

    private static IEnumerable<Line> RotatedLines(List<TextRun> runs) => runs
        .GroupBy(run => Math.Round(run.Box.Left))
        .Select(column => new Line(
            string.Concat(column.Select(run => run.Text)).Trim(),
            column.Select(run => run.Box).Aggregate((a, b) => a.Union(b)),
            column.First().Font,
            column.ToList()) { IsRotated = true });

    private static bool IsVisible(TextRun run, double width, double height)
    {
        var box = run.Box;
        double x = (box.Left + box.Right) / 2, y = (box.Top + box.Bottom) / 2;
        return run.Font.SizePoints >= SmallestSizePoints && x >= 0 && x <= width && y >= 0 && y <= height;
    }

    private static List<TextRun> WithoutDoubles(List<TextRun> runs)
    {
        var seen = new Dictionary<string, List<Box>>(StringComparer.Ordinal);
        return runs.Where(run =>
        {
            var text = run.Text.Trim();
            if (text.Length == 0)
            {
                return true;
            }

            if (!seen.TryGetValue(text, out var boxes))
            {
                seen[text] = boxes = [];
            }

            var limit = run.Font.SizePoints * 0.25;
            if (boxes.Any(box => Math.Abs(box.Left - run.Box.Left) < limit && Math.Abs(box.Top - run.Box.Top) < limit))
            {
                return false;
            }

            boxes.Add(run.Box);
            return true;
        }).ToList();
    }

    /// <summary>Bullets, numbers, letters and roman numerals that open a list item or a note.</summary>
    [GeneratedRegex(@"^\s*(?:[•●○◦▪■□►➢➤❖✓✔–—\-\*·‣⁃o§]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxlIVXL]{1,6})[.)]|\d{1,3}(?:\.\d{1,2}){0,3}\.?|\(\d{1,3}\))\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Marker();

    private static bool IsBullet(string text) => text.Trim() is ['•' or '●' or '○' or '◦' or '▪' or '■' or '□' or '►' or '➢' or '➤' or '❖' or '✓' or '‣' or '⁃'];

    private sealed class Draft(TextRun first, int firstIndex, TypewriterPitch pitch, StretchedLines stretched)
    {
        private readonly List<TextRun> runs = [first];
        private int lastIndex = firstIndex;
        private bool onlyMarker = Marker().IsMatch(first.Text);

        public int FirstIndex { get; private set; } = firstIndex;

        public double Right { get; private set; } = first.Box.Right;

        private TextRun Last => runs[^1];

        private TextRun Main { get; set; } = first;

        public bool Accepts(TextRun run, int index)
        {
            var size = Math.Max(Math.Max(Main.Font.SizePoints, Last.Font.SizePoints), 1);
            var gap = run.Box.Left - Right;
            var limit = onlyMarker ? MaxGapAfterMarker : Math.Abs(index - lastIndex) <= 3 ? Math.Max(MaxGap, pitch.SentenceGap(Last, run) / size) : MaxGapOfStrangers;
            // Some files claim more width for a run than it takes; the next run in the file may begin within it.
            var follows = index > lastIndex && index <= lastIndex + 2 && run.Box.Left > Last.Box.Left + (0.5 * size);
            if (gap > 0 && Math.Abs(index - lastIndex) > 3 && IsBullet(run.Text))
            {
                // The item of another column: its bullet hangs into the gutter.
                return false;
            }

            if ((gap > limit * size && !stretched.AreOne(lastIndex, index)) || (gap < -0.6 * size && !follows))
            {
                return false;
            }

            var overlap = Math.Min(run.Box.Bottom, Main.Box.Bottom) - Math.Max(run.Box.Top, Main.Box.Top);
            var smaller = Math.Min(run.Box.Height, Main.Box.Height);
            if (overlap < 0.45 * smaller)
            {
                return false;
            }

            // Far larger letters beside small ones (a drop capital, a side heading) are no part of the line.
            var ratio = run.Font.SizePoints / Math.Max(Main.Font.SizePoints, 0.1);
            return ratio is < 1.9 and > 0.35 || (onlyMarker && ratio is < 3 and > 0.3);
        }

        public void Add(TextRun run, int index)
        {
            onlyMarker = onlyMarker && run.Text.Trim().Length == 0;
            runs.Add(run);
            lastIndex = index;
            Right = Math.Max(Right, run.Box.Right);
            FirstIndex = Math.Min(FirstIndex, index);
            if (run.Font.SizePoints > Main.Font.SizePoints || run.Text.Trim().Length > Main.Text.Trim().Length)
            {
                Main = run.Font.SizePoints >= Main.Font.SizePoints * 0.85 ? run : Main;
            }
        }

        public Line? ToLine()
        {
            var parts = new List<TextRun>();
            var text = new StringBuilder();
            foreach (var run in runs)
            {
                var words = run.Text;
                var gap = parts.Count == 0 ? 0 : run.Box.Left - parts.Max(part => part.Box.Right);
                var size = Math.Max(run.Font.SizePoints, 1);
                if (text.Length > 0 && gap > BlankGap * size && !char.IsWhiteSpace(text[^1]) && words.Length > 0 && !char.IsWhiteSpace(words[0]))
                {
                    words = " " + words;
                }

                if (text.Length == 0 || (text.Length > 0 && char.IsWhiteSpace(text[^1])))
                {
                    words = words.TrimStart();
                }

                if (words.Length == 0)
                {
                    continue;
                }

                text.Append(words);
                parts.Add(run with { Text = words, Raised = IsRaised(run) });
            }

            if (parts.Count == 0 || string.IsNullOrWhiteSpace(text.ToString()))
            {
                return null;
            }

            parts[^1] = parts[^1] with { Text = parts[^1].Text.TrimEnd() };
            parts = parts.Where(part => part.Text.Length > 0).ToList();
            var box = parts.Select(part => part.Box).Aggregate((a, b) => a.Union(b));
            var font = parts.Where(part => !part.Raised).DefaultIfEmpty(parts[0])
                .GroupBy(part => part.Font).MaxBy(group => group.Sum(part => part.Text.Length))!.Key;
            return new(string.Concat(parts.Select(part => part.Text)), box, font, parts);
        }

        private bool IsRaised(TextRun run)
        {
            var words = run.Text.Trim();
            if (words.Length is 0 or > 12 || ReferenceEquals(run, Main))
            {
                return false;
            }

            var smaller = run.Font.SizePoints < 0.86 * Main.Font.SizePoints;
            var lift = Main.Box.Bottom - run.Box.Bottom;
            return smaller ? lift > 0.12 * Main.Box.Height : lift > 0.25 * Main.Box.Height && run.Font.SizePoints <= Main.Font.SizePoints;
        }
    }
}
