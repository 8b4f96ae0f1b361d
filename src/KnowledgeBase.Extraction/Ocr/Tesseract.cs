using System.Globalization;
using KnowledgeBase.Extraction.Processes;

namespace KnowledgeBase.Extraction.Ocr;

/// <summary>Runs Tesseract on pictures of text, in a child process under limits.</summary>
/// <param name="limits">Time and memory for one call.</param>
internal sealed class Tesseract(ChildLimits limits)
{
    private const int TsvColumns = 12;
    private const string WordLevel = "5";

    private readonly ChildLimits limits = limits with { Threads = 1 };

    /// <summary>Which languages have data installed, as Tesseract's codes ("eng").</summary>
    /// <exception cref="ToolMissingException">Tesseract is not installed.</exception>
    public async Task<IReadOnlySet<string>> LanguagesAsync(CancellationToken cancellationToken)
    {
        var languages = new HashSet<string>(StringComparer.Ordinal);
        await ChildProcess.RunAsync(
            "tesseract",
            ["--list-langs"],
            limits,
            line =>
            {
                if (!line.Contains(' ', StringComparison.Ordinal))
                {
                    languages.Add(line.Trim());
                }
            },
            cancellationToken).ConfigureAwait(false);
        return languages;
    }

    /// <summary>Reads a picture, or several named in a text file.</summary>
    /// <param name="path">The picture; or a text file with the path of one picture to the line.</param>
    /// <param name="dotsPerInch">Resolution of the pictures.</param>
    /// <param name="languages">Tesseract's codes joined by plus signs.</param>
    /// <param name="segmentation">How to look for text.</param>
    /// <param name="cancellationToken">Kills the child.</param>
    /// <returns>The lines, or null when it failed or took too long.</returns>
    /// <exception cref="ToolMissingException">Tesseract is not installed.</exception>
    public async Task<IReadOnlyList<RecognisedLine>?> ReadAsync(
        string path, int dotsPerInch, string languages, Segmentation segmentation, CancellationToken cancellationToken)
    {
        var tsv = new TsvLines();
        string[] arguments =
        [
            path, "stdout", "-l", languages, "--dpi", dotsPerInch.ToString(CultureInfo.InvariantCulture),
            "--psm", ((int)(segmentation == Segmentation.Figures ? Segmentation.Line : segmentation)).ToString(CultureInfo.InvariantCulture),
            .. segmentation == Segmentation.Figures ? new[] { "-c", "tessedit_char_whitelist=0123456789*" } : [],
            "-c", "tessedit_create_tsv=1",
        ];
        var result = await ChildProcess.RunAsync("tesseract", arguments, limits, tsv.Add, cancellationToken).ConfigureAwait(false);
        return result.TimedOut || result.ExitCode != 0 ? null : tsv.Lines();
    }

    /// <summary>Collects the words of Tesseract's table into lines.</summary>
    private sealed class TsvLines
    {
        private readonly List<(string Key, int Page, List<RecognisedWord> Words)> lines = [];

        public void Add(string row)
        {
            var cells = row.Split('\t');
            if (cells.Length != TsvColumns || cells[0] != WordLevel || string.IsNullOrWhiteSpace(cells[11]))
            {
                return;
            }

            if (Number(cells[1]) is not { } page || Number(cells[6]) is not { } left || Number(cells[7]) is not { } top
                || Number(cells[8]) is not { } width || Number(cells[9]) is not { } height)
            {
                return;
            }

            var key = string.Join('.', cells[1..5]);
            if (lines.Count == 0 || lines[^1].Key != key)
            {
                lines.Add((key, page - 1, []));
            }

            var confidence = double.TryParse(cells[10], NumberStyles.Float, CultureInfo.InvariantCulture, out var percent)
                ? Math.Clamp(percent / 100, 0, 1)
                : 0;
            lines[^1].Words.Add(new(cells[11].Trim(), new(left, top, left + width, top + height), confidence));
        }

        private static int? Number(string cell) =>
            int.TryParse(cell, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null;

        public IReadOnlyList<RecognisedLine> Lines() => lines.Select(line => new RecognisedLine(line.Page, line.Words)).ToList();
    }
}

/// <summary>How Tesseract looks for text; the values of the first two are its page segmentation modes.</summary>
internal enum Segmentation
{
    /// <summary>A page with columns and pictures.</summary>
    Page = 3,

    /// <summary>One line.</summary>
    Line = 7,

    /// <summary>One line of figures and stars only.</summary>
    Figures,
}
