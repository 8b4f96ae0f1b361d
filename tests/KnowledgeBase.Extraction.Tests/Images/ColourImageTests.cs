using System.Buffers.Binary;
using System.IO.Compression;
using KnowledgeBase.Documents;
using KnowledgeBase.Extraction.Images;
using KnowledgeBase.Extraction.Pdf;
using KnowledgeBase.Extraction.Tests.Ocr;

namespace KnowledgeBase.Extraction.Tests.Images;

public sealed class ColourImageTests : IDisposable
{
    private static readonly Rgb White = new(255, 255, 255);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kb-images-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Mixes_a_colour_by_its_share()
    {
        var image = ColourImage.White(3, 2);

        image.Fill(1, 0, 2, 1, new(55, 255, 155), 0.5);

        Assert.Equal(new Rgb(155, 255, 205), image[1, 0]);
        Assert.Equal((White, White, White), (image[0, 0], image[2, 0], image[1, 1]));
    }

    [Fact]
    public void Passes_over_what_lies_outside()
    {
        var image = ColourImage.White(2, 2);

        image.Fill(-5, -5, 1, 9, new(0, 0, 0), 1);

        Assert.Equal((new Rgb(0, 0, 0), White), (image[0, 1], image[1, 1]));
    }

    [Fact]
    public void Frames_an_area_inside_its_edges()
    {
        var image = ColourImage.White(6, 6);

        image.Frame(1, 1, 5, 5, new(0, 0, 0), 1);

        // The rim of a square of four.
        Assert.Equal(12, Inked(image).Count);
        Assert.Equal((White, White, new Rgb(0, 0, 0)), (image[2, 2], image[5, 5], image[4, 1]));
    }

    [Fact]
    public async Task Writes_a_PNG_whose_rows_unpack_to_the_pixels()
    {
        var image = ColourImage.White(2, 2);
        image.Fill(1, 1, 2, 2, new(10, 20, 30), 1);
        using var stream = new MemoryStream();

        await image.WritePngAsync(stream, CancellationToken.None);

        // 8 bytes of signature, then IHDR (13 bytes of data) and IDAT, each with length, name and check sum around its data.
        var bytes = stream.ToArray();
        Assert.Equal((2, 2), (BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20))));
        Assert.Equal("IDAT"u8.ToArray(), bytes[37..41]);
        using var rows = new MemoryStream();
        await using (var zlib = new ZLibStream(new MemoryStream(bytes, 41, BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(33))), CompressionMode.Decompress))
        {
            await zlib.CopyToAsync(rows);
        }

        // Filter "Up": the first row as it is, the second as differences to the one above, modulo 256.
        Assert.Equal([2, 255, 255, 255, 255, 255, 255, 2, 0, 0, 0, 11, 21, 31], rows.ToArray());
        // The check sum of an empty IEND is the same in every PNG.
        Assert.Equal([0xAE, 0x42, 0x60, 0x82], bytes[^4..]);
    }

    [Fact]
    public void A_letter_has_the_dots_of_its_shape()
    {
        var image = ColourImage.White(5, 7);

        BitmapFont.Write(image, "t", 0, 0, new(0, 0, 0), 1);

        // T: five dots along the top, six more down the middle.
        Assert.All(Enumerable.Range(0, 5), x => Assert.NotEqual(White, image[x, 0]));
        Assert.All(Enumerable.Range(0, 7), y => Assert.NotEqual(White, image[2, y]));
        Assert.Equal(11, Inked(image).Count);
    }

    [OcrFact]
    public async Task Boxes_fit_the_picture_where_the_crop_box_is_smaller_than_the_page()
    {
        // The crop box begins 60 points from the left of the sheet and 42 below its top.
        var file = await new PdfDraft().Cropped("BT /F 20 Tf 100 700 Td (Readiness) Tj ET", (60, 100, 500, 800)).SaveAsync(Path.Combine(folder.FullName, "cropped.pdf"));

        var image = await ColourImage.RenderAsync(file, 1, 72, ExtractionOptions.Default, CancellationToken.None);
        var page = Assert.Single((await new Extractor(new PopplerPdfReader()).ExtractAsync(file, ExtractionOptions.Default, CancellationToken.None)).Pages);

        Assert.Equal((page.Width, page.Height), (image.Width, image.Height), TwoPoints);
        var box = Assert.Single(page.Lines).Box;
        var ink = Inked(image);
        Assert.NotEmpty(ink);
        Assert.All(ink, dot => Assert.True(
            dot.X >= box.Left - 2 && dot.X <= box.Right + 2 && dot.Y >= box.Top - 2 && dot.Y <= box.Bottom + 2, $"ink at {dot} outside {box}"));
    }

    [OcrFact]
    public async Task Says_which_page_cannot_be_rendered()
    {
        var file = await new PdfDraft().Text(["One page."]).SaveAsync(Path.Combine(folder.FullName, "one.pdf"));

        var error = await Assert.ThrowsAsync<RejectedInputException>(() => ColourImage.RenderAsync(file, 9, 72, ExtractionOptions.Default, CancellationToken.None));

        Assert.Equal(("page-not-rendered", 9), (error.Problem.Code, error.Problem.Page));
        Assert.Contains("'one.pdf'", error.Message, StringComparison.Ordinal);
    }

    private static bool TwoPoints((double Width, double Height) a, (double Width, double Height) b) =>
        Math.Abs(a.Width - b.Width) <= 2 && Math.Abs(a.Height - b.Height) <= 2;

    private static List<(int X, int Y)> Inked(ColourImage image) =>
        [.. from x in Enumerable.Range(0, image.Width) from y in Enumerable.Range(0, image.Height) where image[x, y].Red < 128 select (x, y)];
}
