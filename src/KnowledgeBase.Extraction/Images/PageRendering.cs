using System.Globalization;
using KnowledgeBase.Extraction.Pdf;
using KnowledgeBase.Extraction.Processes;

namespace KnowledgeBase.Extraction.Images;

/// <summary>
/// Renders pages of PDF files with Poppler's pdftoppm, in a child process under limits. What is rendered is the whole media box, as
/// pdftohtml measures it, so that boxes fit the picture also where a smaller crop box is declared.
/// </summary>
internal static class PageRendering
{
    /// <summary>Renders one page into a file.</summary>
    /// <param name="path">Full path of the PDF.</param>
    /// <param name="page">Index from 1.</param>
    /// <param name="dotsPerInch">Resolution.</param>
    /// <param name="gray">True for a binary PGM, false for a binary PPM.</param>
    /// <param name="password">Opens protected files; null when there is none.</param>
    /// <param name="target">Path of the picture, without its ending.</param>
    /// <param name="limits">Of the child.</param>
    /// <param name="cancellationToken">Kills the child.</param>
    /// <returns>The picture's full path, or null when the page cannot be rendered within the limits.</returns>
    /// <exception cref="ToolMissingException">Poppler is not installed.</exception>
    public static async Task<string?> RenderAsync(
        string path, int page, int dotsPerInch, bool gray, string? password, string target, ChildLimits limits, CancellationToken cancellationToken)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        string[] arguments =
        [
            "-r", dotsPerInch.ToString(CultureInfo.InvariantCulture), "-f", number, "-l", number, "-singlefile",
            .. gray ? new[] { "-gray" } : [], .. PdfInfo.PasswordArguments(password), path, target,
        ];
        await ChildProcess.RunAsync("pdftoppm", arguments, limits, _ => { }, cancellationToken).ConfigureAwait(false);
        var picture = target + (gray ? ".pgm" : ".ppm");
        return File.Exists(picture) ? picture : null;
    }
}
