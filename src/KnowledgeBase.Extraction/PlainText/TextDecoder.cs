using System.Text;

namespace KnowledgeBase.Extraction.PlainText;

/// <summary>Bytes of a text file to characters: byte order marks, UTF-8, UTF-16 without mark, else Windows-1252.</summary>
public static class TextDecoder
{
    private static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>True unless the bytes hold control characters that no text has.</summary>
    /// <param name="head">The first bytes of the file.</param>
    public static bool LooksLikeText(ReadOnlySpan<byte> head)
    {
        if (HasUtf16Mark(head) || LooksLikeUtf16(head, out _))
        {
            return true;
        }

        var controls = 0;
        foreach (var b in head)
        {
            if (b == 0)
            {
                return false;
            }

            if (b < 0x20 && b is not (9 or 10 or 11 or 12 or 13 or 0x1A or 0x1B))
            {
                controls++;
            }
        }

        return controls <= head.Length / 200;
    }

    /// <summary>Decodes; the result has no byte order mark.</summary>
    /// <param name="bytes">The file, or its head: a character cut at the end is dropped.</param>
    /// <returns>The text and the web name of the encoding.</returns>
    public static (string Text, string Encoding) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            return (Encoding.UTF8.GetString(bytes[3..]), "utf-8");
        }

        if (HasUtf16Mark(bytes))
        {
            var encoding = bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
            return (encoding.GetString(bytes[2..]), encoding.WebName);
        }

        if (LooksLikeUtf16(bytes, out var bigEndian))
        {
            var encoding = bigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode;
            return (encoding.GetString(bytes), encoding.WebName);
        }

        try
        {
            return (StrictUtf8.GetString(WithoutCutCharacter(bytes)), "utf-8");
        }
        catch (DecoderFallbackException)
        {
            return (Windows1252.GetString(bytes), "windows-1252");
        }
    }

    /// <summary>Decodes with a declared encoding where the bytes bear it out, else as <see cref="Decode(ReadOnlySpan{byte})"/>.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="declared">A label such as "iso-8859-1"; null when nothing is declared.</param>
    public static (string Text, string Encoding) Decode(ReadOnlySpan<byte> bytes, string? declared)
    {
        var found = Decode(bytes);
        // The bytes decide between Unicode encodings; a label only chooses among the one-byte and East Asian ones.
        if (declared is null || found.Encoding != "windows-1252")
        {
            return found;
        }

        try
        {
            // Browsers read Latin 1 as Windows-1252, so that its curly quotes come out.
            var label = declared.Trim().ToLowerInvariant();
            if (label is "iso-8859-1" or "latin1" or "us-ascii" or "ascii" or "utf-8" or "utf8")
            {
                return found;
            }

            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(label) ?? Encoding.GetEncoding(label);
            return (encoding.GetString(bytes), encoding.WebName);
        }
        catch (ArgumentException)
        {
            return found;
        }
    }

    private static bool HasUtf16Mark(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 2 && ((bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF));

    /// <summary>Text in Latin script as UTF-16 has a zero in most of its even or of its odd bytes, and hardly any in the others.</summary>
    private static bool LooksLikeUtf16(ReadOnlySpan<byte> bytes, out bool bigEndian)
    {
        bigEndian = false;
        var sample = bytes[..Math.Min(bytes.Length & ~1, 4096)];
        if (sample.Length < 8)
        {
            return false;
        }

        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }

        var pairs = sample.Length / 2;
        bigEndian = even > odd;
        return Math.Max(even, odd) > pairs * 0.6 && Math.Min(even, odd) < pairs * 0.05;
    }

    private static ReadOnlySpan<byte> WithoutCutCharacter(ReadOnlySpan<byte> bytes)
    {
        // Step back over at most three continuation bytes to the lead byte, and drop it when its character is not whole.
        for (var back = 1; back <= Math.Min(4, bytes.Length); back++)
        {
            var b = bytes[^back];
            if ((b & 0xC0) == 0x80)
            {
                continue;
            }

            var need = b switch { >= 0xF0 => 4, >= 0xE0 => 3, >= 0xC0 => 2, _ => 1 };
            return need > back ? bytes[..^back] : bytes;
        }

        return bytes;
    }
}
