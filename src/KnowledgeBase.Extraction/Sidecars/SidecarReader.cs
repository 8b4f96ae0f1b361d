using System.Globalization;
using System.Text.Json;
using KnowledgeBase.Documents;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace KnowledgeBase.Extraction.Sidecars;

/// <summary>What a sidecar says, and what is wrong with it.</summary>
/// <param name="Edits">What it says of the document.</param>
/// <param name="Problems">Fields that are not known or cannot be read; they are left out.</param>
public sealed record Sidecar(FrontMatterEdits Edits, IReadOnlyList<Problem> Problems)
{
    /// <summary>There is none.</summary>
    public static Sidecar None { get; } = new(FrontMatterEdits.None, []);
}

/// <summary>
/// Reads the file beside a report in which a person says what the report's front matter is: <c>report.meta.json</c> or
/// <c>report.meta.yaml</c> beside <c>report.pdf</c>, with the names of the document JSON ("title", "authors", "year", "event": {"name" …} …).
/// </summary>
public static class SidecarReader
{
    private static readonly string[] Endings = [".meta.json", ".meta.yaml", ".meta.yml"];

    /// <summary>The sidecar of a report, or null when there is none.</summary>
    public static string? Find(string reportPath) =>
        new[] { Path.ChangeExtension(reportPath, null), reportPath }
            .SelectMany(stem => Endings.Select(ending => stem + ending))
            .FirstOrDefault(File.Exists);

    /// <summary>Reads the sidecar of a report; one that cannot be read says nothing and is a problem.</summary>
    public static Sidecar Read(string reportPath)
    {
        if (Find(reportPath) is not { } path)
        {
            return Sidecar.None;
        }

        try
        {
            // JSON is YAML in its flow style, so one reader does for both.
            var stream = new YamlStream();
            using var text = File.OpenText(path);
            stream.Load(text);
            return stream.Documents.Count > 0 && stream.Documents[0].RootNode is YamlMappingNode map
                ? new Fields(Path.GetFileName(path)).Read(map)
                : Unreadable(path, "it is no list of fields with values");
        }
        catch (YamlException error)
        {
            return Unreadable(path, JsonFault(path) ?? $"line {error.Start.Line}: {error.Message}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Unreadable(path, error.Message);
        }
    }

    // Whoever wrote JSON is helped by what is wrong with it as JSON.
    private static string? JsonFault(string path)
    {
        if (!path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            using var read = JsonDocument.Parse(File.ReadAllBytes(path));
            return null;
        }
        catch (JsonException error)
        {
            return string.Create(CultureInfo.InvariantCulture, $"it is not valid JSON at line {error.LineNumber + 1}, character {error.BytePositionInLine + 1}; look for a missing comma, quotation mark or brace there");
        }
    }

    private static Sidecar Unreadable(string path, string why) => new(FrontMatterEdits.None,
        [new("unreadable-sidecar", $"'{Path.GetFileName(path)}' cannot be read ({why}); what it says is left out.")]);

    private sealed class Fields(string fileName)
    {
        private readonly List<Problem> problems = [];

        public Sidecar Read(YamlMappingNode map)
        {
            var edits = FrontMatterEdits.None;
            foreach (var (key, value) in map.Children)
            {
                edits = With(edits, (key as YamlScalarNode)?.Value ?? "", value);
            }

            return new(edits, problems);
        }

        private FrontMatterEdits With(FrontMatterEdits edits, string name, YamlNode value) => name.ToLowerInvariant() switch
        {
            "title" => edits with { Title = Text(name, value) },
            "subtitle" => edits with { Subtitle = Text(name, value) },
            "series" => edits with { Series = Text(name, value) },
            "number" => edits with { Number = Text(name, value) },
            "year" => edits with { Year = Year(name, value) },
            "event" => edits with { Event = Event(value) },
            "authors" or "author" => edits with { Authors = Names(value) },
            "editors" or "editor" => edits with { Editors = Names(value) },
            "publisher" => edits with { Publisher = Text(name, value) },
            "place" => edits with { Place = Text(name, value) },
            "standard_number" or "isbn" or "issn" => edits with { StandardNumber = Text(name, value) },
            "doi" => edits with { Doi = Text(name, value) },
            "url" => edits with { Url = Text(name, value) },
            "language" or "lang" => edits with { Language = Text(name, value)?.ToLowerInvariant() },
            _ => Ignore(edits, name, "is not known"),
        };

        private string? Text(string name, YamlNode value)
        {
            if (value is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text))
            {
                return text.Trim();
            }

            Ignore(FrontMatterEdits.None, name, "is no text");
            return null;
        }

        private int? Year(string name, YamlNode value)
        {
            if (value is YamlScalarNode { Value: { } text } && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1000 and <= 9999)
            {
                return year;
            }

            Ignore(FrontMatterEdits.None, name, "is no year of four digits");
            return null;
        }

        private DocumentEvent? Event(YamlNode value)
        {
            if (value is not YamlMappingNode map)
            {
                return new(Text("event", value), null, null);
            }

            YamlNode? Field(string name) => map.Children.FirstOrDefault(child => child.Key is YamlScalarNode { Value: { } key } && key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
            return new(
                Field("name") is { } named ? Text("event.name", named) : null,
                Field("place") is { } place ? Text("event.place", place) : null,
                Field("year") is { } year ? Year("event.year", year) : null);
        }

        private List<string> Names(YamlNode value) => value switch
        {
            YamlSequenceNode list => [.. list.Children.Select(item => Text("authors", item)).OfType<string>()],
            _ => Text("authors", value) is { } one ? [one] : [],
        };

        private FrontMatterEdits Ignore(FrontMatterEdits edits, string name, string why)
        {
            problems.Add(new("sidecar-field", $"'{fileName}': the field '{name}' {why} and is left out."));
            return edits;
        }
    }
}
