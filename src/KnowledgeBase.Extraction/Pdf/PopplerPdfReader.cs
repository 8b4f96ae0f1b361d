using KnowledgeBase.Documents;
using KnowledgeBase.Extraction.Processes;
using KnowledgeBase.Extraction.Soundness;

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
            throw new RejectedInputException(PdfProblems.TimeLimit(source.FileName, limits));
        }

        if (parser.Pages.Count == 0)
        {
            throw new RejectedInputException(PdfProblems.FromErrors(source.FileName, options.Password, result.Errors));
        }

        return ToDocument(source, info, parser);
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
        ToPage(page, HeightPerSize(pages), []);

    private static ExtractedDocument ToDocument(SourceFile source, PdfInfo info, PopplerXmlParser parser)
    {
        var problems = new List<Problem>();
        if (info.CopyRestricted)
        {
            problems.Add(PdfProblems.CopyRestricted(source.FileName));
        }

        problems.AddRange(PageSoundness.Unreliable(parser.Pages).Select(PdfProblems.UnreliableText));
        if (parser.Pages.Count < info.Pages)
        {
            problems.Add(PdfProblems.Incomplete(source.FileName, parser.Pages.Count, info.Pages));
        }

        var ratios = HeightPerSize(parser.Pages);
        var fonts = new Dictionary<(RawFont, bool, bool, double), Font>();
        var pages = parser.Pages.Select(page => ToPage(page, ratios, fonts)).ToList();
        if (pages.All(page => page.Lines.Count == 0))
        {
            problems.Add(PdfProblems.NoTextLayer(source.FileName));
        }

        return new(source, pages, problems)
        {
            Metadata = info.Metadata,
            Outline = parser.Outline.Where(item => item.Title.Length > 0)
                .Select(item => new OutlineEntry(TextRepair.Repair(item.Title).Trim(), item.Level, item.Page)).ToList(),
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

    private static Page ToPage(RawPage raw, Dictionary<string, double> ratios, Dictionary<(RawFont, bool, bool, double), Font> fonts)
    {
        double width = raw.Width / Zoom, height = raw.Height / Zoom;
        var runs = raw.Runs.Select(run => ToRun(run, ratios, fonts)).Where(run => run.Text.Length > 0).ToList();
        return new(raw.Number, null, width, height, LineBuilder.Build(runs, width, height));
    }

    private static TextRun ToRun(RawRun raw, Dictionary<string, double> ratios, Dictionary<(RawFont, bool, bool, double), Font> fonts)
    {
        var size = raw.Font.Size / Zoom;
        var key = (raw.Font, raw.Bold, raw.Italic, Math.Round(size, 1));
        if (!fonts.TryGetValue(key, out var font))
        {
            fonts[key] = font = FontNames.Read(raw.Font, raw.Bold, raw.Italic, Math.Round(size, 1));
        }

        double left = raw.Left / Zoom, bottom = (raw.Top + raw.Height) / Zoom;
        var usual = ratios.GetValueOrDefault(raw.Font.Family, 1.2) * size;
        var height = raw.Height / Zoom > 1.05 * usual ? usual : raw.Height / Zoom;
        var text = FontNames.IsPictorial(raw.Font.Family) && raw.Text.Trim().Length == 1 ? raw.Text.Replace(raw.Text.Trim(), "•", StringComparison.Ordinal) : TextRepair.Repair(raw.Text);
        return new(text, new(left, bottom - height, left + (raw.Width / Zoom), bottom), font);
    }
}
