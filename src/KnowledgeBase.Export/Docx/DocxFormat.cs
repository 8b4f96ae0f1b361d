using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace KnowledgeBase.Export.Docx;

/// <summary>
/// A Word document to go on writing in: headings, quotations in a style of their own, real footnotes with full citations (in APA the
/// citation stands in the text), and the list of sources.
/// </summary>
public sealed class DocxFormat : IExportFormat
{
    /// <inheritdoc/>
    public string Name => "docx";

    /// <inheritdoc/>
    public string MediaType => "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <inheritdoc/>
    public string FileEnding => ".docx";

    /// <inheritdoc/>
    public void Write(Compilation compilation, ExportOptions options, Stream output)
    {
        ArgumentNullException.ThrowIfNull(compilation);
        ArgumentNullException.ThrowIfNull(options);
        // The package is written back and forth, which not every stream allows.
        using var buffer = new MemoryStream();
        using (var package = WordprocessingDocument.Create(buffer, WordprocessingDocumentType.Document, autoSave: false))
        {
            var main = package.AddMainDocumentPart();
            var notes = new DocxNotes();
            main.Document = new Document(new DocxBody(compilation, options, notes).Build());
            main.AddNewPart<StyleDefinitionsPart>().Styles = DocxStyleSheet.Build(options.Language);
            main.AddNewPart<FootnotesPart>().Footnotes = notes.Part;
            main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(notes.Setting, new Compatibility(new CompatibilitySetting
            {
                // Without it Word opens the file in compatibility mode.
                Name = CompatSettingNameValues.CompatibilityMode,
                Uri = "http://schemas.microsoft.com/office/word",
                Val = "15",
            }));
            package.PackageProperties.Title = XmlText.Clean(compilation.Title);
            package.PackageProperties.Created = compilation.MadeAt.UtcDateTime;
            package.Save();
        }

        buffer.Position = 0;
        buffer.CopyTo(output);
    }
}
