using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KnowledgeBase.Extraction.Tests.Conformance;

/// <summary>
/// PDF files written by hand, so that what a reader must see is known: pages of content operators with the fonts /R (Times-Roman),
/// /B (Times-Bold), /I (Times-Italic) and /H (Helvetica), A4 unless told otherwise.
/// </summary>
internal sealed class PdfSheet
{
    // The padding of passwords: ISO 32000-1, 7.6.3.3.
    private static readonly byte[] Padding = Convert.FromHexString("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A");

    private readonly List<(string Content, string Entries)> pages = [];
    private string information = "";
    private (string Title, int Page)? bookmark;
    private (string Password, int Rights)? protection;

    /// <summary>Text at a place, measured as PDF does: from the bottom left.</summary>
    public static string At(double x, double y, string font, double size, string text) =>
        string.Create(CultureInfo.InvariantCulture, $"BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n");

    public PdfSheet Page(string content, string entries = "/MediaBox [0 0 595 842]")
    {
        pages.Add((content, entries));
        return this;
    }

    public PdfSheet Information(string title, string author)
    {
        information = $"<< /Title ({title}) /Author ({author}) /CreationDate (D:20190312090000Z) >>";
        return this;
    }

    public PdfSheet Bookmark(string title, int page)
    {
        bookmark = (title, page);
        return this;
    }

    /// <summary>Encrypts the file with 40-bit RC4: ISO 32000-1, algorithms 1 to 4, revision 2.</summary>
    /// <param name="password">Of the user; empty for a file that opens without.</param>
    /// <param name="rights">The access rights, as the entry P has them.</param>
    public PdfSheet Protect(string password, int rights)
    {
        protection = (password, rights);
        return this;
    }

    public byte[] Bytes()
    {
        var key = Key(out var ownerEntry, out var userEntry);
        var objects = new List<byte[]> { Plain(""), Plain(""), Plain(Fonts()) };
        var numbers = new List<int>();
        foreach (var (content, entries) in pages)
        {
            var data = Encrypted(Plain(content), key, objects.Count + 1);
            objects.Add([.. Plain($"<< /Length {data.Length} >>\nstream\n"), .. data, .. "\nendstream"u8]);
            objects.Add(Plain($"<< /Type /Page /Parent 2 0 R {entries} /Contents {objects.Count} 0 R /Resources << /Font 3 0 R >> >>"));
            numbers.Add(objects.Count);
        }

        var outline = "";
        if (bookmark is { } mark)
        {
            objects.Add(Plain($"<< /Title ({mark.Title}) /Parent {objects.Count + 2} 0 R /Dest [{numbers[mark.Page - 1]} 0 R /Fit] >>"));
            objects.Add(Plain($"<< /Type /Outlines /First {objects.Count} 0 R /Last {objects.Count} 0 R /Count 1 >>"));
            outline = $"/Outlines {objects.Count} 0 R";
        }

        var trailer = "";
        if (information.Length > 0)
        {
            objects.Add(Plain(information));
            trailer = $"/Info {objects.Count} 0 R";
        }

        if (protection is { } guarded)
        {
            objects.Add(Plain($"<< /Filter /Standard /V 1 /R 2 /Length 40 /P {guarded.Rights} /O <{Convert.ToHexString(ownerEntry)}> /U <{Convert.ToHexString(userEntry)}> >>"));
            trailer += $" /Encrypt {objects.Count} 0 R /ID [<{Convert.ToHexString(Id)}> <{Convert.ToHexString(Id)}>]";
        }

        objects[0] = Plain($"<< /Type /Catalog /Pages 2 0 R {outline} >>");
        objects[1] = Plain($"<< /Type /Pages /Kids [{string.Join(' ', numbers.Select(n => $"{n} 0 R"))}] /Count {numbers.Count} >>");
        return Write(objects, trailer);
    }

    private static byte[] Id => Enumerable.Range(1, 16).Select(i => (byte)i).ToArray();

    private static byte[] Write(List<byte[]> objects, string trailer)
    {
        using var file = new MemoryStream();
        var offsets = new List<long>();
        file.Write("%PDF-1.5\n"u8);
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Position);
            file.Write([.. Plain($"{i + 1} 0 obj\n"), .. objects[i], .. "\nendobj\n"u8]);
        }

        var start = file.Position;
        file.Write(Plain($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n"));
        offsets.ForEach(offset => file.Write(Plain(string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"))));
        file.Write(Plain($"trailer << /Size {objects.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n"));
        return file.ToArray();
    }

    private static string Fonts()
    {
        var fonts = new[] { ("R", "Times-Roman"), ("B", "Times-Bold"), ("I", "Times-Italic"), ("H", "Helvetica") };
        return $"<< {string.Join(' ', fonts.Select(f => $"/{f.Item1} << /Type /Font /Subtype /Type1 /BaseFont /{f.Item2} /Encoding /WinAnsiEncoding >>"))} >>";
    }

    private byte[]? Key(out byte[] ownerEntry, out byte[] userEntry)
    {
        ownerEntry = userEntry = [];
        if (protection is not { } guarded)
        {
            return null;
        }

        byte[] padded = [.. Plain(guarded.Password), .. Padding];
        // No owner's password of its own: the user's stands for it.
        ownerEntry = Rc4(Md5(padded[..32])[..5], padded[..32]);
        var key = Md5([.. padded[..32], .. ownerEntry, .. BitConverter.GetBytes(guarded.Rights), .. Id])[..5];
        userEntry = Rc4(key, Padding);
        return key;
    }

    private static byte[] Encrypted(byte[] data, byte[]? key, int number) => key is null
        ? data
        : Rc4(Md5([.. key, (byte)number, (byte)(number >> 8), (byte)(number >> 16), 0, 0])[..10], data);

    // The format asks for it; nothing is kept secret by it here.
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5351:Do Not Use Broken Cryptographic Algorithms", Justification = "ISO 32000-1, algorithm 2")]
    private static byte[] Md5(byte[] data) => MD5.HashData(data);

    private static byte[] Rc4(byte[] key, byte[] data)
    {
        var state = Enumerable.Range(0, 256).Select(i => (byte)i).ToArray();
        for (int i = 0, j = 0; i < 256; i++)
        {
            j = (j + state[i] + key[i % key.Length]) & 255;
            (state[i], state[j]) = (state[j], state[i]);
        }

        var result = new byte[data.Length];
        for (int n = 0, i = 0, j = 0; n < data.Length; n++)
        {
            i = (i + 1) & 255;
            j = (j + state[i]) & 255;
            (state[i], state[j]) = (state[j], state[i]);
            result[n] = (byte)(data[n] ^ state[(state[i] + state[j]) & 255]);
        }

        return result;
    }

    private static byte[] Plain(string text) => Encoding.Latin1.GetBytes(text);
}
