using KnowledgeBase.Documents;
using KnowledgeBase.Extraction.Soundness;

namespace KnowledgeBase.Extraction.Pdf;

/// <summary>
/// Makes a document of what a PDF library reads: repairs characters, joins runs into lines, says what is odd. All readers end here, so
/// that they differ only in what their library sees.
/// </summary>
public static class PdfAssembly
{
    /// <summary>Makes the document.</summary>
    /// <param name="source">The file.</param>
    /// <param name="content">One page at least.</param>
    public static ExtractedDocument Assemble(SourceFile source, PdfContent content)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(content);
        var pages = content.Pages.Select(ToPage).ToList();
        return new(source, pages, Problems(source, content, pages))
        {
            Metadata = content.Metadata,
            Outline = content.Outline.Where(item => item.Title.Length > 0)
                .Select(item => item with { Title = TextRepair.Repair(item.Title).Trim() }).ToList(),
        };
    }

    /// <summary>A font of the records from what a library says of it; weight and slant are read from the name where the flags are silent.</summary>
    /// <param name="name">With or without the prefix of a subset.</param>
    /// <param name="sizePoints">As shown; kept to a tenth of a point.</param>
    /// <param name="bold">By flag.</param>
    /// <param name="italic">By flag.</param>
    /// <param name="color">"#rrggbb", or null when unknown.</param>
    public static Font FontOf(string name, double sizePoints, bool bold, bool italic, string? color) =>
        FontNames.Read(name, Math.Round(sizePoints, 1), bold, italic, color);

    /// <summary>A page of lines.</summary>
    internal static Page ToPage(PdfContentPage page)
    {
        var runs = page.Runs.Select(ToRun).Where(run => run.Text.Length > 0).ToList();
        return new(page.Number, null, page.Width, page.Height, LineBuilder.Build(Overprint.Undo(runs), page.Width, page.Height));
    }

    private static List<Problem> Problems(SourceFile source, PdfContent content, List<Page> pages)
    {
        var problems = new List<Problem>();
        if (content.CopyRestricted)
        {
            problems.Add(PdfProblems.CopyRestricted(source.FileName));
        }

        var (unreliable, withBrokenWords) = PageSoundness.Unreliable(content.Pages);
        problems.AddRange(unreliable.Select(PdfProblems.UnreliableText));
        problems.AddRange(withBrokenWords.Select(PdfProblems.UnreliableWords));
        if (content.Pages.Count < content.DeclaredPages)
        {
            problems.Add(PdfProblems.Incomplete(source.FileName, content.Pages.Count, content.DeclaredPages));
        }

        if (pages.TrueForAll(page => page.Lines.Count == 0))
        {
            problems.Add(PdfProblems.NoTextLayer(source.FileName));
        }

        return problems;
    }

    private static TextRun ToRun(PdfRun run)
    {
        var trimmed = run.Text.Trim();
        var text = FontNames.IsPictorial(run.FontName) && trimmed.Length == 1
            ? run.Text.Replace(trimmed, "•", StringComparison.Ordinal)
            : TextRepair.Repair(run.Text);
        return new(text, run.Box, run.Font);
    }
}
