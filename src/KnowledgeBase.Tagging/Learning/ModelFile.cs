using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Tagging.Learning;

/// <summary>
/// Writes and reads a model: the letters KBTM, the format's version, the length of a JSON head (origin and labels), the
/// head, the number of keys, the keys, and one signed byte per key and label. Whole numbers have four bytes, least first.
/// </summary>
public static partial class ModelFile
{
    private const int FormatVersion = 1;

    private static ReadOnlySpan<byte> Letters => "KBTM"u8;

    /// <summary>The model as bytes; the same model gives the same bytes.</summary>
    public static byte[] Write(LinearModel model)
    {
        var head = JsonSerializer.SerializeToUtf8Bytes(new Head(model.Origin, model.Labels), ModelJson.Default.Head);
        var bytes = new byte[16 + head.Length + (4 * model.Keys.Count) + model.Weights.Length];
        Letters.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), FormatVersion);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), head.Length);
        head.CopyTo(bytes.AsSpan(12));
        var at = 12 + head.Length;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), model.Keys.Count);
        at += 4;
        foreach (var key in model.Keys)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), key);
            at += 4;
        }

        System.Runtime.InteropServices.MemoryMarshal.AsBytes(model.Weights.AsSpan()).CopyTo(bytes.AsSpan(at));
        return bytes;
    }

    /// <summary>Reads a model.</summary>
    /// <param name="bytes">As <see cref="Write"/> gave them.</param>
    /// <param name="name">Names the file in errors.</param>
    /// <exception cref="RejectedInputException">The bytes are no model, or one of another format, feature version or tag set.</exception>
    public static LinearModel Read(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.Length < 16 || !bytes.StartsWith(Letters))
        {
            throw Rejected($"{name} is no tagging model.");
        }

        if (BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]) is var version && version != FormatVersion)
        {
            throw Rejected($"{name} is a model of format {version}, this program reads format {FormatVersion}; run 'kb train' again.");
        }

        var headLength = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        if (headLength <= 0 || headLength > bytes.Length - 16)
        {
            throw Rejected($"{name} is damaged: its head does not fit into the file.");
        }

        var head = ReadHead(bytes.Slice(12, headLength), name);
        var rest = bytes[(12 + headLength)..];
        var count = BinaryPrimitives.ReadInt32LittleEndian(rest);
        if (count < 0 || rest.Length != 4 + (4L * count) + ((long)count * head.Labels.Count))
        {
            throw Rejected($"{name} is damaged: its length does not match its head.");
        }

        var keys = new uint[count];
        for (var i = 0; i < count; i++)
        {
            keys[i] = BinaryPrimitives.ReadUInt32LittleEndian(rest[(4 + (4 * i))..]);
            if (i > 0 && keys[i] <= keys[i - 1])
            {
                throw Rejected($"{name} is damaged: its keys are out of order.");
            }
        }

        var weights = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, sbyte>(rest[(4 + (4 * count))..]).ToArray();
        return new(head.Origin, head.Labels, keys, weights);
    }

    private static Head ReadHead(ReadOnlySpan<byte> json, string name)
    {
        Head head;
        try
        {
            head = JsonSerializer.Deserialize(json, ModelJson.Default.Head) ?? throw new JsonException("the head is empty");
        }
        catch (JsonException error)
        {
            throw Rejected($"{name} is damaged: {error.Message}", error);
        }

        if (head.Origin.FeatureVersion != FeatureExtractor.Version)
        {
            throw Rejected(
                $"{name} was learned with features of version {head.Origin.FeatureVersion}, this program computes version {FeatureExtractor.Version}; run 'kb train' again.");
        }

        return head.Labels.Select(label => label.Label).SequenceEqual(LearnedLabels.All, StringComparer.Ordinal)
            ? head
            : throw Rejected($"{name} knows other tags than this program; run 'kb train' again.");
    }

    private static RejectedInputException Rejected(string message, Exception? inner = null) => new(new("bad-model", message), inner);

    internal sealed record Head(ModelOrigin Origin, IReadOnlyList<LabelModel> Labels);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Head))]
    internal sealed partial class ModelJson : JsonSerializerContext;
}
