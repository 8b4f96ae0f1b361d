using System.Globalization;
using System.IO.Compression;
using System.Text;
using KnowledgeBase.Extraction.Images;

namespace KnowledgeBase.Extraction.Tests.Ocr;

/// <summary>PDF files written by hand: pictures of pages, turned by a known angle, and text layers of all kinds.</summary>
internal sealed class PdfDraft
{
    private readonly List<byte[]> objects = [];
    private readonly List<int> pages = [];

    public PdfDraft()
    {
        objects.AddRange([[], []]);
    }

    /// <summary>A ToUnicode map that shifts every character down by 29, as subset fonts without names do.</summary>
    public static string ShiftedMap => """
        /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /S def /CMapType 2 def
        1 begincodespacerange <00> <FF> endcodespacerange
        1 beginbfrange <20> <7E> <0003> endbfrange endcmap end end
        """;

    /// <summary>A page of A4 showing a picture that fills it, its lines falling to the right by an angle.</summary>
    public PdfDraft Picture(GrayImage image, double degrees, string text = "")
    {
        var picture = Add(
            FormattableString.Invariant($"/Type /XObject /Subtype /Image /Width {image.Width} /Height {image.Height} /ColorSpace /DeviceGray /BitsPerComponent 8"), image.Pixels);
        double w = 595, h = 842, turn = -degrees * Math.PI / 180, cos = Math.Cos(turn), sin = Math.Sin(turn);
        var matrix = string.Create(CultureInfo.InvariantCulture,
            $"{w * cos:0.#####} {w * sin:0.#####} {-h * sin:0.#####} {h * cos:0.#####} {(w / 2) - (cos * w / 2) + (sin * h / 2):0.#####} {(h / 2) - (sin * w / 2) - (cos * h / 2):0.#####}");
        return Page($"q {matrix} cm /P Do Q {text}", $"/XObject << /P {picture} 0 R >> /Font << /F {Font("")} 0 R >>");
    }

    /// <summary>A page of A4 with lines of 11-point text.</summary>
    /// <param name="lines">Plain ASCII.</param>
    /// <param name="map">A ToUnicode map, or empty for none.</param>
    public PdfDraft Text(IEnumerable<string> lines, string map = "") => Page(Lines(lines, visible: true), $"/Font << /F {Font(map)} 0 R >>");

    /// <summary>A page of A4 of which only a part is to be shown.</summary>
    /// <param name="content">Operators; the font is /F.</param>
    /// <param name="cropBox">Left, bottom, right and top in points from the lower left corner.</param>
    public PdfDraft Cropped(string content, (int Left, int Bottom, int Right, int Top) cropBox) =>
        Page(content, $"/Font << /F {Font("")} 0 R >>", FormattableString.Invariant($"/CropBox [{cropBox.Left} {cropBox.Bottom} {cropBox.Right} {cropBox.Top}]"));

    /// <summary>Operators that write lines of text; invisible ones leave no ink.</summary>
    public static string Lines(IEnumerable<string> lines, bool visible) =>
        $"BT {(visible ? 0 : 3)} Tr /F 11 Tf 14 TL 72 760 Td {string.Join(' ', lines.Select(line => $"({line.Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)}) Tj T*"))} ET";

    public async Task<string> SaveAsync(string path)
    {
        objects[0] = Plain("<< /Type /Catalog /Pages 2 0 R >>");
        objects[1] = Plain($"<< /Type /Pages /Kids [{string.Join(' ', pages.Select(page => $"{page} 0 R"))}] /Count {pages.Count} >>");
        using var file = new MemoryStream();
        var offsets = new List<long>();
        file.Write("%PDF-1.5\n"u8);
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Position);
            file.Write(Plain($"{i + 1} 0 obj\n"));
            file.Write(objects[i]);
            file.Write("\nendobj\n"u8);
        }

        var start = file.Position;
        file.Write(Plain($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n"));
        foreach (var offset in offsets)
        {
            file.Write(Plain(string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n")));
        }

        file.Write(Plain($"trailer << /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"));
        await File.WriteAllBytesAsync(path, file.ToArray());
        return path;
    }

    private PdfDraft Page(string content, string resources, string entries = "")
    {
        var stream = Add("", Plain(content));
        pages.Add(Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {entries} /Contents {stream} 0 R /Resources << {resources} >> >>"));
        return this;
    }

    private int Font(string map)
    {
        var unicode = map.Length == 0 ? "" : $"/ToUnicode {Add("", Plain(map))} 0 R";
        return Add($"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman {unicode} >>");
    }

    private int Add(string dictionary)
    {
        objects.Add(Plain(dictionary));
        return objects.Count;
    }

    private int Add(string entries, byte[] data)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(data);
        }

        objects.Add([.. Plain($"<< {entries} /Filter /FlateDecode /Length {packed.Length} >>\nstream\n"), .. packed.ToArray(), .. "\nendstream"u8]);
        return objects.Count;
    }

    private static byte[] Plain(string text) => Encoding.Latin1.GetBytes(text);
}
