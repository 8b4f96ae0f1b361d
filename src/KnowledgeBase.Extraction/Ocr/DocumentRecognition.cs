using KnowledgeBase.Documents;
using KnowledgeBase.Extraction.Pdf;
using KnowledgeBase.Extraction.Processes;
using KnowledgeBase.Extraction.Soundness;

namespace KnowledgeBase.Extraction.Ocr;

/// <summary>
/// Completes a PDF with the text of pages that have none of use: first from an invisible layer that an earlier recognition left,
/// else by recognising the page's picture. Pages with text stay as they are.
/// </summary>
internal sealed class DocumentRecognition
{
    /// <summary>A page with fewer letters may be a picture with a stamp or a running head over it.</summary>
    private const int FewLetters = 150;

    /// <summary>Recognised text below this confidence is no better than none.</summary>
    private const double LeastConfidence = 0.5;

    /// <summary>What replaces the text layer must be surer, the more so where that has letters the recognition does not know.</summary>
    private const double LeastConfidenceOverGarbage = 0.7, LeastConfidenceOverForeign = 0.9;

    private readonly string path;
    private readonly ExtractionOptions options;

    /// <summary>For one file.</summary>
    /// <param name="path">Full path of the PDF.</param>
    /// <param name="options">Limits, password, what to recognise.</param>
    public DocumentRecognition(string path, ExtractionOptions options)
    {
        this.path = path;
        this.options = options;
    }

    /// <summary>Completes the document.</summary>
    /// <param name="document">As read from its text layer, with a problem "unreliable-text" for each page of garbage.</param>
    /// <param name="cancellationToken">Kills the children and removes their files.</param>
    public async Task<ExtractedDocument> CompleteAsync(ExtractedDocument document, CancellationToken cancellationToken)
    {
        var unreliable = document.Problems.Where(problem => problem.Code == PdfProblems.UnreliableTextCode).Select(problem => problem.Page).ToHashSet();
        if (options.Ocr.Mode == OcrMode.Off)
        {
            return document;
        }

        if (options.Ocr.Mode == OcrMode.Auto)
        {
            var empty = document.Pages.Where(page => Letters(page) == 0).ToList();
            document = await new HiddenText(path, options).AddAsync(document, empty, cancellationToken).ConfigureAwait(false);
        }

        var wanted = await WantedAsync(document, unreliable, cancellationToken).ConfigureAwait(false);
        if (wanted.Count == 0)
        {
            return WithoutSettled(document, []);
        }

        try
        {
            var recognised = await RecogniseAsync(document, wanted, cancellationToken).ConfigureAwait(false);
            return Merge(document, wanted, recognised, unreliable);
        }
        catch (ToolMissingException error) when (error.Tool == "tesseract")
        {
            return document with { Problems = [.. document.Problems, PdfProblems.OcrMissing(document.Source.FileName, wanted.Count, error.Message)] };
        }
    }

    private async Task<IReadOnlyList<Page>> WantedAsync(ExtractedDocument document, HashSet<int?> unreliable, CancellationToken cancellationToken)
    {
        if (options.Ocr.Mode == OcrMode.Force)
        {
            return document.Pages;
        }

        var few = document.Pages.Where(page => Letters(page) < FewLetters && !page.FromOcr).ToList();
        var pictured = await new PagePictures(path, options).FilledAsync(few, cancellationToken).ConfigureAwait(false);
        return document.Pages.Where(page => unreliable.Contains(page.Number) || pictured.Contains(page.Number)).ToList();
    }

