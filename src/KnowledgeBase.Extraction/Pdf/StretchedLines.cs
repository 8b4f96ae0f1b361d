using KnowledgeBase.Documents;

namespace KnowledgeBase.Extraction.Pdf;

/// <summary>
/// Lines of justified text stretched so far that their blanks are as wide as gutters. All blanks of such a line are equally wide while its words
/// are not, and it ends where a long line close above or below it ends; cells of a row do neither.
/// </summary>
internal sealed class StretchedLines
{
    /// <summary>Fewer gaps may be equal by chance.</summary>
    private const int FewestPieces = 4;

    /// <summary>Gaps differ by no more, in points: positions are rounded.</summary>
    private const double Tolerance = 0.35;

    /// <summary>Wider gaps are none between words, in parts of the size.</summary>
    private const double WidestGap = 4;

    /// <summary>Right edges of justified lines differ by no more, in points.</summary>
    private const double SameEdge = 1.5;

    /// <summary>The other line stands within so many sizes.</summary>
    private const double Close = 5;

    private readonly int[] lineOf;

    private StretchedLines(int[] lineOf) => this.lineOf = lineOf;

    /// <summary>Finds them.</summary>
    /// <param name="runs">Of a page, in file order.</param>
    public static StretchedLines Of(IReadOnlyList<TextRun> runs)
    {
        var lineOf = new int[runs.Count];
        var end = 0;
        for (var start = 0; start < runs.Count; start = end)
        {
            end = start + 1;
            while (end < runs.Count && IsNext(runs[end - 1], runs[end]))
            {
                end++;
            }

            if (end - start >= FewestPieces && IsSpacedAlike(runs, start, end) && EndsWithAnother(runs, start, end))
            {
                Array.Fill(lineOf, start + 1, start, end - start);
            }
        }

        return new(lineOf);
    }

    /// <summary>True when both runs, by their place in the file, are words of one such line.</summary>
    public bool AreOne(int left, int right) => lineOf[left] > 0 && lineOf[left] == lineOf[right];

    private static bool IsNext(TextRun left, TextRun right) =>
        left.Font.SizePoints == right.Font.SizePoints && Math.Abs(left.Box.Bottom - right.Box.Bottom) < 0.1 * left.Font.SizePoints
        && right.Box.Left - left.Box.Right is var gap && gap > 0 && gap < WidestGap * left.Font.SizePoints && right.Text.Any(char.IsLetter);

    private static bool IsSpacedAlike(IReadOnlyList<TextRun> runs, int start, int end)
    {
        double least = double.MaxValue, most = 0, narrowest = double.MaxValue, widest = 0;
        for (var i = start; i < end; i++)
        {
            var gap = i == start ? runs[i + 1].Box.Left - runs[i].Box.Right : runs[i].Box.Left - runs[i - 1].Box.Right;
            (least, most) = (Math.Min(least, gap), Math.Max(most, gap));
            (narrowest, widest) = (Math.Min(narrowest, runs[i].Box.Width), Math.Max(widest, runs[i].Box.Width));
        }

        // Equal words at equal distances are the heads of columns.
        return most - least <= Tolerance && widest - narrowest > runs[start].Font.SizePoints;
    }

    private static bool EndsWithAnother(IReadOnlyList<TextRun> runs, int start, int end)
    {
        var (first, last) = (runs[start], runs[end - 1]);
        var enough = (last.Box.Right - first.Box.Left) / 2;
        return runs.Any(other => Math.Abs(other.Box.Right - last.Box.Right) <= SameEdge && other.Box.Width >= enough
            && other.Font.SizePoints == last.Font.SizePoints
            && Math.Abs(other.Box.Bottom - last.Box.Bottom) is var distance && distance > 0.5 * last.Font.SizePoints && distance < Close * last.Font.SizePoints);
    }
}
