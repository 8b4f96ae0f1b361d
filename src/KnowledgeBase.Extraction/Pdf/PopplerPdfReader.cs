using KnowledgeBase.Documents;
using KnowledgeBase.Extraction.Processes;

namespace KnowledgeBase.Extraction.Pdf;

/// <summary>Reads PDF files with Poppler's pdfinfo and pdftohtml, each in a child process under limits.</summary>
public sealed class PopplerPdfReader : IPdfReader
{
    /// <summary>The largest zoom pdftohtml takes; font sizes come as whole numbers times the zoom.</summary>
    private const double Zoom = 3;

    private static readonly string[] Arguments = ["-xml", "-i", "-q", "-nodrm", "-noroundcoord", "-fontfullname", "-zoom", "3", "-stdout"];

    /// <inheritdoc/>
    public async Task<ExtractedDocument> ReadAsync(string path, SourceFile source, ExtractionOptions options, CancellationToken cancellationToken)
    {
        var limits = new ChildLimits(options.TimeLimit, options.MemoryLimitMegabytes);
        var full = Path.GetFullPath(path);
        var info = await PdfInfo.ReadAsync(full, source.FileName, options.Password, limits, cancellationToken).ConfigureAwait(false);
        var parser = new PopplerXmlParser();
        string[] arguments = [.. Arguments, .. PdfInfo.PasswordArguments(options.Password), full];
        var result = await ChildProcess.RunAsync("pdftohtml", arguments, limits, parser.Add, cancellationToken).ConfigureAwait(false);
        if (result.TimedOut)
        {
            throw new RejectedInputException(PdfProblems.TimeLimit(source.FileName, limits.Time));
        }

        if (parser.Pages.Count == 0)
        {
            throw new RejectedInputException(PdfProblems.FromErrors(source.FileName, options.Password, result.Errors));
        }

        return PdfAssembly.Assemble(source, ToContent(info, parser));
    }

    /// <summary>Reads pages as the tool gives them, without judging the file.</summary>
    /// <param name="path">Full path of the PDF.</param>
    /// <param name="choice">Further arguments of pdftohtml.</param>
    /// <param name="password">Opens protected files; null when there is none.</param>
    /// <param name="limits">Of the child.</param>
    /// <param name="cancellationToken">Kills the child.</param>
    /// <returns>The pages read before it ended or ran past a limit, numbered from 1.</returns>
    internal static async Task<IReadOnlyList<RawPage>> ReadPagesAsync(
        string path, IReadOnlyList<string> choice, string? password, ChildLimits limits, CancellationToken cancellationToken)
    {
        var parser = new PopplerXmlParser();
        string[] arguments = [.. Arguments, .. choice, .. PdfInfo.PasswordArguments(password), path];
        await ChildProcess.RunAsync("pdftohtml", arguments, limits, parser.Add, cancellationToken).ConfigureAwait(false);
        return parser.Pages;
    }

    /// <summary>A page of lines.</summary>
    /// <param name="page">As the tool gives it.</param>
    /// <param name="pages">All pages read with it: they tell how tall each font's runs are.</param>
    internal static Page ToPage(RawPage page, IReadOnlyList<RawPage> pages) =>
        PdfAssembly.ToPage(ToPage(page, HeightPerSize(pages), []));

    private static PdfContent ToContent(PdfInfo info, PopplerXmlParser parser)
    {
        var ratios = HeightPerSize(parser.Pages);
        var fonts = new Dictionary<(RawFont, bool, bool), Font>();
        return new(info.Pages, parser.Pages.Select(page => ToPage(page, ratios, fonts)).ToList())
        {
            CopyRestricted = info.CopyRestricted,
            Metadata = info.Metadata,
            Outline = parser.Outline.Select(item => new OutlineEntry(item.Title, item.Level, item.Page)).ToList(),
        };
    }

    /// <summary>
    /// The usual height of a run in parts of its font size, by font. A run with a character from a substitute font is reported
    /// taller than it is; its bottom stays right.
    /// </summary>
    private static Dictionary<string, double> HeightPerSize(IReadOnlyList<RawPage> pages) => pages
        .SelectMany(page => page.Runs).Where(run => run.Font.Size > 0 && run.Height > 0)
        .GroupBy(run => run.Font.Family, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, Median, StringComparer.Ordinal);

    private static double Median(IEnumerable<RawRun> runs)
    {
        var ratios = runs.Select(run => run.Height / run.Font.Size).Order().ToList();
        return ratios[ratios.Count / 2];
    }

    private static PdfContentPage ToPage(RawPage raw, Dictionary<string, double> ratios, Dictionary<(RawFont, bool, bool), Font> fonts) =>
        new(raw.Number, raw.Width / Zoom, raw.Height / Zoom, raw.Runs.Select(run => ToRun(run, ratios, fonts)).ToList());

    private static PdfRun ToRun(RawRun raw, Dictionary<string, double> ratios, Dictionary<(RawFont, bool, bool), Font> fonts)
    {
        var size = raw.Font.Size / Zoom;
        var key = (raw.Font, raw.Bold, raw.Italic);
        if (!fonts.TryGetValue(key, out var font))
        {
            fonts[key] = font = PdfAssembly.FontOf(raw.Font.Family, size, raw.Bold, raw.Italic, raw.Font.Color);
        }

        double left = raw.Left / Zoom, bottom = (raw.Top + raw.Height) / Zoom;
        var usual = ratios.GetValueOrDefault(raw.Font.Family, 1.2) * size;
        var height = raw.Height / Zoom > 1.05 * usual ? usual : raw.Height / Zoom;
        return new(raw.Text, new(left, bottom - height, left + (raw.Width / Zoom), bottom), raw.Font.Family, font);
    }
}