    private async Task<IReadOnlyList<RecognisedPage?>> RecogniseAsync(
        ExtractedDocument document, IReadOnlyList<Page> wanted, CancellationToken cancellationToken)
    {
        var limits = new ChildLimits(options.Ocr.TimeLimitPerPage, options.MemoryLimitMegabytes);
        var installed = await new Tesseract(limits).LanguagesAsync(cancellationToken).ConfigureAwait(false);
        var languages = options.Ocr.Languages.Where(installed.Contains).ToList();
        if (languages.Count == 0)
        {
            throw new ToolMissingException("tesseract");
        }

        var recognition = new PageRecognition(path, options);
        var results = new RecognisedPage?[wanted.Count];
        var rest = 0;
        if (languages.Count > 1)
        {
            // The first page with text of its own is read in all languages and tells which of them the others are in.
            var all = string.Join('+', languages);
            do
            {
                results[rest] = await recognition.RecogniseAsync(wanted[rest], all, cancellationToken).ConfigureAwait(false);
                rest++;
            }
            while (rest < wanted.Count && (results[rest - 1]?.Text.Length ?? 0) < FewLetters);
            languages = OcrLanguage.Of(results[rest - 1]?.Text ?? "", languages) is { } one ? [one] : languages;
        }

        var chosen = string.Join('+', languages);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, options.Ocr.Parallel), CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(rest, wanted.Count - rest), parallel, async (index, token) =>
            results[index] = await recognition.RecogniseAsync(wanted[index], chosen, token).ConfigureAwait(false)).ConfigureAwait(false);
        return results;
    }

    private static ExtractedDocument Merge(
        ExtractedDocument document, IReadOnlyList<Page> wanted, IReadOnlyList<RecognisedPage?> recognised, HashSet<int?> unreliable)
    {
        var problems = new List<Problem>();
        var better = new Dictionary<int, RecognisedPage>();
        for (var i = 0; i < wanted.Count; i++)
        {
            var page = wanted[i];
            if (recognised[i] is not { } found)
            {
                problems.Add(PdfProblems.OcrFailed(document.Source.FileName, page.Number));
            }
            else if (IsBetter(found, page, unreliable.Contains(page.Number)))
            {
                better[page.Number] = found;
            }
        }

        var lines = new RecognisedLines([.. better.Values]);
        var merged = document with
        {
            Pages = document.Pages.Select(page => better.TryGetValue(page.Number, out var found) ? lines.Write(page, found) : page).ToList(),
            Problems = [.. document.Problems, .. problems],
        };
        return WithoutSettled(merged, better.Keys);
    }

    /// <summary>Recognised text is taken when it is sound, and more than the page's own where that is not garbage.</summary>
    private static bool IsBetter(RecognisedPage found, Page page, bool garbage)
    {
        if (found.Confidence < LeastConfidence || !found.Text.Any(char.IsLetter))
        {
            return false;
        }

        if (!garbage)
        {
            return found.Text.Count(char.IsLetter) > 2 * Letters(page);
        }

        // Garbled formulas amid sound text in a script that was not looked for must not cost the text.
        var letters = page.Lines.SelectMany(line => line.Text).Where(char.IsLetter).ToList();
        var foreign = letters.Count(c => c > 'ɏ') > 0.3 * letters.Count;
        return found.Confidence >= (foreign ? LeastConfidenceOverForeign : LeastConfidenceOverGarbage) && !TextSoundness.Of(found.Text).IsGarbage;
    }

    /// <summary>What recognition has mended is no problem of the document any more; that it was mended, the pages say.</summary>
    private static ExtractedDocument WithoutSettled(ExtractedDocument document, IEnumerable<int> mended)
    {
        var pages = mended.ToHashSet();
        var hasText = document.Pages.Any(page => page.Lines.Count > 0);
        return document with
        {
            Problems = document.Problems
                .Where(problem => !(hasText && problem.Code == PdfProblems.NoTextLayerCode))
                .Select(problem => problem.Code == PdfProblems.UnreliableTextCode && problem.Page is { } page && pages.Contains(page)
                    ? PdfProblems.UnreliableTextRecognised(page)
                    : problem)
                .ToList(),
        };
    }

    private static int Letters(Page page) => page.Lines.Sum(line => line.Text.Count(char.IsLetterOrDigit));
}
