using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using KnowledgeBase.Documents;
using KnowledgeBase.Search.Citing;

namespace KnowledgeBase.Export.Tables;

/// <summary>
/// Comma-separated values (RFC 4180), a row for each passage, with a mark at the start so that spreadsheets read it as UTF-8. Cells that a
/// spreadsheet would take for a formula are escaped.
/// </summary>
public sealed class CsvFormat : IExportFormat
{
    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture)
    {
        InjectionOptions = InjectionOptions.Escape,
        NewLine = "\r\n",
    };

    private static readonly string[] Columns =
    [
        "section", "text", "attribution", "role", "kinds", "themes", "addressees", "title", "authors", "series", "number", "year", "page_label_first",
        "page_label_last", "page_first", "page_last", "heading_path", "citation", "note", "passage_id", "document_id", "link",
    ];

    /// <inheritdoc/>
    public string Name => "csv";

    /// <inheritdoc/>
    public string MediaType => "text/csv; charset=utf-8";

    /// <inheritdoc/>
    public string FileEnding => ".csv";

    /// <inheritdoc/>
    public void Write(Compilation compilation, ExportOptions options, Stream output)
    {
        ArgumentNullException.ThrowIfNull(compilation);
        ArgumentNullException.ThrowIfNull(options);
        var citations = new CitationWriter(options.Style);
        using var writer = new StreamWriter(output, new UTF8Encoding(true), leaveOpen: true);
        using var csv = new CsvWriter(writer, Configuration, leaveOpen: true);
        WriteRow(csv, Columns);
        foreach (var section in compilation.Sections)
        {
            foreach (var passage in section.Passages)
            {
                WriteRow(csv, Cells(section, passage, citations, options));
            }
        }
    }

    private static IEnumerable<string?> Cells(CompiledSection section, CompiledPassage compiled, CitationWriter citations, ExportOptions options)
    {
        var passage = compiled.Entry.Passage;
        var front = compiled.Source.Front;
        return
        [
            section.Heading, passage.Text, passage.Attribution, EnumWords.Of(passage.Role), Labels(compiled.Tags.Kinds), Labels(compiled.Tags.Themes),
            Labels(compiled.Tags.Addressees), front.Title, string.Join("; ", front.Authors), front.Series, front.Number, Number(front.Year),
            passage.PageLabelFirst, passage.PageLabelLast, Number(passage.PageFirst), Number(passage.PageLast), string.Join(" > ", passage.HeadingPath),
            citations.CitePassage(front, compiled.Source.FileName, compiled.Entry).Text, compiled.Note, passage.Id.Value, compiled.Source.Id.Value,
            PassageLinks.Of(passage.Id, options.BaseAddress),
        ];
    }

    private static void WriteRow(CsvWriter csv, IEnumerable<string?> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.NextRecord();
    }

    private static string Labels(IReadOnlyList<Tag> tags) => string.Join("; ", tags.Select(tag => tag.Label));

    private static string? Number(int? value) => value?.ToString(CultureInfo.InvariantCulture);
}
