using KnowledgeBase.Documents;

namespace KnowledgeBase.Extraction.Ocr;

/// <summary>Turns recognised pages into pages of lines: sizes, weight and slant by comparison over the document.</summary>
internal sealed class RecognisedLines
{
    /// <summary>Strokes this much stronger than the running text's, for their size, are bold.</summary>
    private const double BoldRatio = 1.2;

    /// <summary>Strokes that lean this much more than the running text's are italic; italics lean by 0.15 to 0.35.</summary>
    private const double ItalicLean = 0.11;

    /// <summary>A gap wider than this, in parts of the font size, parts two lines.</summary>
    private const double MostGap = 1.8;

    /// <summary>A change of weight or slant for fewer letters than this is an error of measuring.</summary>
    private const int LeastLetters = 5;

    /// <summary>Raised marks are set at about this part of the size around them.</summary>
    private const double RaisedSize = 0.65;

    private readonly TypeSizes sizes;
    private readonly double bodySize;
    private readonly double stroke;
    private readonly double slant;

    /// <summary>Compares the pages of a document.</summary>
    public RecognisedLines(IReadOnlyList<RecognisedPage> pages)
    {
        sizes = new(pages);
        var words = pages.SelectMany(page => page.Lines.Where(line => line.Shape is not null).SelectMany(line =>
        {
            var size = sizes.SizeOf(line.Shape!, page.PointsPerPixel);
            return line.Words.Select(word => (Word: word, Size: size, Page: page));
        })).ToList();
        bodySize = words.GroupBy(item => item.Size).MaxBy(group => group.Sum(item => item.Word.Text.Length))?.Key ?? 10;
        stroke = Middle(words.Where(item => item.Word.Stroke is not null)
            .Select(item => (item.Word.Stroke!.Value * item.Page.PointsPerPixel / item.Size, item.Word.Text.Length)));
        slant = Middle(words.Where(item => item.Word.Slant is not null).Select(item => (item.Word.Slant!.Value, item.Word.Text.Length)));
    }

    /// <summary>The page with the recognised text.</summary>
    /// <param name="page">The page as read before.</param>
    /// <param name="recognised">What was recognised on it.</param>
    public Page Write(Page page, RecognisedPage recognised) => page with
    {
        Lines = recognised.Lines.SelectMany((line, i) => Parted(line, SizeOf(recognised, i), recognised.PointsPerPixel)).ToList(),
        FromOcr = true,
        StraightenedDegrees = recognised.Degrees,
    };

    /// <summary>
    /// The size of a line's type. Low letters alone do not tell it, since their proportion differs by typeface: such a line goes
    /// with the one before or after it whose low letters are as high.
    /// </summary>
    private double SizeOf(RecognisedPage page, int index)
    {
        if (page.Lines[index].Shape is not { } shape)
        {
            return bodySize;
        }

        if (shape.Ascender is null && shape.XHeight is { } x)
        {
            foreach (var near in new[] { index - 1, index + 1 }.Where(i => i >= 0 && i < page.Lines.Count).Select(i => page.Lines[i].Shape))
            {
                if (near is { Ascender: not null, XHeight: { } other } && Math.Abs(other - x) <= 0.05 * x && Math.Abs(near.Baseline - shape.Baseline) < 4.5 * x)
                {
                    return sizes.SizeOf(near, page.PointsPerPixel);
                }
            }
        }

        return sizes.SizeOf(shape, page.PointsPerPixel);
    }

    private IEnumerable<Line> Parted(RecognisedLine line, double size, double scale)
    {
        var styled = Styled(line.Words, size, scale);
        var start = 0;
        for (var i = 1; i <= styled.Count; i++)
        {
            var gap = i < styled.Count ? (styled[i].Word.Box.Left - styled[i - 1].Word.Box.Right) * scale : double.MaxValue;
            var afterMarker = i - start == 1 && IsMarker(styled[start].Word.Text);
            if (gap > (afterMarker ? 3 : 1) * MostGap * size)
            {
                yield return ToLine(styled.GetRange(start, i - start), line.Shape, size, scale);
                start = i;
            }
        }
    }

    private static bool IsMarker(string text) => text.Length <= 4 && (text.Length == 1 || text[^1] is '.' or ')');

