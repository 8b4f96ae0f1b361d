using System.Numerics.Tensors;

namespace KnowledgeBase.Search.Meaning.Network;

/// <summary>
/// One pre-normalised transformer layer (Vaswani et al. 2017) over the rows of several sentences laid end to end. There is
/// no padding: attention runs inside each sentence, all else row by row.
/// </summary>
/// <param name="weights">The layer's numbers.</param>
internal sealed class TransformerLayer(LayerWeights weights)
{
    private const float Epsilon = 1e-6f;

    /// <summary>Attention and its residual: what both dense layers then work on.</summary>
    /// <param name="input">A row per piece.</param>
    /// <param name="sentences">Pieces of each sentence, in order.</param>
    /// <param name="output">Takes a row per piece; may be the input itself where the widths agree.</param>
    /// <param name="workspace">Buffers.</param>
    public void Attend(ReadOnlySpan<float> input, IReadOnlyList<int> sentences, Span<float> output, Workspace workspace)
    {
        var rows = sentences.Sum();
        var (inWidth, width, outWidth) = (weights.Projections.Inputs, weights.AttentionWidth, weights.AttentionOutput.Outputs);
        var normed = workspace.Normed(rows, inWidth);
        Normalise(input, rows, weights.AttentionNorm, normed);
        var projections = workspace.Projections(rows, 3 * width);
        Dense(normed, rows, weights.Projections, rectify: false, projections);

        var attended = workspace.Attended(rows, width);
        var first = 0;
        foreach (var count in sentences)
        {
            AttendWithin(projections[(first * 3 * width)..], count, attended[(first * width)..], workspace);
            first += count;
        }

        var residual = workspace.Residual(rows, outWidth);
        if (weights.Residual is { } dense)
        {
            Dense(input, rows, dense, rectify: false, residual);
        }
        else
        {
            input[..(rows * outWidth)].CopyTo(residual);
        }

        Dense(attended, rows, weights.AttentionOutput, rectify: false, output);
        var used = rows * outWidth;
        TensorPrimitives.Add(output[..used], residual[..used], output[..used]);
    }

    /// <summary>The rectified first dense layer over normalised rows.</summary>
    public ReadOnlySpan<float> Expand(ReadOnlySpan<float> hidden, int rows, Workspace workspace)
    {
        var normed = workspace.Normed(rows, weights.Expand.Inputs);
        Normalise(hidden, rows, weights.FeedForwardNorm, normed);
        var wide = workspace.Wide(rows, weights.Expand.Outputs);
        Dense(normed, rows, weights.Expand, rectify: true, wide);
        return wide[..(rows * weights.Expand.Outputs)];
    }

    /// <summary>Both dense layers and their residual, added to the rows in place.</summary>
    public void FeedForward(Span<float> hidden, int rows, Workspace workspace)
    {
        Expand(hidden, rows, workspace);
        var result = workspace.Residual(rows, weights.Contract.Outputs);
        Dense(workspace.Wide(rows, weights.Expand.Outputs), rows, weights.Contract, rectify: false, result);
        var used = rows * weights.Contract.Outputs;
        TensorPrimitives.Add(hidden[..used], result[..used], hidden[..used]);
    }

    private static void Dense(ReadOnlySpan<float> input, int rows, DenseWeights dense, bool rectify, Span<float> output) =>
        MatrixKernel.Multiply(input, dense.Inputs, rows, dense.Matrix, dense.Bias, rectify, output, dense.Outputs);

    /// <summary>Scaled dot-product attention, head by head, over the rows of one sentence.</summary>
    private void AttendWithin(ReadOnlySpan<float> projections, int count, Span<float> attended, Workspace workspace)
    {
        if (count == 0)
        {
            return;
        }

        var width = weights.AttentionWidth;
        var head = width / LayerWeights.Heads;
        var scale = 1 / MathF.Sqrt(head);
        var scoreColumns = PackedMatrix.PaddedColumns(count);
        var scores = workspace.Scores(count, scoreColumns);
        for (var offset = 0; offset < width; offset += head)
        {
            workspace.Keys.SetTransposed(projections[(width + offset)..], 3 * width, count, head);
            workspace.Values.SetRows(projections[((2 * width) + offset)..], 3 * width, count, head);
            MatrixKernel.Multiply(projections[offset..], 3 * width, count, workspace.Keys, [], rectify: false, scores, scoreColumns);
            for (var row = 0; row < count; row++)
            {
                var line = scores.Slice(row * scoreColumns, count);
                TensorPrimitives.Multiply(line, scale, line);
                TensorPrimitives.SoftMax(line, line);
            }

            // Rows after the sentence's last, computed to fill the block, are overwritten by the next sentence or never read.
            MatrixKernel.Multiply(scores, scoreColumns, count, workspace.Values, [], rectify: false, attended[offset..], width);
        }
    }

    private static void Normalise(ReadOnlySpan<float> input, int rows, NormWeights norm, Span<float> output)
    {
        var width = norm.Scale.Length;
        for (var row = 0; row < rows; row++)
        {
            var source = input.Slice(row * width, width);
            var target = output.Slice(row * width, width);
            TensorPrimitives.Subtract(source, TensorPrimitives.Sum(source) / width, target);
            var variance = TensorPrimitives.SumOfSquares(target) / width;
            TensorPrimitives.Multiply(target, 1 / MathF.Sqrt(variance + Epsilon), target);
            TensorPrimitives.MultiplyAdd(target, norm.Scale, norm.Bias, target);
        }
    }
}
