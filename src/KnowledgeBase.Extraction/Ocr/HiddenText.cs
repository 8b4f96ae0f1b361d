using System.Globalization;
using KnowledgeBase.Documents;
using KnowledgeBase.Extraction.Pdf;
using KnowledgeBase.Extraction.Processes;
using KnowledgeBase.Extraction.Soundness;

namespace KnowledgeBase.Extraction.Ocr;

/// <summary>Takes the invisible text that lies over the picture of a page, where an earlier recognition left it and it is sound.</summary>
/// <param name="path">Full path of the PDF.</param>
/// <param name="options">Limits and password.</param>
internal sealed class HiddenText(string path, ExtractionOptions options)
{
    /// <summary>Adds it to pages without visible text; text is never added to text.</summary>
    /// <param name="document">The document.</param>
    /// <param name="empty">Its pages without visible text.</param>
    /// <param name="cancellationToken">Kills the child.</param>
    public async Task<ExtractedDocument> AddAsync(ExtractedDocument document, IReadOnlyList<Page> empty, CancellationToken cancellationToken)
    {
        if (empty.Count == 0)
        {
            return document;
        }

        int first = empty.Min(page => page.Number), last = empty.Max(page => page.Number);
        var limits = new ChildLimits(options.TimeLimit, options.MemoryLimitMegabytes);
        var raw = await PopplerPdfReader.ReadPagesAsync(
            path, ["-hidden", "-f", Number(first), "-l", Number(last)], options.Password, limits, cancellationToken).ConfigureAwait(false);
        var hidden = raw.Select(page => page with { Number = page.Number + first - 1 }).Where(IsSound)
            .ToDictionary(page => page.Number, page => PopplerPdfReader.ToPage(page, raw));
        var wanted = empty.Select(page => page.Number).ToHashSet();
        return document with
        {
            Pages = document.Pages.Select(page => wanted.Contains(page.Number) && hidden.TryGetValue(page.Number, out var found)
                ? page with { Lines = found.Lines, FromOcr = true }
                : page).ToList(),
        };
    }

    private static bool IsSound(RawPage page) => TextSoundness.Of(string.Join(' ', page.Runs.Select(run => run.Text))).IsSound;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
