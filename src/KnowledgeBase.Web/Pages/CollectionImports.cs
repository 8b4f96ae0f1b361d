using System.Text.Json;
using KnowledgeBase.Documents;
using KnowledgeBase.Store.Desk;

namespace KnowledgeBase.Web.Pages;

/// <summary>Reads collections that were exported as JSON Lines.</summary>
internal static class CollectionImports
{
    /// <summary>The passages named, with their headings and notes; other lines' other fields are left alone.</summary>
    /// <exception cref="RejectedInputException">A line is no JSON object with a passage id (<c>bad-import</c>).</exception>
    public static IReadOnlyList<CollectionEntry> Read(string lines)
    {
        var entries = new List<CollectionEntry>();
        var number = 0;
        foreach (var line in lines.TrimStart('\ufeff').ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                entries.Add(ReadLine(line, number));
            }
        }

        return entries;
    }

    private static CollectionEntry ReadLine(string line, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            if (Text(json.RootElement, "passage_id") is { } passage)
            {
                return new(new(passage), Text(json.RootElement, "section"), Text(json.RootElement, "note"));
            }
        }
        catch (JsonException)
        {
            // Told below, with the line.
        }

        throw new RejectedInputException(new(
            "bad-import", $"Line {number} is no JSON object with a 'passage_id'. Import a file that was exported as JSON Lines (.jsonl)."));
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
