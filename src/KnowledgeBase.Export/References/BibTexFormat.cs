using System.Globalization;
using System.Text;
using KnowledgeBase.Documents;
using KnowledgeBase.Search.Citing;

namespace KnowledgeBase.Export.References;

/// <summary>BibTeX in UTF-8, an entry for each source; the quoted passages stand in <c>annote</c>.</summary>
public sealed class BibTexFormat : IExportFormat
{
    private const int TitleWords = 3;

    /// <inheritdoc/>
    public string Name => "bibtex";

    /// <inheritdoc/>
    public string MediaType => "application/x-bibtex; charset=utf-8";

    /// <inheritdoc/>
    public string FileEnding => ".bib";

    /// <inheritdoc/>
    public void Write(Compilation compilation, ExportOptions options, Stream output)
    {
        ArgumentNullException.ThrowIfNull(compilation);
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in compilation.Sources)
        {
            writer.WriteLine($"@techreport{{{Key(source, keys)},");
            foreach (var (name, value) in Fields(compilation, source).Where(field => !string.IsNullOrWhiteSpace(field.Value)))
            {
                writer.WriteLine($"  {name} = {{{value}}},");
            }

            writer.WriteLine("}\n");
        }
    }

    private static IEnumerable<(string Name, string? Value)> Fields(Compilation compilation, CompiledSource source)
    {
        var front = source.Front;
        yield return ("author", Names(front.Authors));
        yield return ("editor", Names(front.Editors));
        // Braces inside keep the capitals as printed.
        yield return ("title", $"{{{Escape(source.FullTitle)}}}");
        yield return ("institution", Escape(front.Publisher));
        yield return ("address", Escape(front.Place));
        yield return ("series", Escape(front.Series));
        yield return ("number", Escape(front.Number));
        yield return ("year", front.Year?.ToString(CultureInfo.InvariantCulture));
        yield return ("doi", Verbatim(front.Doi));
        yield return ("url", Verbatim(front.Url));
        yield return ("language", front.Language);
        yield return ("annote", Escape(string.Join(" ", CitedPassages.From(compilation, source))));
    }

    private static string Names(IReadOnlyList<string> printed) => string.Join(" and ", printed.Select(AuthorName.Parse)
        .Select(name => name.Given.Length == 0 ? $"{{{Escape(name.Family)}}}" : Escape(name.Inverted)));

    private static string Key(CompiledSource source, HashSet<string> taken)
    {
        // Without an author the document's own symbol or the first words of its title say more than a number.
        var front = source.Front;
        var family = front.Authors is [var first, ..] ? AuthorName.Parse(first).Family
            : front.Publisher ?? front.Number ?? string.Join(' ', (front.Title ?? "source").Split(' ').Take(TitleWords));
        var stem = FileNames.For($"{family} {source.Front.Year?.ToString(CultureInfo.InvariantCulture) ?? "nd"}", "");
        var key = stem;
        for (var number = 2; !taken.Add(key); number++)
        {
            key = $"{stem}-{number.ToString(CultureInfo.InvariantCulture)}";
        }

        return key;
    }

    // biblatex takes addresses as they are: only what would end the field, or the line, is written another way, as addresses have it anyhow.
    private static string Verbatim(string? address) => string.Concat((address ?? "").Select(letter => letter switch
    {
        '{' or '}' or '\\' => Uri.HexEscape(letter),
        _ when char.IsControl(letter) => "",
        _ => letter.ToString(),
    }));

    private static string Escape(string? text)
    {
        var escaped = new StringBuilder();
        foreach (var letter in text ?? "")
        {
            escaped.Append(letter switch
            {
                '\\' => @"\textbackslash{}",
                '~' => @"\textasciitilde{}",
                '^' => @"\textasciicircum{}",
                // Escaped braces would still count when a reader matches the pairs.
                '{' => @"\textbraceleft{}",
                '}' => @"\textbraceright{}",
                '&' or '%' or '$' or '#' or '_' => $@"\{letter}",
                _ when char.IsControl(letter) => " ",
                _ => letter.ToString(),
            });
        }

        return escaped.ToString();
    }
}
