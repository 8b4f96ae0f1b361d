using System.Globalization;
using System.Text;
using KnowledgeBase.Search.Citing;

namespace KnowledgeBase.Export.References;

/// <summary>RIS (type RPRT), an entry for each source; the quoted passages stand in notes (N1).</summary>
public sealed class RisFormat : IExportFormat
{
    /// <inheritdoc/>
    public string Name => "ris";

    /// <inheritdoc/>
    public string MediaType => "application/x-research-info-systems; charset=utf-8";

    /// <inheritdoc/>
    public string FileEnding => ".ris";

    /// <inheritdoc/>
    public void Write(Compilation compilation, ExportOptions options, Stream output)
    {
        ArgumentNullException.ThrowIfNull(compilation);
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\r\n" };
        foreach (var source in compilation.Sources)
        {
            foreach (var (tag, value) in Fields(compilation, source))
            {
                if (!string.IsNullOrWhiteSpace(value))
                {
                    writer.WriteLine($"{tag}  - {OneLine(value)}");
                }
            }

            writer.WriteLine("ER  - \r\n");
        }
    }

    private static IEnumerable<(string Tag, string? Value)> Fields(Compilation compilation, CompiledSource source)
    {
        var front = source.Front;
        IEnumerable<(string, string?)> head = [("TY", "RPRT"), ("ID", source.Id.Value)];
        IEnumerable<(string, string?)> tail =
        [
            ("TI", source.FullTitle),
            ("T3", front.Series),
            ("SN", front.Number),
            ("PY", front.Year?.ToString(CultureInfo.InvariantCulture)),
            ("PB", front.Publisher),
            ("CY", front.Place),
            ("DO", front.Doi),
            ("UR", front.Url),
            ("LA", front.Language),
        ];
        return
        [
            .. head,
            .. front.Authors.Select(name => ("AU", (string?)Author(name))),
            .. front.Editors.Select(name => ("A2", (string?)Author(name))),
            .. tail,
            .. CitedPassages.From(compilation, source).Select(line => ("N1", (string?)line)),
        ];
    }

    // A name that is not inverted ends with a comma: readers take the last word of an organisation for a family name else.
    private static string Author(string name) =>
        AuthorName.Parse(name).Inverted is var inverted && inverted.Contains(',', StringComparison.Ordinal) ? inverted : inverted + ",";

    // A line break in a value would begin a new, broken line of the entry.
    private static string OneLine(string value) => string.Concat(value.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
}
