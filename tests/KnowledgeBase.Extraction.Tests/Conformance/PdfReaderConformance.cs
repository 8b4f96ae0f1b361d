using KnowledgeBase.Documents;
using KnowledgeBase.Extraction.Pdf;

namespace KnowledgeBase.Extraction.Tests.Conformance;

/// <summary>What every PDF reader must do, whatever library it is made of. An implementation inherits this suite unchanged.</summary>
public abstract class PdfReaderConformance
{
    /// <summary>The reader under test.</summary>
    protected abstract IPdfReader Reader { get; }

    [Fact]
    public async Task Gives_a_line_with_its_words_size_and_place()
    {
        var page = await PageOf(PdfSheet.At(72, 760, "R", 12, "Mediation takes time."));

        var line = Assert.Single(page.Lines);
        Assert.Equal((1, 595.0, 842.0), (page.Number, Math.Round(page.Width), Math.Round(page.Height)));
        Assert.Equal("Mediation takes time.", line.Text);
        Assert.Equal(12, line.Font.SizePoints, 0.2);
        Assert.Equal(72, line.Box.Left, 1.0);
        // The baseline is 842 - 760 = 82 points from the top; letters rise above it and fall below by parts of their size.
        Assert.InRange(line.Box.Top, 82 - 14, 82 - 7);
        Assert.InRange(line.Box.Bottom, 82, 82 + 5);
        // Widths of Times-Roman by its metrics file: 9,888 thousandths of 12 points.
        Assert.Equal(72 + 112, line.Box.Right, 8.0);
    }

    [Fact]
    public async Task Tells_bold_and_italic_from_regular()
    {
        var page = await PageOf(
            PdfSheet.At(72, 760, "R", 11, "Regular") + PdfSheet.At(72, 740, "B", 11, "Bold") + PdfSheet.At(72, 720, "I", 11, "Italic"));

        Assert.Equal([(false, false), (true, false), (false, true)], page.Lines.Select(l => (l.Font.Bold, l.Font.Italic)));
        Assert.Equal(["Times-Roman", "Times-Bold", "Times-Italic"], page.Lines.Select(l => l.Font.Name));
    }

    [Fact]
    public async Task Keeps_runs_of_one_line_apart_by_font()
    {
        var page = await PageOf("BT 1 0 0 1 72 700 Tm /B 11 Tf (Trust.) Tj /R 11 Tf ( It grows slowly.) Tj ET");

        var line = Assert.Single(page.Lines);
        Assert.Equal("Trust. It grows slowly.", line.Text);
        Assert.Equal(["Trust.", "It grows slowly."], line.Runs.Select(r => r.Text.Trim()));
        Assert.Equal([true, false], line.Runs.Select(r => r.Font.Bold));
    }

    [Fact]
    public async Task Marks_a_small_number_above_the_baseline_as_raised()
    {
        var page = await PageOf(PdfSheet.At(72, 700, "R", 11, "as agreed.") + PdfSheet.At(118, 704, "R", 6.5, "12") + PdfSheet.At(125, 700, "R", 11, " Then"));

        var line = Assert.Single(page.Lines);
        Assert.Equal(["12"], line.Runs.Where(r => r.Raised).Select(r => r.Text.Trim()));
    }

    [Fact]
    public async Task Keeps_two_columns_apart()
    {
        var page = await PageOf(PdfSheet.At(72, 700, "R", 10, "On the left") + PdfSheet.At(310, 700, "R", 10, "on the right"));

        Assert.Equal(["On the left", "on the right"], page.Lines.Select(l => l.Text));
    }

    [Fact]
    public async Task Joins_letters_moved_by_kerning_and_parts_words_moved_by_a_blank()
    {
        // Thousandths of the size, to the left when positive: 20 is kerning, 300 a blank.
        var page = await PageOf("BT /R 11 Tf 1 0 0 1 72 700 Tm [(Me) 20 (dia) -15 (tion) -300 (works)] TJ ET");

        Assert.Equal(["Mediation works"], page.Lines.Select(l => l.Text));
    }

    [Fact]
    public async Task Measures_on_the_page_as_it_is_shown_after_rotation()
    {
        // Turned by a quarter to the right when shown; written upwards in the file, so that it is upright to the reader.
        var page = await PageOf("BT /R 12 Tf 0 1 -1 0 100 72 Tm (Upright when shown) Tj ET", "/MediaBox [0 0 595 842] /Rotate 90");

        var line = Assert.Single(page.Lines);
        Assert.Equal((842.0, 595.0), (Math.Round(page.Width), Math.Round(page.Height)));
        Assert.Equal("Upright when shown", line.Text);
        Assert.Equal(72, line.Box.Left, 1.0);
        Assert.InRange(100, line.Box.Top, line.Box.Bottom);
    }

    [Fact]
    public async Task Tells_text_that_runs_up_the_page()
    {
        var page = await PageOf(PdfSheet.At(200, 400, "R", 11, "Body") + "BT /R 11 Tf 0 1 -1 0 40 300 Tm (Margin) Tj ET");

        Assert.Equal([false, true], page.Lines.OrderBy(l => l.IsRotated).Select(l => l.IsRotated));
    }

    [Fact]
    public async Task Leaves_out_invisible_text_and_text_off_the_page()
    {
        var page = await PageOf(
            PdfSheet.At(72, 700, "R", 11, "Seen") + "BT 3 Tr /R 11 Tf 1 0 0 1 72 650 Tm (Hidden) Tj ET BT 0 Tr ET" + PdfSheet.At(72, 900, "R", 11, "Off the page"));

        Assert.Equal(["Seen"], page.Lines.Select(l => l.Text));
    }

