using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using KnowledgeBase.Documents;
using KnowledgeBase.Store.Desk;

namespace KnowledgeBase.Store;

/// <summary>How records are written into columns; a form of the store's own, not the public document JSON.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StructuredDocument))]
[JsonSerializable(typeof(FrontMatter))]
[JsonSerializable(typeof(FrontMatterEdits))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<Evidence>))]
[JsonSerializable(typeof(CollectionSnapshot))]
internal sealed partial class StoreJson : JsonSerializerContext
{
    /// <summary>A document as Brotli-compressed JSON.</summary>
    public static byte[] Compress(StructuredDocument document)
    {
        using var bytes = new MemoryStream();
        using (var brotli = new BrotliStream(bytes, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(brotli, document, Default.StructuredDocument);
        }

        return bytes.ToArray();
    }

    /// <summary>What <see cref="Compress"/> was given.</summary>
    public static StructuredDocument Expand(byte[] body)
    {
        using var brotli = new BrotliStream(new MemoryStream(body), CompressionMode.Decompress);
        return JsonSerializer.Deserialize(brotli, Default.StructuredDocument)
            ?? throw new InvalidDataException("A stored document is null.");
    }

    public static string Write(FrontMatter front) => JsonSerializer.Serialize(front, Default.FrontMatter);

    public static FrontMatter ReadFront(string json) => JsonSerializer.Deserialize(json, Default.FrontMatter) ?? new();

    public static string Write(FrontMatterEdits edits) => JsonSerializer.Serialize(edits, Default.FrontMatterEdits);

    public static FrontMatterEdits ReadEdits(string json) => JsonSerializer.Deserialize(json, Default.FrontMatterEdits) ?? Documents.FrontMatterEdits.None;

    public static string Write(IReadOnlyList<string> items) => JsonSerializer.Serialize(items, Default.IReadOnlyListString);

    public static IReadOnlyList<string> ReadStrings(string json) => JsonSerializer.Deserialize(json, Default.IReadOnlyListString) ?? [];

    public static string Write(IReadOnlyList<Evidence> items) => JsonSerializer.Serialize(items, Default.IReadOnlyListEvidence);

    public static IReadOnlyList<Evidence> ReadEvidence(string json) => JsonSerializer.Deserialize(json, Default.IReadOnlyListEvidence) ?? [];
}
