using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Tagging.Labels;

/// <summary>Reads a document's truth: what careful readers say its passages are and carry. For judging only, never for learning.</summary>
public static partial class TruthFile
{
    /// <summary>Reads one truth file; only paragraphs, list items and quotes are taken, since only they are judged.</summary>
    /// <param name="name">Names the document, and the file in errors.</param>
    /// <param name="json">The file's text.</param>
    /// <exception cref="RejectedInputException">The text is no truth file.</exception>
    public static LabelledDocument Read(string name, string json)
    {
        Truth truth;
        try
        {
            truth = JsonSerializer.Deserialize(json, TruthJson.Default.Truth) ?? throw new JsonException("the file holds no object");
        }
        catch (JsonException error)
        {
            throw new RejectedInputException(new("bad-truth", $"{name}: not a truth file: {error.Message}"), error);
        }

        var sha = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(json)));
        var id = DocumentId.FromSha256(sha);
        var sections = (truth.Sections ?? []).Select(section => new Section(null, section.Title ?? "", section.Level ?? 1, null)).ToList();
        var passages = new List<Passage>();
        var labels = new Dictionary<PassageId, PassageLabels>();
        foreach (var given in truth.Passages ?? [])
        {
            if (given.Text is null || RoleOf(given.Role) is not { } role)
            {
                continue;
            }

            var passage = new Passage(PassageId.Compute(id, given.Text, passages.Count), role, given.Text)
            {
                HeadingPath = given.HeadingPath ?? [],
                Marker = given.Marker,
            };
            passages.Add(passage);
            if (given.Kinds is not null)
            {
                labels[passage.Id] = new(
                    Together(given.Kinds, given.Themes, given.Addressees), Together(given.KindsAlt, given.ThemesAlt, given.AddresseesAlt));
            }
        }

        var document = new StructuredDocument(
            id, new(name, sha, SourceFormat.Text, json.Length), null, new FrontMatter { Title = truth.Title, Language = truth.Language ?? "en" },
            sections, passages, [], [], [], []);
        return new(name, name, "truth", document, labels)
        {
            SourcePath = truth.Source,
            Pages = truth.PageRange is [var first, var last] ? (first, last) : null,
        };
    }

    private static HashSet<string> Together(params IEnumerable<string>?[] lists) =>
        lists.SelectMany(list => list ?? []).ToHashSet(StringComparer.Ordinal);

    private static PassageRole? RoleOf(string? role) => role switch
    {
        null or "paragraph" => PassageRole.Paragraph,
        "list_item" => PassageRole.ListItem,
        "quote" => PassageRole.Quote,
        _ => null,
    };

    internal sealed record Truth(string? Title, string? Language, string? Source, IReadOnlyList<int>? PageRange)
    {
        public IReadOnlyList<TruthSection>? Sections { get; init; }

        public IReadOnlyList<TruthPassage>? Passages { get; init; }
    }

    internal sealed record TruthSection(string? Title, int? Level);

    internal sealed record TruthPassage(
        string? Role, string? Text, string? Marker, IReadOnlyList<string>? HeadingPath,
        IReadOnlyList<string>? Kinds, IReadOnlyList<string>? KindsAlt, IReadOnlyList<string>? Themes, IReadOnlyList<string>? ThemesAlt,
        IReadOnlyList<string>? Addressees, IReadOnlyList<string>? AddresseesAlt);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
    [JsonSerializable(typeof(Truth))]
    internal sealed partial class TruthJson : JsonSerializerContext;
}
