using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeBase.Documents;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace KnowledgeBase.Extraction.Markdown;

/// <summary>The YAML head of a Markdown file: what the author says of the document.</summary>
internal static partial class YamlHead
{
    /// <summary>Cuts the head off.</summary>
    /// <returns>What it says, the text after it, and a problem when it cannot be read.</returns>
    public static (FileMetadata Head, string Body, Problem? Problem) Split(string text, SourceFile source)
    {
        var match = Head().Match(text);
        if (!match.Success)
        {
            return (new(), text, null);
        }

        var body = text[match.Length..];
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(match.Groups["yaml"].Value));
            return (stream.Documents.Count > 0 && stream.Documents[0].RootNode is YamlMappingNode map ? Read(map) : new(), body, null);
        }
        catch (YamlException e)
        {
            return (new(), body, new("unreadable-head", $"{source.FileName}: the YAML head cannot be read (line {e.Start.Line}: {e.Message}); its values are left out."));
        }
    }

    private static FileMetadata Read(YamlMappingNode map)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in map.Children)
        {
            if (key is YamlScalarNode { Value: { } name } && Flat(value) is { Length: > 0 } text)
            {
                values[name.ToLowerInvariant()] = text;
            }
        }

        string? Any(params string[] names) => names.Select(n => values.GetValueOrDefault(n)).FirstOrDefault(v => v is not null);
        return new(
            Any("title", "titre", "título", "titulo"), Any("authors", "author", "auteurs", "auteur", "autores", "autor"),
            DateTimeOffset.TryParse(Any("date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null,
            Any("lang", "language", "langue", "idioma"))
        {
            More = values,
        };
    }

    /// <summary>A scalar as it stands, a list joined by semicolons; of a list of maps ("- name: …") the names.</summary>
    private static string Flat(YamlNode node) => node switch
    {
        YamlScalarNode scalar => (scalar.Value ?? "").Trim(),
        YamlSequenceNode list => string.Join("; ", list.Children.Take(200).Select(Flat).Where(t => t.Length > 0)),
        YamlMappingNode map => map.Children.FirstOrDefault(c => c.Key is YamlScalarNode { Value: "name" or "family" or "text" }).Value is YamlScalarNode name
            ? (name.Value ?? "").Trim() : "",
        _ => "",
    };

    [GeneratedRegex(@"\A---[ \t]*\r?\n(?<yaml>(?:(?!---[ \t]*\r?$|\.\.\.[ \t]*\r?$).*\r?\n){0,400}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\z)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Head();
}
