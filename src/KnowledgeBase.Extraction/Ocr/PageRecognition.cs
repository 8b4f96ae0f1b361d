using KnowledgeBase.Documents;
using KnowledgeBase.Extraction.Images;
using KnowledgeBase.Extraction.Processes;

namespace KnowledgeBase.Extraction.Ocr;

/// <summary>Recognises the text of one page from its picture: render, straighten, even out, read, measure.</summary>
/// <param name="path">Full path of the PDF.</param>
/// <param name="options">Limits, password, resolution.</param>
internal sealed class PageRecognition(string path, ExtractionOptions options)
{
    /// <summary>Pages larger than A3 are rendered at a lower resolution, so that memory and time stay bounded.</summary>
    private const double MostPixels = 18e6;

    /// <summary>Words less certain than this, of a mean below <see cref="LeastLineConfidence"/>, are specks and pictures.</summary>
    private const double LeastLineConfidence = 0.35;

    private readonly ChildLimits limits = new(options.Ocr.TimeLimitPerPage, options.MemoryLimitMegabytes);

    /// <summary>Recognises it.</summary>
    /// <param name="page">The page: its number and size count.</param>
    /// <param name="languages">Tesseract's codes joined by plus signs.</param>
    /// <param name="cancellationToken">Kills the children and removes their files.</param>
    /// <returns>The page, or null when it cannot be rendered or read within the limits.</returns>
    /// <exception cref="ToolMissingException">Tesseract or Poppler is not installed.</exception>
    public async Task<RecognisedPage?> RecogniseAsync(Page page, string languages, CancellationToken cancellationToken)
    {
        using var folder = new TempFolder();
        var dots = DotsPerInchFor(page);
        var picture = await PageRendering.RenderAsync(
            path, page.Number, dots, gray: true, options.Password, folder.File("page"), limits, cancellationToken).ConfigureAwait(false);
        if (picture is null)
        {
            return null;
        }

        var raw = await GrayImage.ReadPgmAsync(picture, cancellationToken).ConfigureAwait(false);
        var even = Cleaning.Flatten(raw);
        var degrees = Straightening.Measure(even, Cleaning.Threshold(even));
        var image = Straightening.Straighten(even, degrees);
        var threshold = Cleaning.Threshold(image);
        var glyphs = Cleaning.WithoutSpecks(image, GlyphFinder.Find(image, threshold), threshold);
        await image.WritePgmAsync(picture, cancellationToken).ConfigureAwait(false);

        var tesseract = new Tesseract(limits);
        var lines = await tesseract.ReadAsync(picture, dots, languages, Segmentation.Page, cancellationToken).ConfigureAwait(false);
        if (lines is null)
        {
            return null;
        }

        var measuring = new LineMeasuring(image, threshold, glyphs);
        lines = PictureWords.Without(lines).Where(line => line.Words.Average(word => word.Confidence) >= LeastLineConfidence).Select(measuring.Measure).ToList();
        lines = await new RaisedMarkReading(tesseract, image, measuring)
            .ReadAsync(lines, RaisedMarks.Find(lines, measuring), languages, dots, folder, cancellationToken).ConfigureAwait(false);
        return new(page.Number, 72.0 / dots, degrees, lines);
    }

    private int DotsPerInchFor(Page page)
    {
        var squareInches = Math.Max(1, page.Width * page.Height / (72 * 72));
        return (int)Math.Clamp(Math.Sqrt(MostPixels / squareInches), 50, options.Ocr.DotsPerInch);
    }
}
