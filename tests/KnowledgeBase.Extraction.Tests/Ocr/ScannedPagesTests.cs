using System.Text.RegularExpressions;
using KnowledgeBase.Documents;
using KnowledgeBase.Extraction.Images;
using KnowledgeBase.Extraction.Ocr;
using KnowledgeBase.Extraction.Pdf;
using KnowledgeBase.Extraction.Processes;

namespace KnowledgeBase.Extraction.Tests.Ocr;

/// <summary>Real Tesseract and Poppler on pages whose text is known, because it was printed from the sample papers.</summary>
public sealed partial class ScannedPagesTests : IDisposable
{
    private static readonly string[] Sentences =
    [
        "Mediators who arrive late find that the parties have already chosen.",
        "Trust between envoys grows where one of them is named as lead.",
        "Donors should pay for the slow work that comes before the talks.",
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kb-ocr-test-");

    public void Dispose() => folder.Delete(recursive: true);

    [OcrFact]
    public async Task Reads_a_crooked_scan_with_its_type_and_footnote_marks()
    {
        var picture = await PictureAsync(Paper("01-rivalry-between-mediators-great-lakes.pdf"), 1);
        var file = await new PdfDraft().Picture(picture, -1.2).SaveAsync(Path.Combine(folder.FullName, "scan.pdf"));

        var page = Assert.Single((await ExtractAsync(file)).Pages);

        Assert.True(page.FromOcr);
        Assert.Equal(-1.2, page.StraightenedDegrees, 0.11);
        var text = Blanks().Replace(string.Join(' ', page.Lines.Select(line => line.Text)), " ");
        Assert.Contains("None of them had been asked to stop when the next one arrived.", text, StringComparison.Ordinal);
        Assert.All(page.Lines, line => Assert.InRange(line.OcrConfidence ?? -1, 0.3, 1));

        // The body is set in 10-point Times; its headings are bold, its notes smaller, its running text is neither.
        var body = page.Lines.Single(line => line.Text.StartsWith("In the summer of 1996", StringComparison.Ordinal));
        Assert.Equal(10, body.Font.SizePoints, 0.8);
        Assert.False(body.Font.Bold || body.Font.Italic);
        Assert.True(page.Lines.Single(line => line.Text.Contains("Why rivalry matters", StringComparison.Ordinal)).Font.Bold);
        var note = page.Lines.First(line => line.Text.Contains("Fabienne Hara", StringComparison.Ordinal));
        Assert.InRange(note.Font.SizePoints, 7, 9);

        // The first marks of the page, each raised where it stands and out of the words around it.
        var marks = page.Lines.SelectMany(line => line.Runs.Skip(1)).Where(run => run.Raised).Select(run => run.Text.Trim()).ToList();
        Assert.Equal(["1", "2", "3"], marks.Take(3));
        Assert.Contains(page.Lines, line => line.Text.Contains("grew with it.2 The United Nations", StringComparison.Ordinal));
    }

    [OcrFact]
    public async Task Recognises_only_the_pages_that_have_no_text()
    {
        var picture = await PictureAsync(await new PdfDraft().Text(Sentences).SaveAsync(Path.Combine(folder.FullName, "source.pdf")), 1);
        var file = await new PdfDraft().Text(["Page one has text of its own, and keeps it as it is printed there."]).Picture(picture, 0)
            .SaveAsync(Path.Combine(folder.FullName, "mixed.pdf"));

        var document = await ExtractAsync(file);

        Assert.Equal([false, true], document.Pages.Select(page => page.FromOcr));
        Assert.Equal(Sentences, document.Pages[1].Lines.Select(line => line.Text));
        Assert.DoesNotContain(document.Problems, problem => problem.Code == "no-text-layer");
    }

    [OcrFact]
    public async Task Takes_a_sound_invisible_layer_instead_of_recognising_again()
    {
        var file = await new PdfDraft().Picture(GrayImage.White(595, 842), 0, PdfDraft.Lines(Sentences, visible: false))
            .SaveAsync(Path.Combine(folder.FullName, "layer.pdf"));

        var page = Assert.Single((await ExtractAsync(file)).Pages);

        Assert.True(page.FromOcr);
        Assert.Equal(Sentences, page.Lines.Select(line => line.Text));
        Assert.All(page.Lines, line => Assert.Null(line.OcrConfidence));
    }

    [OcrFact]
    public async Task Never_doubles_words_that_stand_in_two_layers()
    {
        var layers = PdfDraft.Lines(Sentences, visible: true) + PdfDraft.Lines(Sentences, visible: false) + PdfDraft.Lines(Sentences, visible: true);
        var file = await new PdfDraft().Picture(GrayImage.White(595, 842), 0, layers).SaveAsync(Path.Combine(folder.FullName, "layers.pdf"));

        Assert.Equal(Sentences, Assert.Single((await ExtractAsync(file)).Pages).Lines.Select(line => line.Text));
    }

    [OcrFact]
    public async Task Recognises_a_page_whose_fonts_garble_its_text_and_says_so()
    {
        var file = await new PdfDraft().Text(Sentences, PdfDraft.ShiftedMap).Text(Sentences).SaveAsync(Path.Combine(folder.FullName, "garbled.pdf"));

        var document = await ExtractAsync(file);

        Assert.Equal([true, false], document.Pages.Select(page => page.FromOcr));
        Assert.Equal(Sentences, document.Pages[0].Lines.Select(line => line.Text));
        var problem = Assert.Single(document.Problems, problem => problem.Code == "unreliable-text");
        Assert.Equal(1, problem.Page);
    }

    [OcrFact]
    public async Task Marks_garbled_text_also_where_recognition_is_switched_off()
    {
        var file = await new PdfDraft().Text(Sentences, PdfDraft.ShiftedMap).SaveAsync(Path.Combine(folder.FullName, "off.pdf"));

        var document = await ExtractAsync(file, OcrOptions.Default with { Mode = OcrMode.Off });

        Assert.False(Assert.Single(document.Pages).FromOcr);
        Assert.Contains(document.Problems, problem => problem.Code == "unreliable-text");
    }

    [OcrFact]
    public async Task Leaves_a_blank_page_blank()
    {
        var document = await ExtractAsync(await new PdfDraft().Text([]).SaveAsync(Path.Combine(folder.FullName, "blank.pdf")));

        Assert.Empty(Assert.Single(document.Pages).Lines);
        Assert.Contains(document.Problems, problem => problem.Code == "no-text-layer");
    }

    [OcrFact]
    public async Task Stops_when_cancelled_and_leaves_no_pictures_behind()
    {
        var picture = await PictureAsync(Paper("01-rivalry-between-mediators-great-lakes.pdf"), 1);
        var file = await new PdfDraft().Picture(picture, 0).SaveAsync(Path.Combine(folder.FullName, "cancel.pdf"));
        using var stop = new CancellationTokenSource();
        var reading = new Extractor(new PopplerPdfReader()).ExtractAsync(file, ExtractionOptions.Default, stop.Token);
        stop.CancelAfter(TimeSpan.FromSeconds(1));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);

        Assert.DoesNotContain(Directory.GetDirectories(Path.GetTempPath(), TempFolder.Prefix + "*"), name => Directory.GetLastWriteTimeUtc(name) > File.GetLastWriteTimeUtc(file));
    }

    private static Task<ExtractedDocument> ExtractAsync(string file, OcrOptions? ocr = null) => new Extractor(new PopplerPdfReader())
        .ExtractAsync(file, ExtractionOptions.Default with { Ocr = ocr ?? OcrOptions.Default with { Languages = ["eng"] } }, CancellationToken.None);

    private async Task<GrayImage> PictureAsync(string pdf, int page)
    {
        var limits = new ChildLimits(TimeSpan.FromSeconds(60), 1024);
        var picture = await PageRendering.RenderAsync(
            pdf, page, 200, gray: true, null, Path.Combine(folder.FullName, "picture"), limits, CancellationToken.None);
        return await GrayImage.ReadPgmAsync(picture!, CancellationToken.None);
    }

    private static string Paper(string name)
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "KnowledgeBase.sln")))
        {
            at = at.Parent;
        }

        return Path.Combine(at!.FullName, "corpus", "papers", name);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
