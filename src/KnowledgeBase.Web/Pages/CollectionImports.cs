using System.Text.Json;
using KnowledgeBase.Documents;
using KnowledgeBase.Store.Desk;
using KnowledgeBase.Web.Desk;

namespace KnowledgeBase.Web.Pages;

/// <summary>Reads collections that were exported as JSON Lines.</summary>
internal static class CollectionImports
{
    private const string HeadName = "collection";

    /// <summary>The head line, if there is one, and the passages named; lines' other fields are left alone.</summary>
    /// <exception cref="RejectedInputException">A line is no JSON object with a passage id (<c>bad-import</c>).</exception>
    public static async Task<CollectionFile> ReadAsync(TextReader lines, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var entries = new List<CollectionEntry>();
        var read = new CollectionFile(entries);
        for (var number = 1; await lines.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                read = ReadLine(line.TrimStart('\ufeff'), number, read, entries);
            }
        }

        return read;
    }

    private static CollectionFile ReadLine(string line, int number, CollectionFile read, List<CollectionEntry> entries)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (Text(root, "passage_id") is { } passage)
            {
                entries.Add(new(new(passage), Text(root, "section"), Text(root, "note")));
                return read;
            }

            if (entries.Count == 0 && root.ValueKind == JsonValueKind.Object && root.TryGetProperty(HeadName, out var head) && head.ValueKind == JsonValueKind.Object)
            {
                return read with { Name = Text(head, "name"), Note = Text(head, "note"), UsedIn = Text(head, "used_in") };
            }
        }
        catch (JsonException)
        {
            // Told below, with the line.
        }

        throw RejectedInputException.Of("bad-import", CodedText.Of(
            "import-line", $"Line {number} is no JSON object with a 'passage_id'. Import a file that was exported as JSON Lines (.jsonl)."));
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