    private static Line ToLine(List<(RecognisedWord Word, bool Bold, bool Italic)> words, LineShape? shape, double size, double scale)
    {
        Box BoxOf(RecognisedWord word) => shape is null || word.Raised
            ? new(word.Box.Left * scale, word.Box.Top * scale, word.Box.Right * scale, word.Box.Bottom * scale)
            // As tall as type of its size is set, whatever letters it has: what stands on one line has one bottom.
            : new(word.Box.Left * scale, (shape.Baseline * scale) - (0.9 * size), word.Box.Right * scale, (shape.Baseline * scale) + (0.21 * size));

        var runs = new List<TextRun>();
        for (var i = 0; i < words.Count; i++)
        {
            var (word, bold, italic) = words[i];
            var glued = i == 0 || word.Raised || (words[i - 1].Word.Raised && word.Text.All(char.IsPunctuation));
            var text = glued ? word.Text : " " + word.Text;
            var font = new Font("", word.Raised ? Math.Round(RaisedSize * size, 1) : size, bold, italic);
            if (runs.Count > 0 && runs[^1].Font == font && runs[^1].Raised == word.Raised)
            {
                runs[^1] = runs[^1] with { Text = runs[^1].Text + text, Box = runs[^1].Box.Union(BoxOf(word)) };
            }
            else
            {
                runs.Add(new(text, BoxOf(word), font, word.Raised));
            }
        }

        var box = runs.Where(run => !run.Raised).DefaultIfEmpty(runs[0]).Select(run => run.Box).Aggregate((a, b) => a.Union(b));
        box = box with { Left = Math.Min(box.Left, runs[0].Box.Left), Right = Math.Max(box.Right, runs[^1].Box.Right) };
        var main = runs.Where(run => !run.Raised).DefaultIfEmpty(runs[0]).MaxBy(run => run.Text.Length)!.Font;
        var letters = words.Sum(item => item.Word.Text.Length);
        return new(string.Concat(runs.Select(run => run.Text)), box, main, runs)
        {
            OcrConfidence = Math.Round(words.Sum(item => item.Word.Confidence * item.Word.Text.Length) / letters, 3),
        };
    }

    private List<(RecognisedWord Word, bool Bold, bool Italic)> Styled(IReadOnlyList<RecognisedWord> words, double size, double scale)
    {
        var bold = Settled(words, word => word.Stroke is { } width ? (width * scale / size) - (BoldRatio * stroke) : null, stroke * 0.1);
        var italic = Settled(words, word => word.Slant is { } lean ? lean - slant - ItalicLean : null, 0.03);
        return words.Select((word, i) => (word, bold[i], italic[i])).ToList();
    }

    /// <summary>
    /// A yes or no for each word. The line as a whole decides where it is clear; else words decide, and those too short to
    /// measure, or alone against their neighbours, go with the ones around them.
    /// </summary>
    private static bool[] Settled(IReadOnlyList<RecognisedWord> words, Func<RecognisedWord, double?> excess, double clear)
    {
        var measures = words.Select(word => word.Raised ? null : excess(word)).ToList();
        var known = words.Select((word, i) => (word.Text.Length, Excess: measures[i])).Where(item => item.Excess is not null).ToList();
        if (known.Count == 0)
        {
            return new bool[words.Count];
        }

        double all = known.Sum(item => item.Length), yes = known.Where(item => item.Excess > 0).Sum(item => item.Length);
        var median = Middle(known.Select(item => (item.Excess!.Value, item.Length)));
        if ((yes >= 0.75 * all && median > clear) || (yes <= 0.25 * all && median < -clear && !HasRun(words, measures, clear)))
        {
            return Enumerable.Repeat(median > 0, words.Count).ToArray();
        }

        var result = new bool[words.Count];
        for (var i = 0; i < words.Count; i++)
        {
            double weight = 0, sum = 0;
            for (var j = Math.Max(0, i - 1); j <= Math.Min(words.Count - 1, i + 1); j++)
            {
                if (measures[j] is { } value)
                {
                    var w = (j == i ? 2.0 : 0.7) * Math.Min(words[j].Text.Length, 8);
                    weight += w;
                    sum += w * Math.Sign(value);
                }
            }

            result[i] = weight > 0 ? sum > 0 : i > 0 && result[i - 1];
        }

        return result;
    }

    /// <summary>Words next to each other that stand out together with enough letters to be meant, or one at the start that does so clearly.</summary>
    private static bool HasRun(IReadOnlyList<RecognisedWord> words, List<double?> measures, double clear)
    {
        var letters = 0;
        for (var i = 0; i < words.Count; i++)
        {
            letters = measures[i] is not { } value ? letters : value > 0 ? letters + words[i].Text.Length : 0;
            if (letters >= 2 * LeastLetters || (letters >= LeastLetters && i <= 2 && measures[i] > clear))
            {
                return true;
            }
        }

        return false;
    }

    private static double Middle(IEnumerable<(double Value, int Weight)> items)
    {
        var sorted = items.OrderBy(item => item.Value).ToList();
        double half = sorted.Sum(item => (double)item.Weight) / 2, passed = 0;
        foreach (var (value, weight) in sorted)
        {
            passed += weight;
            if (passed >= half)
            {
                return value;
            }
        }

        return 0;
    }
}