    [Fact]
    public async Task Leaves_out_what_is_printed_twice_on_one_spot()
    {
        var page = await PageOf(PdfSheet.At(72, 700, "R", 11, "Made bold by hand") + PdfSheet.At(72.3, 700, "R", 11, "Made bold by hand"));

        Assert.Equal(["Made bold by hand"], page.Lines.Select(l => l.Text));
    }

    [Fact]
    public async Task Reads_letters_beyond_ascii()
    {
        var page = await PageOf(PdfSheet.At(72, 700, "R", 11, @"n\351gociation \226 \223paz\224"));

        Assert.Equal(["négociation – “paz”"], page.Lines.Select(l => l.Text));
    }

    [Fact]
    public async Task Gives_colours()
    {
        var page = await PageOf("1 0 0 rg " + PdfSheet.At(72, 700, "R", 11, "Red"));

        Assert.Equal("#ff0000", page.Lines[0].Font.Color);
    }

    [Fact]
    public async Task Reads_what_the_file_says_of_itself_and_its_outline()
    {
        var document = await Read(new PdfSheet()
            .Page(PdfSheet.At(72, 700, "R", 11, "One")).Page(PdfSheet.At(72, 700, "R", 11, "Two"))
            .Information("On trust", "A. Author").Bookmark("The second part", 2));

        Assert.Equal([1, 2], document.Pages.Select(p => p.Number));
        Assert.Equal(("On trust", "A. Author"), (document.Metadata.Title, document.Metadata.Author));
        Assert.Equal(new DateTimeOffset(2019, 3, 12, 9, 0, 0, TimeSpan.Zero), document.Metadata.Created);
        Assert.Equal([new OutlineEntry("The second part", 1, 2)], document.Outline);
        Assert.Empty(document.Problems);
    }

    [Fact]
    public async Task Says_that_pages_have_no_text()
    {
        var document = await Read(new PdfSheet().Page("0 0 m 100 100 l S"));

        Assert.Equal(["no-text-layer"], document.Problems.Select(p => p.Code));
    }

    [Fact]
    public async Task Reads_a_protected_file_with_its_password_alone()
    {
        var file = new PdfSheet().Page(PdfSheet.At(72, 700, "R", 11, "Confidential")).Protect("s3cret", -1).Bytes();

        Assert.Equal("password-needed", (await Rejection(file)).Code);
        Assert.Equal("wrong-password", (await Rejection(file, new() { Password = "guess" })).Code);
        var document = await Read(file, new() { Password = "s3cret" });
        Assert.Equal("Confidential", document.Pages[0].Lines[0].Text);
    }

    [Fact]
    public async Task Reads_a_file_that_forbids_copying_and_says_so()
    {
        // All rights but that to copy, bit 5.
        var document = await Read(new PdfSheet().Page(PdfSheet.At(72, 700, "R", 11, "Mine")).Protect("", -1 - 16));

        Assert.Equal("Mine", document.Pages[0].Lines[0].Text);
        Assert.Equal(["copy-restricted"], document.Problems.Select(p => p.Code));
    }

    [Theory]
    [InlineData("%PDF-1.5\nnothing of the kind")]
    [InlineData("no pdf at all")]
    public async Task Rejects_a_damaged_file_and_names_it(string content)
    {
        var problem = await Rejection(System.Text.Encoding.ASCII.GetBytes(content));

        Assert.Equal("damaged-pdf", problem.Code);
        Assert.Contains("paper.pdf", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_a_file_whose_table_of_objects_is_lost()
    {
        var whole = new PdfSheet().Page(PdfSheet.At(72, 700, "R", 11, "Still here")).Bytes();
        var table = System.Text.Encoding.Latin1.GetString(whole).IndexOf("xref\n0", StringComparison.Ordinal);

        var document = await Read([.. whole[..table], .. "trailer << /Size 6 /Root 1 0 R >>\n"u8]);

        Assert.Equal("Still here", document.Pages[0].Lines[0].Text);
    }

    [Fact]
    public async Task Gives_the_same_document_twice()
    {
        var file = new PdfSheet().Page(PdfSheet.At(72, 700, "R", 11, "Once") + PdfSheet.At(72, 680, "B", 11, "more"));

        static IEnumerable<(string, Box, Font)> Facts(ExtractedDocument document) => document.Pages[0].Lines.Select(l => (l.Text, l.Box, l.Font));
        Assert.Equal(Facts(await Read(file)), Facts(await Read(file)));
    }

    [Fact]
    public async Task Cancelled_is_not_rejected()
    {
        using var file = TestFile.Of("paper.pdf", new PdfSheet().Page(PdfSheet.At(72, 700, "R", 11, "Words")).Bytes());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Reader.ReadAsync(file.Location, Source, ExtractionOptions.Default, new CancellationToken(canceled: true)));
    }

    private static SourceFile Source => new("paper.pdf", new('a', 64), SourceFormat.Pdf, 1);

    private async Task<Page> PageOf(string content, string entries = "/MediaBox [0 0 595 842]") =>
        Assert.Single((await Read(new PdfSheet().Page(content, entries))).Pages);

    private Task<ExtractedDocument> Read(PdfSheet sheet) => Read(sheet.Bytes(), ExtractionOptions.Default);

    private Task<ExtractedDocument> Read(byte[] content) => Read(content, ExtractionOptions.Default);

    private async Task<ExtractedDocument> Read(byte[] content, ExtractionOptions options)
    {
        using var file = TestFile.Of("paper.pdf", content);
        return await Reader.ReadAsync(file.Location, Source, options, CancellationToken.None);
    }

    private async Task<Problem> Rejection(byte[] content, ExtractionOptions? options = null) =>
        (await Assert.ThrowsAsync<RejectedInputException>(() => Read(content, options ?? ExtractionOptions.Default))).Problem;
}
