using System.Globalization;
using KnowledgeBase.Documents;
using KnowledgeBase.Extraction.Images;
using KnowledgeBase.Extraction.Pdf;
using KnowledgeBase.Extraction.Processes;

namespace KnowledgeBase.Extraction.Ocr;

/// <summary>Finds the pages that show more than their text layer holds: pictures that fill the page, letters drawn as outlines.</summary>
/// <param name="path">Full path of the PDF.</param>
/// <param name="options">Limits and password.</param>
internal sealed class PagePictures(string path, ExtractionOptions options)
{
    /// <summary>Share of the page that its pictures must cover to be the page.</summary>
    private const double FilledShare = 0.6;

    /// <summary>A page without text and without such a picture is looked at in this resolution, to see whether it is blank.</summary>
    private const int GlanceDotsPerInch = 60;

    /// <summary>Share of dark pixels on a blank page, dust included.</summary>
    private const double BlankInk = 0.002;

    private readonly ChildLimits limits = new(options.TimeLimit, options.MemoryLimitMegabytes);

    /// <summary>Of some pages, those to recognise.</summary>
    /// <param name="pages">Pages with little text or none.</param>
    /// <param name="cancellationToken">Kills the children.</param>
    /// <returns>Indices from 1.</returns>
    public async Task<IReadOnlySet<int>> FilledAsync(IReadOnlyList<Page> pages, CancellationToken cancellationToken)
    {
        var found = new HashSet<int>();
        if (pages.Count == 0)
        {
            return found;
        }

        var covered = await CoveredAsync(pages, cancellationToken).ConfigureAwait(false);
        foreach (var page in pages)
        {
            var filled = covered.GetValueOrDefault(page.Number) >= FilledShare;
            if (filled || (page.Lines.Count == 0 && await HasInkAsync(page, cancellationToken).ConfigureAwait(false)))
            {
                found.Add(page.Number);
            }
        }

        return found;
    }

    /// <summary>The share of each page that its pictures would cover side by side, by their sizes as printed (pdfimages -list).</summary>
    private async Task<Dictionary<int, double>> CoveredAsync(IReadOnlyList<Page> pages, CancellationToken cancellationToken)
    {
        var sizes = pages.ToDictionary(page => page.Number, page => Math.Max(1, page.Width * page.Height));
        var covered = new Dictionary<int, double>();
        string[] arguments =
        [
            "-list", "-f", Number(sizes.Keys.Min()), "-l", Number(sizes.Keys.Max()), .. PdfInfo.PasswordArguments(options.Password), path,
        ];
        await ChildProcess.RunAsync(
            "pdfimages",
            arguments,
            limits,
            line =>
            {
                var cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (cells.Length >= 14 && cells[2] is "image" or "stencil" && int.TryParse(cells[0], CultureInfo.InvariantCulture, out var number)
                    && sizes.TryGetValue(number, out var size) && Inches(cells[3], cells[12]) is { } width && Inches(cells[4], cells[13]) is { } height)
                {
                    covered[number] = covered.GetValueOrDefault(number) + (width * height * 72 * 72 / size);
                }
            },
            cancellationToken).ConfigureAwait(false);
        return covered;
    }

    private async Task<bool> HasInkAsync(Page page, CancellationToken cancellationToken)
    {
        using var folder = new TempFolder();
        var picture = await PageRendering.RenderAsync(
            path, page.Number, GlanceDotsPerInch, gray: true, options.Password, folder.File("glance"), limits, cancellationToken).ConfigureAwait(false);
        if (picture is null)
        {
            return false;
        }

        var image = await GrayImage.ReadPgmAsync(picture, cancellationToken).ConfigureAwait(false);
        return image.Pixels.Count(value => value < 128) > BlankInk * image.Pixels.Length;
    }

    private static double? Inches(string pixels, string pixelsPerInch) =>
        double.TryParse(pixels, CultureInfo.InvariantCulture, out var count) && double.TryParse(pixelsPerInch, CultureInfo.InvariantCulture, out var density) && density > 0
            ? count / density
            : null;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
