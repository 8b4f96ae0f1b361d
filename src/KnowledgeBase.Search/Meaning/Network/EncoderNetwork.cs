using System.Numerics.Tensors;

namespace KnowledgeBase.Search.Meaning.Network;

/// <summary>
/// The network of the Universal Sentence Encoder lite (Cer et al. 2018): embeddings with timing signal, two transformer
/// layers, the mean over the pieces, a dense layer with tanh, length 1.
/// </summary>
internal sealed class EncoderNetwork
{
    /// <summary>Pieces read of a text; the model cuts the rest off.</summary>
    public const int MaximumPieces = 128;

    private readonly EncoderWeights _weights;
    private readonly TransformerLayer _first;
    private readonly TransformerLayer _second;
    private readonly float[] _timing;

    public EncoderNetwork(EncoderWeights weights)
    {
        _weights = weights;
        _first = new TransformerLayer(weights.First);
        _second = new TransformerLayer(weights.Second);
        _timing = Timing(weights.TimingFrequencies);
    }

    /// <summary>Length of a vector.</summary>
    public int Dimensions => _weights.Output.Outputs;

    /// <summary>The vectors of a batch.</summary>
    /// <param name="sentences">Piece ids of each sentence, at most <see cref="MaximumPieces"/>.</param>
    /// <param name="workspace">Buffers that no other thread uses meanwhile.</param>
    public IReadOnlyList<float[]> Run(IReadOnlyList<IReadOnlyList<int>> sentences, Workspace workspace)
    {
        var lengths = sentences.Select(sentence => sentence.Count).ToList();
        var rows = lengths.Sum();
        var input = workspace.Input(rows, _weights.EmbeddingWidth);
        Embed(sentences, input);
        var hidden = workspace.Hidden(rows, _weights.Second.Projections.Inputs);
        _first.Attend(input, lengths, hidden, workspace);
        _first.FeedForward(hidden, rows, workspace);
        _second.Attend(hidden, lengths, hidden, workspace);
        return Finish(hidden, lengths, _second.Expand(hidden, rows, workspace), workspace);
    }

    /// <summary>sin and cos of position times frequency, a row of an embedding's width per position.</summary>
    private static float[] Timing(float[] frequencies)
    {
        var half = frequencies.Length;
        var timing = new float[MaximumPieces * 2 * half];
        for (var position = 0; position < MaximumPieces; position++)
        {
            for (var i = 0; i < half; i++)
            {
                var angle = position * frequencies[i];
                timing[(position * 2 * half) + i] = MathF.Sin(angle);
                timing[(position * 2 * half) + half + i] = MathF.Cos(angle);
            }
        }

        return timing;
    }

    /// <summary>Twice the embedding plus the timing: the published graph adds the embedding once more beside the signal.</summary>
    private void Embed(IReadOnlyList<IReadOnlyList<int>> sentences, Span<float> input)
    {
        var width = _weights.EmbeddingWidth;
        var row = 0;
        foreach (var sentence in sentences)
        {
            for (var position = 0; position < sentence.Count; position++, row++)
            {
                var embedding = _weights.Embeddings.AsSpan(sentence[position] * width, width);
                var target = input.Slice(row * width, width);
                TensorPrimitives.Add(embedding, _timing.AsSpan(position * width, width), target);
                TensorPrimitives.Add(target, embedding, target);
            }
        }
    }

    /// <summary>
    /// Mean over the pieces and output layer. The second layer's last dense step is linear and only its mean is wanted, so
    /// it is applied to the mean of its inputs: one row instead of all.
    /// </summary>
    private IReadOnlyList<float[]> Finish(ReadOnlySpan<float> hidden, List<int> lengths, ReadOnlySpan<float> wide, Workspace workspace)
    {
        var contract = _weights.Second.Contract;
        var wideMeans = workspace.Projections(lengths.Count, contract.Inputs);
        var means = workspace.Normed(lengths.Count, contract.Outputs);
        Mean(wide, contract.Inputs, lengths, wideMeans);
        Mean(hidden, contract.Outputs, lengths, means);
        var contracted = workspace.Attended(lengths.Count, contract.Outputs);
        MatrixKernel.Multiply(wideMeans, contract.Inputs, lengths.Count, contract.Matrix, contract.Bias, rectify: false, contracted, contract.Outputs);
        for (var sentence = 0; sentence < lengths.Count; sentence++)
        {
            var mean = means.Slice(sentence * contract.Outputs, contract.Outputs);
            if (lengths[sentence] > 0)
            {
                TensorPrimitives.Add(mean, contracted.Slice(sentence * contract.Outputs, contract.Outputs), mean);
            }
        }

        var output = workspace.Residual(lengths.Count, _weights.Output.Outputs);
        MatrixKernel.Multiply(means, _weights.Output.Inputs, lengths.Count, _weights.Output.Matrix, _weights.Output.Bias, rectify: false, output, _weights.Output.Outputs);
        var vectors = new List<float[]>(lengths.Count);
        for (var sentence = 0; sentence < lengths.Count; sentence++)
        {
            var vector = output.Slice(sentence * Dimensions, Dimensions).ToArray();
            TensorPrimitives.Tanh(vector, vector);
            var length = MathF.Sqrt(MathF.Max(TensorPrimitives.SumOfSquares<float>(vector), 1e-12f));
            TensorPrimitives.Divide(vector, length, vector);
            vectors.Add(vector);
        }

        return vectors;
    }

    private static void Mean(ReadOnlySpan<float> rows, int width, List<int> lengths, Span<float> means)
    {
        var row = 0;
        for (var sentence = 0; sentence < lengths.Count; sentence++)
        {
            var mean = means.Slice(sentence * width, width);
            mean.Clear();
            for (var end = row + lengths[sentence]; row < end; row++)
            {
                TensorPrimitives.Add(mean, rows.Slice(row * width, width), mean);
            }

            TensorPrimitives.Divide(mean, Math.Max(lengths[sentence], 1), mean);
        }
    }
}
