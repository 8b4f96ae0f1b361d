using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using KnowledgeBase.Documents;
using Footnote = DocumentFormat.OpenXml.Wordprocessing.Footnote;

namespace KnowledgeBase.Extraction.Docx;

/// <summary>Reads Word files (Office Open XML).</summary>
public static class DocxReader
{
    /// <summary>Reads one file; each line carries what the document declares it to be.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="source">What is known of it.</param>
    /// <param name="options">How much it may unpack to.</param>
    /// <param name="cancellationToken">Looked at between blocks.</param>
    /// <exception cref="RejectedInputException"><c>unsafe-file</c>, <c>broken-file</c> or <c>no-text</c>.</exception>
    public static ExtractedDocument Read(byte[] bytes, SourceFile source, ExtractionOptions options, CancellationToken cancellationToken)
    {
        using var package = DocxPackage.Open(bytes, source, options);
        try
        {
            return Read(package, source, cancellationToken);
        }
        catch (Exception e) when (DocxPackage.IsBroken(e) && e is not OperationCanceledException)
        {
            throw DocxPackage.Broken(source, e);
        }
    }

    private static ExtractedDocument Read(WordprocessingDocument package, SourceFile source, CancellationToken cancellationToken)
    {
        var main = package.MainDocumentPart;
        if (main?.Document?.Body is not { } body)
        {
            throw new RejectedInputException(new("broken-file", $"{source.FileName} is a Word file without a document in it; get a fresh copy."));
        }

        var styles = new DocxStyles((main.StyleDefinitionsPart ?? (StylesPart?)main.StylesWithEffectsPart)?.Styles);
        var walk = new DocxWalk(
            styles, new DocxNumbering(main.NumberingDefinitionsPart?.Numbering), NoteNumbers(main),
            Notes(main.FootnotesPart?.Footnotes?.Elements<Footnote>()), Notes(main.EndnotesPart?.Endnotes?.Elements<Endnote>()),
            cancellationToken);
        var lines = walk.Read(body);
        if (lines.Count == 0)
        {
            throw new RejectedInputException(new("no-text", $"{source.FileName} holds no text; if it shows pictures of pages, export it as PDF."));
        }

        return new(source, [new(1, null, 0, 0, lines)], []) { Metadata = Metadata(package, main, styles) };
    }

    private static Dictionary<long, OpenXmlElement> Notes(IEnumerable<FootnoteEndnoteType>? notes)
    {
        var byId = new Dictionary<long, OpenXmlElement>();
        foreach (var note in notes ?? [])
        {
            // Separators are notes of their own types.
            if (note.Id?.Value is { } id && (note.Type is null || note.Type.Value == FootnoteEndnoteValues.Normal))
            {
                byId.TryAdd(id, note);
            }
        }

        return byId;
    }

    private static DocxNoteNumbers NoteNumbers(MainDocumentPart main)
    {
        var settings = main.DocumentSettingsPart?.Settings;
        var documentFootnotes = settings?.GetFirstChild<FootnoteDocumentWideProperties>();
        var documentEndnotes = settings?.GetFirstChild<EndnoteDocumentWideProperties>();
        var section = main.Document.Body!.Descendants<SectionProperties>().LastOrDefault();
        var sectionFootnotes = section?.GetFirstChild<FootnoteProperties>();
        var sectionEndnotes = section?.GetFirstChild<EndnoteProperties>();
        return new(
            sectionFootnotes?.NumberingFormat?.Val?.Value ?? documentFootnotes?.NumberingFormat?.Val?.Value ?? NumberFormatValues.Decimal,
            sectionEndnotes?.NumberingFormat?.Val?.Value ?? documentEndnotes?.NumberingFormat?.Val?.Value ?? NumberFormatValues.LowerRoman,
            sectionFootnotes?.NumberingStart?.Val?.Value ?? documentFootnotes?.NumberingStart?.Val?.Value ?? 1,
            sectionEndnotes?.NumberingStart?.Val?.Value ?? documentEndnotes?.NumberingStart?.Val?.Value ?? 1);
    }

    private static FileMetadata Metadata(WordprocessingDocument package, MainDocumentPart main, DocxStyles styles)
    {
        var core = package.PackageProperties;
        var more = new Dictionary<string, string>(StringComparer.Ordinal);
        AddText(more, "header", main.HeaderParts.Select(p => (OpenXmlElement?)p.Header));
        AddText(more, "footer", main.FooterParts.Select(p => (OpenXmlElement?)p.Footer));
        Add(more, "subject", core.Subject);
        Add(more, "keywords", core.Keywords);
        Add(more, "publisher", package.ExtendedFilePropertiesPart?.Properties?.Company?.Text);
        return new(
            NullIfBlank(core.Title), NullIfBlank(core.Creator),
            core.Created is { } created ? new DateTimeOffset(DateTime.SpecifyKind(created, DateTimeKind.Utc)) : null,
            NullIfBlank(core.Language) ?? styles.Language)
        {
            More = more,
        };
    }

    private static void AddText(Dictionary<string, string> more, string name, IEnumerable<OpenXmlElement?> parts) => Add(
        more, name,
        string.Join('\n', parts.SelectMany(p => p?.Descendants<Paragraph>() ?? []).Select(p => p.InnerText.Trim()).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal)));

    private static void Add(Dictionary<string, string> more, string name, string? value)
    {
        if (NullIfBlank(value) is { } text)
        {
            more[name] = text;
        }
    }

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
