using System.IO.Compression;
using KnowledgeBase.Documents;
using KnowledgeBase.Extraction.Docx;

namespace KnowledgeBase.Extraction.Tests.Docx;

/// <summary>Writes small Word files part by part, so that a test shows the very markup it is about.</summary>
internal sealed class DocxBuilder
{
    private const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
        + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
        + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
        + " xmlns:v=\"urn:schemas-microsoft-com:vml\"";

    private readonly Dictionary<string, string> _parts = new(StringComparer.Ordinal);

    /// <summary>Content of the body.</summary>
    public DocxBuilder Body(string xml) => Part("document", $"<w:document {Namespaces}><w:body>{xml}</w:body></w:document>");

    public DocxBuilder Styles(string xml) => Part("styles", $"<w:styles {Namespaces}>{xml}</w:styles>");

    public DocxBuilder Numbering(string xml) => Part("numbering", $"<w:numbering {Namespaces}>{xml}</w:numbering>");

    public DocxBuilder Footnotes(string xml) => Part("footnotes", $"<w:footnotes {Namespaces}>{xml}</w:footnotes>");

    public DocxBuilder Endnotes(string xml) => Part("endnotes", $"<w:endnotes {Namespaces}>{xml}</w:endnotes>");

    /// <summary>The document part as it stands, without a frame.</summary>
    public DocxBuilder RawDocument(string xml) => Part("document", xml);

    public byte[] Bytes()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            const string Type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
            const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
            Write(zip, "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + string.Concat(_parts.Keys.Select(p => $"<Override PartName=\"/word/{p}.xml\" ContentType=\"{Type}{(p == "document" ? "document.main" : p)}+xml\"/>")) + "</Types>");
            Write(zip, "_rels/.rels",
                $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Relation}officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            Write(zip, "word/_rels/document.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + string.Concat(_parts.Keys.Where(p => p != "document").Select(p => $"<Relationship Id=\"{p}\" Type=\"{Relation}{p}\" Target=\"{p}.xml\"/>"))
                + "<Relationship Id=\"bad\" Type=\"" + Relation + "hyperlink\" Target=\"http://[see below]\" TargetMode=\"External\"/></Relationships>");
            foreach (var (name, xml) in _parts)
            {
                Write(zip, $"word/{name}.xml", xml);
            }
        }

        return stream.ToArray();
    }

    public ExtractedDocument Read(ExtractionOptions? options = null) =>
        DocxReader.Read(Bytes(), Lines.Source(SourceFormat.Docx), options ?? ExtractionOptions.Default, CancellationToken.None);

    public static string P(string text, string properties = "") => $"<w:p><w:pPr>{properties}</w:pPr>{R(text)}</w:p>";

    public static string Styled(string style, string text) => P(text, $"<w:pStyle w:val=\"{style}\"/>");

    public static string Item(int list, int level, string text) => P(text, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");

    public static string R(string text, string properties = "") => $"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    public static string Style(string id, string name, string? basedOn = null, string properties = "") =>
        $"<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>{(basedOn is null ? "" : $"<w:basedOn w:val=\"{basedOn}\"/>")}{properties}</w:style>";

    private DocxBuilder Part(string name, string xml)
    {
        _parts[name] = xml;
        return this;
    }

    private static void Write(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(content);
    }
}
