using System.Text.RegularExpressions;
using KnowledgeBase.Extraction.Images;
using KnowledgeBase.Extraction.Processes;

namespace KnowledgeBase.Extraction.Ocr;

/// <summary>Reads the raised marks of a page by themselves, and their lines again without them.</summary>
/// <param name="tesseract">Reads pictures.</param>
/// <param name="image">The straightened page.</param>
/// <param name="measuring">The page's ink.</param>
internal sealed partial class RaisedMarkReading(Tesseract tesseract, GrayImage image, LineMeasuring measuring)
{
    /// <summary>A line read again must keep this share of its letters, or the first reading stays.</summary>
    private const double LeastKept = 0.7;

    /// <summary>Confidence in a mark told by its shape alone.</summary>
    private const double ConfidenceByShape = 0.6;

    /// <summary>Reads them.</summary>
    /// <param name="lines">The page's lines.</param>
    /// <param name="marks">Where the marks are.</param>
    /// <param name="languages">Tesseract's codes joined by plus signs.</param>
    /// <param name="dotsPerInch">Of the page.</param>
    /// <param name="folder">For the pictures of lines and marks.</param>
    /// <param name="cancellationToken">Kills the child.</param>
    public async Task<IReadOnlyList<RecognisedLine>> ReadAsync(
        IReadOnlyList<RecognisedLine> lines, IReadOnlyList<RaisedMark> marks, string languages, int dotsPerInch, TempFolder folder,
        CancellationToken cancellationToken)
    {
        marks = marks.Where(mark => !IsOrdinal(lines[mark.Line], mark.Box)).ToList();
        if (marks.Count == 0)
        {
            return lines;
        }

        var figures = await ReadAllAsync(
            marks.Select(mark => Enlarged(mark.Box)).ToList(), "eng", 2 * dotsPerInch, Segmentation.Figures, folder, cancellationToken).ConfigureAwait(false);
        var read = marks.Select((mark, i) => (mark.Line, mark.Box, Figures: FiguresOf(mark, figures[i]),
                Confidence: figures[i].Count == 0 ? ConfidenceByShape : figures[i].Average(word => word.Confidence)))
            .Where(mark => IsMark(mark.Figures)).ToList();
        var touched = read.Select(mark => mark.Line).Distinct().ToList();
        var cuts = touched.Select(line => CutOut(lines[line], read.Where(mark => mark.Line == line).Select(mark => mark.Box).ToList())).ToList();
        var again = await ReadAllAsync(cuts.Select(cut => cut.Picture).ToList(), languages, dotsPerInch, Segmentation.Line, folder, cancellationToken)
            .ConfigureAwait(false);

        var result = lines.ToList();
        for (var i = 0; i < touched.Count; i++)
        {
            var line = lines[touched[i]];
            var words = again[i].Select(word => word with { Box = cuts[i].OnPage(word.Box) }).ToList();
            if (words.Sum(word => word.Text.Count(char.IsLetter)) < LeastKept * line.Text.Count(char.IsLetter))
            {
                continue;
            }

            var remeasured = measuring.Measure(line with { Words = words.OrderBy(word => word.Box.Left).ToList(), Shape = null });
            var raised = read.Where(mark => mark.Line == touched[i])
                .Select(mark => new RecognisedWord(mark.Figures, mark.Box, mark.Confidence) { Raised = true });
            result[touched[i]] = remeasured with
            {
                Shape = remeasured.Shape ?? line.Shape,
                Words = remeasured.Words.Concat(raised).OrderBy(word => word.Box.Left).ToList(),
            };
        }

        return result;
    }

    /// <summary>Alone, a bare stroke is no letter to Tesseract; by its shape it is a 1.</summary>
    private static string FiguresOf(RaisedMark mark, IReadOnlyList<RecognisedWord> read) =>
        mark.Ones > 0 ? new('1', mark.Ones) : string.Concat(read.Select(word => word.Text));

    /// <summary>A number of up to three figures that does not begin with 0, or up to three stars.</summary>
    private static bool IsMark(string text) =>
        text.Length is > 0 and <= 3 && (text.All(c => c == '*') || (text.All(char.IsAsciiDigit) && text[0] != '0'));

    /// <summary>"1st", "XXe" and "N°" have raised letters, which Tesseract reads well.</summary>
    private static bool IsOrdinal(RecognisedLine line, PixelBox mark) => line.Words.Any(word =>
        word.Box.Left <= mark.Left && word.Box.Right >= mark.Right - 2 && Ordinal().IsMatch(word.Text));

