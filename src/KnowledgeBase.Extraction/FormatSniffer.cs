using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using KnowledgeBase.Documents;
using KnowledgeBase.Extraction.PlainText;

namespace KnowledgeBase.Extraction;

/// <summary>Tells what a file is from its content; the name only tips the scale between Markdown and plain text.</summary>
public static partial class FormatSniffer
{
    /// <summary>Text is judged by this many bytes from the start.</summary>
    public const int HeadBytes = 1 << 17;

    /// <summary>A PDF's signature may follow this many bytes of something else.</summary>
    private const int PdfPrologueBytes = 1024;

    private static readonly (byte[] Signature, string Name)[] KnownButUnread =
    [
        ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        ("GIF8"u8.ToArray(), "a GIF picture"),
        ([0x49, 0x49, 0x2A, 0x00], "a TIFF picture"),
        ([0x4D, 0x4D, 0x00, 0x2A], "a TIFF picture"),
        ("RIFF"u8.ToArray(), "a picture or sound file"),
        ("{\\rtf"u8.ToArray(), "a Rich Text file"),
        ("%!PS"u8.ToArray(), "a PostScript file"),
        ([0x1F, 0x8B], "a gzip archive"),
        ([0x37, 0x7A, 0xBC, 0xAF], "a 7-Zip archive"),
        ("Rar!"u8.ToArray(), "a RAR archive"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    ];

    /// <summary>Tells the format.</summary>
    /// <param name="stream">The whole file; must be seekable. Its position is moved.</param>
    /// <param name="fileName">Name without folder, for messages and as a weak witness.</param>
    /// <exception cref="RejectedInputException">
    /// <c>empty-file</c>, <c>unsupported-format</c>, <c>password-required</c> (an encrypted Word file) or <c>broken-file</c>.
    /// </exception>
    public static SourceFormat Sniff(Stream stream, string fileName)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Position = 0;
        var buffer = new byte[(int)Math.Min(stream.Length, HeadBytes)];
        stream.ReadExactly(buffer);
        ReadOnlySpan<byte> head = buffer;
        if (head.IsEmpty)
        {
            throw new RejectedInputException(new("empty-file", $"{fileName} is empty; there is nothing to read."));
        }

        if (head[..Math.Min(head.Length, PdfPrologueBytes)].IndexOf("%PDF-"u8) >= 0)
        {
            return SourceFormat.Pdf;
        }

        if (head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8))
        {
            return SniffZip(stream, fileName);
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            throw CompoundFile(head, fileName);
        }

        foreach (var (signature, name) in KnownButUnread)
        {
            if (head.StartsWith(signature))
            {
                throw Unsupported(fileName, name);
            }
        }

        if (!TextDecoder.LooksLikeText(head))
        {
            throw Unsupported(fileName, "a binary file of unknown kind");
        }

        var text = TextDecoder.Decode(head).Text;
        if (string.IsNullOrWhiteSpace(text))
        {
            if (stream.Length > head.Length)
            {
                return SourceFormat.Text;
            }

            throw new RejectedInputException(new("empty-file", $"{fileName} holds nothing but blanks; there is nothing to read."));
        }

        return IsHtml(text) ? SourceFormat.Html : IsMarkdown(text, fileName) ? SourceFormat.Markdown : SourceFormat.Text;
    }

    private static SourceFormat SniffZip(Stream stream, string fileName)
    {
        stream.Position = 0;
        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            var names = zip.Entries.Take(10_000).Select(e => e.FullName.Replace('\\', '/')).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (names.Contains("word/document.xml")
                || (names.Contains("[Content_Types].xml") && names.Any(n => n.StartsWith("word/document", StringComparison.OrdinalIgnoreCase))))
            {
                return SourceFormat.Docx;
            }

            throw Unsupported(fileName, names switch
            {
                _ when names.Any(n => n.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)) => "an Excel workbook",
                _ when names.Any(n => n.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase)) => "a PowerPoint presentation",
                _ when names.Contains("META-INF/container.xml") => "an e-book (EPUB)",
                _ when names.Contains("content.xml") => "an OpenDocument file",
                _ => "a zip archive",
            });
        }
        catch (InvalidDataException e)
        {
            throw new RejectedInputException(new(
                "broken-file", $"{fileName} begins like a Word file or zip archive but cannot be unpacked; get a fresh copy."), e);
        }
    }

    private static RejectedInputException CompoundFile(ReadOnlySpan<byte> head, string fileName) =>
        head.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0
            ? new(new("password-required", $"{fileName} is protected by a password; save it without one in Word and try again."))
            : Unsupported(fileName, "an old binary Office file (.doc, .xls, .ppt)");

    private static RejectedInputException Unsupported(string fileName, string what) => new(new(
        "unsupported-format", $"{fileName} is {what}, which is not read; save it as PDF, DOCX, HTML, Markdown or text."));

    private static bool IsHtml(string text)
    {
        var start = HtmlPrologue().Match(text).Length;
        var body = text.AsSpan(start);
        return HtmlOpening().IsMatch(body) || (body.StartsWith("<", StringComparison.Ordinal) && HtmlAnywhere().IsMatch(body));
    }

    private static bool IsMarkdown(string text, string fileName)
    {
        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        var score = extension is ".md" or ".markdown" or ".mdown" ? 1 : 0;
        score += YamlHead().IsMatch(text) ? 3 : 0;
        score += Math.Min(3, AtxHeading().Count(text)) + (SetextHeading().IsMatch(text) ? 1 : 0);
        score += FootnoteDefinition().IsMatch(text) ? 2 : 0;
        score += InlineLink().IsMatch(text) ? 1 : 0;
        score += Emphasis().IsMatch(text) ? 1 : 0;
        return score >= (extension == ".txt" ? 3 : 2);
    }

    [GeneratedRegex(@"\A\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex HtmlPrologue();

    [GeneratedRegex(
        @"\A<(?:!doctype\s+html|html|head|body|article|main|section|div|h[1-6]|p|title|meta)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HtmlOpening();

    [GeneratedRegex(@"<(?:html|body|head)\b[^>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HtmlAnywhere();

    [GeneratedRegex(@"\A---[ \t]*\r?\n(?:[\w-]+[ \t]*:.*\r?\n|[ \t]+.*\r?\n|-[ \t].*\r?\n|\r?\n|#.*\r?\n)+?(?:---|\.\.\.)[ \t]*(?:\r?\n|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex YamlHead();

    [GeneratedRegex(@"^#{1,6}[ \t]+\S", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex AtxHeading();

    [GeneratedRegex(@"^\S.*\r?\n(?:={3,}|-{3,})[ \t]*\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex SetextHeading();

    [GeneratedRegex(@"^\[\^[^\]\s]+\]:", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex FootnoteDefinition();

    [GeneratedRegex(@"\[[^\]\r\n]+\]\([^)\s]+\)", RegexOptions.CultureInvariant)]
    private static partial Regex InlineLink();

    [GeneratedRegex(@"(?<![*\w])\*\*\S(?:[^*\r\n]*\S)?\*\*(?![*\w])", RegexOptions.CultureInvariant)]
    private static partial Regex Emphasis();
}
