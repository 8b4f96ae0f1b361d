using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Extraction.Docx;

/// <summary>Opens Word files after a look for archives that unpack to too much and for XML that declares entities.</summary>
internal static class DocxPackage
{
    private const int MostEntries = 20_000;

    /// <summary>Opens the package; the caller disposes it.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="source">For messages.</param>
    /// <param name="options">How much the file may unpack to.</param>
    /// <exception cref="RejectedInputException"><c>unsafe-file</c> or <c>broken-file</c>.</exception>
    public static WordprocessingDocument Open(byte[] bytes, SourceFile source, ExtractionOptions options)
    {
        try
        {
            Inspect(bytes, source, options);
            var stream = new MemoryStream();
            stream.Write(bytes);
            stream.Position = 0;
            return WordprocessingDocument.Open(stream, isEditable: true, new OpenSettings
            {
                AutoSave = false,
                MaxCharactersInPart = options.UnpackedLimitMegabytes * 1024L * 1024L,
                // Links that are no addresses are common ("http://[see below]"); what they point at does not matter here.
                RelationshipErrorHandlerFactory = RelationshipErrorHandler.CreateRewriterFactory((_, _, _) => "http://invalid.invalid/"),
            });
        }
        catch (Exception e) when (IsBroken(e))
        {
            throw Broken(source, e);
        }
    }

    /// <summary>True for what the libraries throw on damaged files.</summary>
    public static bool IsBroken(Exception e) =>
        e is InvalidDataException or OpenXmlPackageException or XmlException or FileFormatException or FormatException
            or EndOfStreamException or NotSupportedException or KeyNotFoundException or ArgumentException or InvalidOperationException;

    /// <summary>The rejection for a damaged file.</summary>
    public static RejectedInputException Broken(SourceFile source, Exception inner) => new(
        new("broken-file", $"{source.FileName} is a damaged Word file ({inner.GetType().Name}); open and save it in Word, or get a fresh copy."), inner);

    private static void Inspect(byte[] bytes, SourceFile source, ExtractionOptions options)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        var limit = options.UnpackedLimitMegabytes * 1024L * 1024L;
        long unpacked = 0;
        if (zip.Entries.Count > MostEntries)
        {
            throw Unsafe(source, $"it packs {zip.Entries.Count} files");
        }

        foreach (var entry in zip.Entries)
        {
            if (!entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            // The declared length bounds what the library will inflate, so it can be trusted for the sum.
            unpacked += entry.Length;
            if (unpacked > limit)
            {
                throw Unsafe(source, $"its text unpacks to more than {options.UnpackedLimitMegabytes} MB");
            }

            if (DeclaresEntities(entry))
            {
                throw Unsafe(source, $"its part {entry.FullName} declares XML entities");
            }
        }
    }

    private static bool DeclaresEntities(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var head = new byte[4096];
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var span = head.AsSpan(0, read);
        return span.IndexOf("<!DOCTYPE"u8) >= 0 || span.IndexOf(Encoding.Unicode.GetBytes("<!DOCTYPE")) >= 0
            || span.IndexOf(Encoding.BigEndianUnicode.GetBytes("<!DOCTYPE")) >= 0;
    }

    private static RejectedInputException Unsafe(SourceFile source, string why) => new(new(
        "unsafe-file", $"{source.FileName} is not read because {why}, which no ordinary Word file does; open and save it in Word if you trust it."));
}
