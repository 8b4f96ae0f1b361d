namespace KnowledgeBase.Search.Meaning.Network;

/// <summary>Scale and shift of a layer normalisation.</summary>
internal sealed record NormWeights(float[] Scale, float[] Bias);

/// <summary>A dense layer: rows · matrix + bias.</summary>
internal sealed record DenseWeights(PackedMatrix Matrix, float[] Bias)
{
    /// <summary>Length of an input row.</summary>
    public int Inputs => Matrix.Rows;

    /// <summary>Length of an output row.</summary>
    public int Outputs => Matrix.Columns;
}

/// <summary>One layer of the transformer: attention, then two dense layers, each after a normalisation.</summary>
/// <param name="AttentionNorm">Before attention.</param>
/// <param name="Projections">Gives queries, keys and values side by side.</param>
/// <param name="AttentionOutput">Joins the heads again.</param>
/// <param name="Residual">Brings the layer's input to its output's width; null where the widths agree.</param>
/// <param name="FeedForwardNorm">Before the dense layers.</param>
/// <param name="Expand">First dense layer, rectified.</param>
/// <param name="Contract">Second dense layer.</param>
internal sealed record LayerWeights(
    NormWeights AttentionNorm,
    DenseWeights Projections,
    DenseWeights AttentionOutput,
    DenseWeights? Residual,
    NormWeights FeedForwardNorm,
    DenseWeights Expand,
    DenseWeights Contract)
{
    /// <summary>Attention heads of both layers.</summary>
    public const int Heads = 4;

    /// <summary>Width of queries, of keys and of values, all heads together.</summary>
    public int AttentionWidth => Projections.Outputs / 3;
}

/// <summary>All the numbers of the Universal Sentence Encoder lite.</summary>
/// <param name="Embeddings">A row of <see cref="EmbeddingWidth"/> per piece.</param>
/// <param name="TimingFrequencies">Angle per position, in radians: half an embedding long.</param>
/// <param name="First">Takes embeddings.</param>
/// <param name="Second">Takes what the first gives.</param>
/// <param name="Output">From the mean over the pieces to the vector, before tanh.</param>
internal sealed record EncoderWeights(
    float[] Embeddings, float[] TimingFrequencies, LayerWeights First, LayerWeights Second, DenseWeights Output)
{
    /// <summary>Length of a piece's embedding.</summary>
    public int EmbeddingWidth => TimingFrequencies.Length * 2;
}
