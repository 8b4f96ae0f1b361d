using System.Text.Json;
using KnowledgeBase.Search.Meaning.Network;

namespace KnowledgeBase.Search.Meaning.Models;

/// <summary>Reads vocabulary and weights of an installed model; the file's names for the weights are known only here.</summary>
/// <param name="files">Where the model is installed.</param>
internal sealed class ModelReader(ModelFiles files)
{
    /// <summary>The first pieces of the vocabulary are the model's own marks.</summary>
    private const int ReservedPieces = 6;

    private const string Embeddings = "module/Embeddings_en";
    private const string Root = "module_apply_default/Encoder_en/";
    private const string Encode = Root + "KonaTransformer/Encode/";
    private const string Stack = Encode + "TransformerStack/";
    private const string Timing = Stack + "Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1";
    private const string Tanh = "module/Encoder_en/hidden_layers/tanh_layer_0/";
    private const string Joined = "/ConcatPartitions/concat";

    private readonly Dictionary<string, float[]> _vectors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PackedMatrix> _matrices = new(StringComparer.Ordinal);

    /// <summary>Reads everything, checking each file against its pinned hash.</summary>
    /// <exception cref="Documents.RejectedInputException">A file is missing or differs from the pinned one.</exception>
    public (PieceVocabulary Vocabulary, EncoderWeights Weights) Read()
    {
        var vocabulary = PieceVocabulary.Parse(files.ReadVerified(ModelPackage.Vocabulary), ReservedPieces);
        ReadWeights(files.ReadVerified(ModelPackage.Graph));
        return (vocabulary, new EncoderWeights(_vectors[Embeddings], _vectors[Timing], Layer(0), Layer(1), Dense(Tanh + "weights", Tanh + "bias")));
    }

    /// <summary>Goes once through the shards; matrices are packed as they come, so that no second copy of all weights exists.</summary>
    private void ReadWeights(byte[] graph)
    {
        using var document = JsonDocument.Parse(graph);
        var group = document.RootElement.GetProperty("weightsManifest")[0];
        var shards = new ShardReader(files, [.. group.GetProperty("paths").EnumerateArray().Select(path => path.GetString()!)]);
        foreach (var weight in group.GetProperty("weights").EnumerateArray())
        {
            var name = weight.GetProperty("name").GetString()!;
            var shape = weight.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32()).ToList();
            var values = shards.Read(shape.Aggregate(1, (product, size) => product * size));
            if (weight.GetProperty("dtype").GetString() != "float32")
            {
                continue;
            }

            // Kernels of convolutions of width 1 have two leading dimensions of 1: they are matrices too.
            if (shape.Count >= 2 && shape[^2] > 1 && name != Embeddings)
            {
                _matrices[name] = PackedMatrix.FromRows(values, shape[^2], shape[^1]);
            }
            else
            {
                _vectors[name] = values;
            }
        }
    }

    private LayerWeights Layer(int index)
    {
        var layer = $"{Encode}Layer_{index}/TransformerLayer/";
        var attention = $"Encode/Layer_{index}/TransformerLayer/MultiheadAttention/";
        var kernels = $"module/Encoder_en/KonaTransformer/{attention}";
        var biases = $"{Root}KonaTransformer/{attention}";
        var dense = $"{Stack}Layer_{index}/TransformerLayer/FFN/";
        var residual = layer + "dense/kernel" + Joined;
        return new LayerWeights(
            Norm(layer),
            Dense(kernels + "qkv_transform_single/kernel/part_0", biases + "qkv_transform_single/bias" + Joined),
            Dense(kernels + "output_transform_single/kernel/part_0", biases + "output_transform_single/bias" + Joined),
            _matrices.ContainsKey(residual) ? Dense(residual, layer + "dense/bias" + Joined) : null,
            Norm(layer + "FFN/"),
            Dense(dense + "conv1/Tensordot/Reshape_1", layer + "FFN/conv1/bias" + Joined),
            Dense(dense + "conv2/Tensordot/Reshape_1", layer + "FFN/conv2/bias" + Joined));
    }

    private NormWeights Norm(string place) => new(
        _vectors[place + "layer_prepostprocess/layer_norm/layer_norm_scale" + Joined],
        _vectors[place + "layer_prepostprocess/layer_norm/layer_norm_bias" + Joined]);

    private DenseWeights Dense(string matrix, string bias) => new(_matrices[matrix], _vectors[bias]);
}
