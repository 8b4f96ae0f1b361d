namespace KnowledgeBase.Extraction.Ocr;

/// <summary>A footnote mark found by its shape: small ink well above the baseline.</summary>
/// <param name="Line">Index of its line among the page's.</param>
/// <param name="Box">Its area.</param>
/// <param name="Ones">How many upright strokes it is made of, when of nothing else; else 0.</param>
internal sealed record RaisedMark(int Line, PixelBox Box, int Ones);

/// <summary>
/// Finds footnote marks by where their ink stands. Tesseract reads them as quotation marks, degree signs and the like, since it
/// looks for letters that stand on the line; so they are found here, painted out, and read by themselves.
/// </summary>
internal static class RaisedMarks
{
    /// <summary>Heights and lifts in parts of the height of x. Apostrophes are lower, capitals higher, a question mark's hook stands deeper.</summary>
    private const double LeastHeight = 0.62, MostHeight = 1.25, LeastLift = 0.42, LeastTop = 1.15;

    /// <summary>Figures of one mark stand closer than this, in heights of x.</summary>
    private const double MostGap = 0.5;

    /// <summary>White between the pieces of a broken figure, in heights of x.</summary>
    private const double MostBreak = 0.25;

    /// <summary>After a mark comes a blank or a stop; a letter that follows closer shows a percent sign or a broken letter.</summary>
    private const double LeastSpaceAfter = 0.2;

    /// <summary>Width of a bare 1 in parts of its height; other figures are wider.</summary>
    private const double MostWidthOfOne = 0.36;

    /// <summary>More figures than these are no mark.</summary>
    private const int MostFigures = 4;

    /// <summary>Finds the marks of a page.</summary>
    /// <param name="lines">Measured lines.</param>
    /// <param name="measuring">The page's ink.</param>
    public static IReadOnlyList<RaisedMark> Find(IReadOnlyList<RecognisedLine> lines, LineMeasuring measuring)
    {
        var marks = new List<RaisedMark>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Shape is { } shape && shape.SomeXHeight >= 6)
            {
                marks.AddRange(Find(lines, i, shape, measuring));
            }
        }

        return marks;
    }

    private static IEnumerable<RaisedMark> Find(IReadOnlyList<RecognisedLine> lines, int index, LineShape shape, LineMeasuring measuring)
    {
        var x = shape.SomeXHeight;
        var box = lines[index].Box;
        var zone = new PixelBox(
            (int)(box.Left - x), (int)(shape.Baseline - (2.4 * x)), (int)(box.Right + x), (int)(shape.Baseline + (0.35 * x)));
        var around = measuring.Within(zone)
            .Where(glyph => glyph.Area >= Math.Max(6, 0.025 * x * x) && !InOtherLine(lines, index, glyph)).OrderBy(glyph => glyph.Left).ToList();
        around = Mended(around, shape.Baseline, x);
        var raised = around.Where(glyph => IsRaised(glyph, shape.Baseline, x)).ToList();
        var clusters = new List<List<Glyph>>();
        foreach (var glyph in raised)
        {
            if (clusters.Count > 0 && glyph.Left - clusters[^1].Max(other => other.Right) < MostGap * x)
            {
                clusters[^1].Add(glyph);
            }
            else
            {
                clusters.Add([glyph]);
            }
        }

        return clusters.Where(cluster => cluster.Count <= MostFigures && StandsFree(cluster, around, shape.Baseline, x))
            .Select(cluster => new RaisedMark(
                index, cluster.Select(PixelBox.Of).Aggregate((a, b) => a.Union(b)),
                cluster.TrueForAll(glyph => glyph.Width <= MostWidthOfOne * glyph.Height) ? cluster.Count : 0));
    }

    /// <summary>Small figures break in scanning: raised pieces one above the other are one figure again.</summary>
    private static List<Glyph> Mended(List<Glyph> glyphs, double baseline, double x)
    {
        var result = new List<Glyph>(glyphs.Count);
        foreach (var glyph in glyphs)
        {
            var i = baseline - glyph.Bottom < LeastLift * x ? -1 : result.FindIndex(other =>
                baseline - other.Bottom >= LeastLift * x
                && Math.Min(other.Right, glyph.Right) - Math.Max(other.Left, glyph.Left) >= 0.5 * Math.Min(other.Width, glyph.Width)
                && Math.Max(other.Top, glyph.Top) - Math.Min(other.Bottom, glyph.Bottom) <= MostBreak * x);
            if (i < 0)
            {
                result.Add(glyph);
            }
            else
            {
                var other = result[i];
                result[i] = new(
                    Math.Min(other.Left, glyph.Left), Math.Min(other.Top, glyph.Top), Math.Max(other.Right, glyph.Right), Math.Max(other.Bottom, glyph.Bottom), other.Area + glyph.Area);
            }
        }

        return result;
    }

    private static bool IsRaised(Glyph glyph, double baseline, double x)
    {
        double lift = (baseline - glyph.Bottom) / x, height = glyph.Height / x;
        return lift >= LeastLift && height is >= LeastHeight and <= MostHeight && (baseline - glyph.Top) / x >= LeastTop && glyph.Width < 1.1 * x;
    }

    /// <summary>No letter below or above it, nothing close behind it but a stop, and letters on the line to be raised from.</summary>
    private static bool StandsFree(List<Glyph> cluster, List<Glyph> around, double baseline, double x)
    {
        int left = cluster.Min(glyph => glyph.Left), right = cluster.Max(glyph => glyph.Right);
        var others = around.Except(cluster).ToList();
        // A mark that opens a note may stand close before its first letter.
        var opens = !others.Exists(glyph => glyph.CenterX < left);
        if (!others.Exists(glyph => glyph.Height > 0.8 * x && Math.Abs(glyph.Bottom - baseline) < 0.3 * x))
        {
            return false;
        }

        return !others.Exists(glyph =>
        {
            // A stop or comma may be drawn under the mark before it.
            if (baseline - glyph.Top < 0.5 * x)
            {
                return false;
            }

            var overlap = Math.Min(glyph.Right, right) - Math.Max(glyph.Left, left);
            if (overlap > 0.3 * Math.Min(glyph.Width, right - left))
            {
                return true;
            }

            return !opens && glyph.Height > 0.8 * x && glyph.CenterX > right && glyph.Left - right < LeastSpaceAfter * x;
        });
    }

    private static bool InOtherLine(IReadOnlyList<RecognisedLine> lines, int index, Glyph glyph)
    {
        if (Holds(lines[index], glyph))
        {
            return false;
        }

        for (var i = Math.Max(0, index - 40); i < Math.Min(lines.Count, index + 40); i++)
        {
            if (i != index && Holds(lines[i], glyph))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Holds(RecognisedLine line, Glyph glyph) => line.Words.Any(word =>
        glyph.CenterX >= word.Box.Left && glyph.CenterX < word.Box.Right && glyph.CenterY >= word.Box.Top && glyph.CenterY < word.Box.Bottom);
}
