using System.Globalization;
using System.Text.Json;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Judging;

/// <summary>Reads a truth: the document JSON written by people, with the fields that <see cref="TruthDocument"/> explains.</summary>
public static class TruthReader
{
    /// <summary>Reads one.</summary>
    /// <param name="name">Of its file, without extension.</param>
    /// <param name="json">Its content.</param>
    /// <exception cref="RejectedInputException">It is no such JSON (<c>bad-truth</c>).</exception>
    public static TruthDocument Read(string name, string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(name, document.RootElement);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new RejectedInputException(new("bad-truth", $"'{name}' is no truth of a document: {error.Message}"), error);
        }
    }

    private static TruthDocument Read(string name, JsonElement root) => new(
        name,
        Text(root, "source") ?? "",
        [.. Items(root, "sections").Select(section => new TruthSection(Title(section), Number(section, "level") ?? 1)
        {
            Page = Number(section, "page"),
            NoTextLayer = section.TryGetProperty("no_text_layer", out var silent) && silent.ValueKind == JsonValueKind.True,
        })],
        [.. Items(root, "passages").Select(ReadPassage)],
        [.. Items(root, "footnotes").Select(note => new TruthNote(Text(note, "number") ?? "", Bag(note, "text")))])
    {
        Title = root.TryGetProperty("title_bag", out _) || Text(root, "title") is not null ? Title(root) : WordBag.Empty,
        Year = Number(root, "year"),
        PageRange = Items(root, "page_range").Select(page => page.GetInt32()).ToList() is [var first, var last] ? (first, last) : null,
        ArguableSections = [.. Items(root, "sections_alt").Select(Title)],
        ArguablePassages = [.. Items(root, "passages_alt").Select(passage => Bag(passage, "text"))],
    };

    private static TruthPassage ReadPassage(JsonElement passage) => new(
        Text(passage, "role") ?? "paragraph",
        Bag(passage, "text"),
        passage.TryGetProperty("path_bags", out var bags)
            ? [.. bags.EnumerateArray().Select(Hashes)]
            : [.. Items(passage, "heading_path").Select(title => WordBag.OfTitle(title.GetString()))])
    {
        Marker = Text(passage, "marker") is { Length: > 0 } marker ? marker : null,
        PageFirst = Number(passage, "page_first"),
        PdfPage = Number(passage, "pdf_page"),
        Attribution = Bag(passage, "attribution"),
        FootnoteRefs = [.. Items(passage, "footnote_refs").Select(AsText)],
    };

    private static WordBag Title(JsonElement item) =>
        item.TryGetProperty("title_bag", out var hashes) ? Hashes(hashes) : WordBag.OfTitle(Text(item, "title"));

    private static WordBag Bag(JsonElement item, string field) =>
        item.TryGetProperty(field + "_bag", out var hashes) ? Hashes(hashes) : WordBag.Of(Text(item, field));

    private static WordBag Hashes(JsonElement list) => WordBag.OfHashes(list.EnumerateArray().Select(hash => hash.GetUInt32()));

    private static IEnumerable<JsonElement> Items(JsonElement item, string field) =>
        item.TryGetProperty(field, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    private static string? Text(JsonElement item, string field) =>
        item.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? AsText(value) : null;

    private static string AsText(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static int? Number(JsonElement item, string field) =>
        Text(item, field) is { } text && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