    private async Task<IReadOnlyList<IReadOnlyList<RecognisedWord>>> ReadAllAsync(
        List<GrayImage> pictures, string languages, int dotsPerInch, Segmentation segmentation, TempFolder folder, CancellationToken cancellationToken)
    {
        if (pictures.Count == 0)
        {
            return [];
        }

        var names = new List<string>();
        foreach (var picture in pictures)
        {
            names.Add(folder.File(FormattableString.Invariant($"{segmentation}-{names.Count}.pgm")));
            await picture.WritePgmAsync(names[^1], cancellationToken).ConfigureAwait(false);
        }

        var list = folder.File($"{segmentation}.txt");
        await File.WriteAllLinesAsync(list, names, cancellationToken).ConfigureAwait(false);
        var read = await tesseract.ReadAsync(list, dotsPerInch, languages, segmentation, cancellationToken).ConfigureAwait(false) ?? [];
        return pictures.Select((_, i) => (IReadOnlyList<RecognisedWord>)read.Where(line => line.Page == i).SelectMany(line => line.Words).ToList()).ToList();
    }

    /// <summary>The mark twice as large, amid white.</summary>
    private GrayImage Enlarged(PixelBox box)
    {
        const int Margin = 24;
        var result = GrayImage.White((2 * box.Width) + (2 * Margin), (2 * box.Height) + (2 * Margin));
        for (var y = 0; y < 2 * box.Height; y++)
        {
            var row = result.Row(y + Margin);
            for (var x = 0; x < 2 * box.Width; x++)
            {
                // Half-way values between neighbours, as bilinear enlarging gives.
                int x0 = box.Left + (x / 2), y0 = box.Top + (y / 2);
                int x1 = Math.Min(x0 + (x % 2), image.Width - 1), y1 = Math.Min(y0 + (y % 2), image.Height - 1);
                row[x + Margin] = (byte)((image.Row(y0)[x0] + image.Row(y0)[x1] + image.Row(y1)[x0] + image.Row(y1)[x1]) / 4);
            }
        }

        return result;
    }

    /// <summary>The line's own ink on white, without its marks, the space they took, and its neighbours' tails.</summary>
    private LineCutting CutOut(RecognisedLine line, List<PixelBox> marks)
    {
        var shape = line.Shape!;
        var x = shape.SomeXHeight;
        var margin = (int)Math.Ceiling(0.6 * x);
        var zone = new PixelBox(
            Math.Max(0, line.Box.Left - margin), Math.Max(0, (int)(shape.Baseline - (1.9 * x))),
            Math.Min(image.Width, line.Box.Right + margin), Math.Min(image.Height, (int)(shape.Baseline + (0.6 * x))));
        var picture = GrayImage.White(zone.Width + (2 * margin), zone.Height + (2 * margin));
        int left = zone.Left - margin, top = zone.Top - margin;
        var taken = new bool[picture.Width];
        foreach (var glyph in measuring.Within(zone).Where(glyph => !marks.Exists(mark => Covers(mark, glyph)) && glyph.Height < 4 * x))
        {
            int from = Math.Max(Math.Max(glyph.Left - 1, left), 0), to = Math.Min(Math.Min(glyph.Right + 1, image.Width), left + picture.Width);
            for (var y = Math.Max(glyph.Top - 1, Math.Max(0, top)); to > from && y < Math.Min(glyph.Bottom + 1, Math.Min(image.Height, top + picture.Height)); y++)
            {
                image.Row(y)[from..to].CopyTo(picture.Row(y - top)[(from - left)..]);
            }

            taken.AsSpan(Math.Max(0, from - left)..Math.Max(0, to - left)).Fill(true);
        }

        foreach (var mark in marks)
        {
            Erase(picture, mark.Moved(-left, -top));
        }

        // Without the marks' columns a stop behind a mark stands at its word again, and blanks are as wide as elsewhere.
        var columns = Enumerable.Range(0, picture.Width)
            .Where(column => taken[column] || !marks.Exists(mark => column + left >= mark.Left && column + left < mark.Right)).ToArray();
        return LineCutting.Of(picture, columns, left, top);
    }

    private static void Erase(GrayImage picture, PixelBox box)
    {
        for (var y = Math.Max(0, box.Top - 1); y < Math.Min(picture.Height, box.Bottom + 1); y++)
        {
            picture.Row(y)[Math.Clamp(box.Left - 1, 0, picture.Width)..Math.Clamp(box.Right + 1, 0, picture.Width)].Fill(255);
        }
    }

    private static bool Covers(PixelBox mark, Glyph glyph) =>
        glyph.CenterX >= mark.Left && glyph.CenterX <= mark.Right && glyph.CenterY >= mark.Top && glyph.CenterY <= mark.Bottom;

    [GeneratedRegex(@"(?:\d|[IVX])(?:st|nd|rd|th|er|ère|ème|re|e|o|a|os|as)[.,;:]?$|^[Nn]\.?[°º]", RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();
}
