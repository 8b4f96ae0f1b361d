using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Tagging.Labels;

/// <summary>Reads label files: one JSON object per line, lines with the same document are neighbours in it.</summary>
public static partial class LabelFile
{
    /// <summary>The file of a label folder that says how much each group counts: {"GROUP": number above 0}.</summary>
    public const string ImportanceFile = "importance.json";

    /// <summary>Reads every *.jsonl of a folder in ordinal order of the names, and <see cref="ImportanceFile"/> where there is one.</summary>
    /// <exception cref="RejectedInputException">A line is broken or a label unknown; the message names file and line.</exception>
    public static IReadOnlyList<LabelledDocument> ReadFolder(string folder)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.jsonl") : [];
        if (files.Length == 0)
        {
            throw Rejected($"{folder}: there are no label files (*.jsonl) to learn from.");
        }

        var importance = ReadImportance(Path.Combine(folder, ImportanceFile));
        return files.Order(StringComparer.Ordinal)
            .SelectMany(file => Read(Path.GetFileName(file), File.ReadLines(file)))
            .Select(document => document with { Importance = importance.GetValueOrDefault(document.Group, 1) })
            .ToList();
    }

    private static Dictionary<string, double> ReadImportance(string file)
    {
        if (!File.Exists(file))
        {
            return [];
        }

        try
        {
            var importance = JsonSerializer.Deserialize(File.ReadAllText(file), LabelJson.Default.DictionaryStringDouble) ?? [];
            return importance.Values.All(value => value > 0)
                ? importance
                : throw Rejected($"{ImportanceFile}: every number must be above 0.");
        }
        catch (JsonException error)
        {
            throw Rejected($"{ImportanceFile}: {error.Message}", error);
        }
    }

    /// <summary>Reads the lines of one file.</summary>
    /// <param name="fileName">Names the file in errors.</param>
    /// <param name="lines">The lines; empty ones are passed over.</param>
    /// <exception cref="RejectedInputException">A line is broken or a label unknown.</exception>
    public static IReadOnlyList<LabelledDocument> Read(string fileName, IEnumerable<string> lines)
    {
        var documents = new List<LabelledDocument>();
        var rows = new List<Row>();
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var row = ParseRow(line, fileName, number);
            if (rows.Count > 0 && rows[^1].Document != row.Document)
            {
                documents.Add(Assemble(rows));
                rows.Clear();
            }

            rows.Add(row);
        }

        if (rows.Count > 0)
        {
            documents.Add(Assemble(rows));
        }

        return documents;
    }

    private static Row ParseRow(string line, string fileName, int number)
    {
        Row row;
        try
        {
            row = JsonSerializer.Deserialize(line, LabelJson.Default.Row)
                ?? throw Rejected($"{fileName}, line {number}: the line holds no object.");
        }
        catch (JsonException error)
        {
            throw Rejected($"{fileName}, line {number}: {error.Message}", error);
        }

        foreach (var (labels, known) in new[] { (row.Kinds, TagSet.Kinds), (row.Themes, TagSet.Themes), (row.Addressees, TagSet.Addressees) })
        {
            if (labels.FirstOrDefault(label => !known.Contains(label)) is { } unknown)
            {
                throw Rejected($"{fileName}, line {number}: unknown label '{unknown}'; known are {string.Join(", ", known)}.");
            }
        }

        if (row.Addressees.Count > 0 && !row.Kinds.Contains("recommendation"))
        {
            throw Rejected($"{fileName}, line {number}: an addressee stands without a recommendation.");
        }

        return RoleOf(row.Role) is null
            ? throw Rejected($"{fileName}, line {number}: unknown role '{row.Role}'; known are paragraph, list_item, quote, footnote.")
            : row;
    }

    private static LabelledDocument Assemble(List<Row> rows)
    {
        var first = rows[0];
        var sha = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(first.Document)));
        var id = DocumentId.FromSha256(sha);
        var sections = new List<Section>();
        var passages = new List<Passage>();
        var footnotes = new List<Footnote>();
        var labels = new Dictionary<PassageId, PassageLabels>();
        IReadOnlyList<string>? path = null;
        foreach (var row in rows)
        {
            if (row.HeadingPath.Count > 0 && (path is null || !path.SequenceEqual(row.HeadingPath, StringComparer.Ordinal)))
            {
                sections.Add(new(null, row.HeadingPath[^1], row.HeadingPath.Count, null));
            }

            path = row.HeadingPath;
            var marker = Marker().Match(row.Text);
            var text = row.Text[marker.Length..];
            var passage = new Passage(PassageId.Compute(id, text, passages.Count + footnotes.Count), RoleOf(row.Role)!.Value, text)
            {
                Section = sections.Count == 0 ? null : sections.Count - 1,
                HeadingPath = row.HeadingPath,
                Marker = marker.Length > 0 ? marker.Groups[1].Value : null,
                Language = row.Language,
            };
            if (passage.Role == PassageRole.Footnote)
            {
                footnotes.Add(new(passage.Id, $"{footnotes.Count + 1}", text, FootnoteType.Explanatory)
                {
                    CitedBy = passages.Count > 0 ? passages[^1].Id : null,
                    Language = row.Language,
                });
            }
            else
            {
                passages.Add(passage);
            }

            labels[passage.Id] = new(
                row.Kinds.Concat(row.Themes).Concat(row.Addressees).ToHashSet(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        }

        var document = new StructuredDocument(
            id, new(first.Document, sha, SourceFormat.Text, rows.Sum(row => row.Text.Length)), null,
            new FrontMatter { Language = first.Language }, sections, passages, footnotes, [], [], []);
        return new(first.Group, first.Document, first.Genre, document, labels);
    }

    private static PassageRole? RoleOf(string role) => role switch
    {
        "paragraph" => PassageRole.Paragraph,
        "list_item" => PassageRole.ListItem,
        "quote" => PassageRole.Quote,
        "footnote" => PassageRole.Footnote,
        _ => null,
    };

    private static RejectedInputException Rejected(string message, Exception? inner = null) => new(new("bad-labels", message), inner);

    // A paragraph number is printed with the text but stands apart from it in a structured document.
    [GeneratedRegex(@"^(\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Marker();

    internal sealed record Row(
        string Id, string Group, string Document, string Genre, string Language, IReadOnlyList<string> HeadingPath, string Role, string Text,
        IReadOnlyList<string> Kinds, IReadOnlyList<string> Themes, IReadOnlyList<string> Addressees, string? Note);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Row))]
    [JsonSerializable(typeof(Dictionary<string, double>))]
    internal sealed partial class LabelJson : JsonSerializerContext;
}
