using KnowledgeBase.Documents;
using KnowledgeBase.Export.Docx;
using KnowledgeBase.Export.References;
using KnowledgeBase.Export.Tables;
using KnowledgeBase.Export.Text;

namespace KnowledgeBase.Export;

/// <summary>All forms, by name.</summary>
public static class ExportFormats
{
    /// <summary>In the order in which they are offered.</summary>
    public static IReadOnlyList<IExportFormat> All { get; } =
    [
        new DocxFormat(), new MarkdownFormat(), new CsvFormat(), new JsonLinesFormat(), new BibTexFormat(), new RisFormat(), new CslJsonFormat(),
    ];

    /// <summary>The form that a name asks for.</summary>
    /// <exception cref="RejectedInputException">There is none of that name (<c>unknown-export-format</c>).</exception>
    public static IExportFormat Find(string name) => All.FirstOrDefault(format => format.Name == name)
        ?? throw new RejectedInputException(new(
            "unknown-export-format", $"'{name}' is no export format. Known are: {string.Join(", ", All.Select(format => format.Name))}."));
}
