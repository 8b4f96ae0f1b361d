using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace KnowledgeBase.Search.Meaning.Encoding;

/// <summary>
/// Multiplies rows by a packed matrix, eight rows by one panel at a time, with the sums held in registers (the scheme of
/// Goto and van de Geijn, "Anatomy of High-Performance Matrix Multiplication", 2008, without its outer blocking: the
/// matrices of this model fit the second-level cache panel by panel).
/// Each element of the result is one chain of fused multiply-adds in the order of k, whatever rows stand beside it and
/// whatever the width of the registers: a sentence gets the same vector alone and in a batch.
/// </summary>
internal static class MatrixKernel
{
    /// <summary>Rows computed together; callers keep their buffers a multiple of this long.</summary>
    public const int RowBlock = 8;

    /// <summary>Rows rounded up to whole blocks.</summary>
    public static int PaddedRows(int rows) => (rows + RowBlock - 1) / RowBlock * RowBlock;

    /// <summary>result = rows · matrix (+ bias), then zero for what is negative if <paramref name="rectify"/>.</summary>
    /// <param name="input">Rows, <paramref name="inputStride"/> floats apart; readable up to the last whole block of rows.</param>
    /// <param name="inputStride">Floats from one row to the next.</param>
    /// <param name="rows">Rows wanted; whole blocks are computed and written.</param>
    /// <param name="matrix">The packed matrix.</param>
    /// <param name="bias">Added to each row: as long as the matrix has columns, or empty.</param>
    /// <param name="rectify">Applies max(0, x) to each element.</param>
    /// <param name="result">Rows of whole panels, <paramref name="resultStride"/> floats apart.</param>
    /// <param name="resultStride">Floats from one row of the result to the next.</param>
    public static void Multiply(
        ReadOnlySpan<float> input,
        int inputStride,
        int rows,
        PackedMatrix matrix,
        ReadOnlySpan<float> bias,
        bool rectify,
        Span<float> result,
        int resultStride)
    {
        var padded = PaddedRows(rows);
        if (padded == 0)
        {
            return;
        }

        var inner = matrix.Rows;
        var columns = PackedMatrix.PaddedColumns(matrix.Columns);
        ArgumentOutOfRangeException.ThrowIfLessThan(input.Length, ((padded - 1) * inputStride) + inner, nameof(input));
        ArgumentOutOfRangeException.ThrowIfLessThan(result.Length, ((padded - 1) * resultStride) + columns, nameof(result));
        Span<float> panelBias = stackalloc float[PackedMatrix.PanelColumns];
        var values = matrix.Values;
        for (var panel = 0; panel < matrix.Panels; panel++)
        {
            var first = panel * PackedMatrix.PanelColumns;
            panelBias.Clear();
            if (!bias.IsEmpty)
            {
                bias[first..Math.Min(first + PackedMatrix.PanelColumns, bias.Length)].CopyTo(panelBias);
            }

            ref var panelValues = ref MemoryMarshal.GetReference(values.Slice(panel * inner * PackedMatrix.PanelColumns, inner * PackedMatrix.PanelColumns));
            for (var row = 0; row < padded; row += RowBlock)
            {
                ref var block = ref MemoryMarshal.GetReference(input[(row * inputStride)..]);
                ref var target = ref MemoryMarshal.GetReference(result[((row * resultStride) + first)..]);
                if (Vector512.IsHardwareAccelerated)
                {
                    Block512(ref block, inputStride, inner, ref panelValues, panelBias, rectify, ref target, resultStride);
                }
                else
                {
                    Block256(ref block, inputStride, inner, ref panelValues, panelBias, rectify, ref target, resultStride);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block512(
        ref float input, nint stride, nint inner, ref float panel, ReadOnlySpan<float> bias, bool rectify, ref float result, nint resultStride)
    {
        ref var a0 = ref input;
        ref var a1 = ref Unsafe.Add(ref input, stride);
        ref var a2 = ref Unsafe.Add(ref input, stride * 2);
        ref var a3 = ref Unsafe.Add(ref input, stride * 3);
        ref var a4 = ref Unsafe.Add(ref input, stride * 4);
        ref var a5 = ref Unsafe.Add(ref input, stride * 5);
        ref var a6 = ref Unsafe.Add(ref input, stride * 6);
        ref var a7 = ref Unsafe.Add(ref input, stride * 7);
        Vector512<float> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        Vector512<float> c40 = default, c41 = default, c50 = default, c51 = default, c60 = default, c61 = default, c70 = default, c71 = default;
        for (nint k = 0; k < inner; k++)
        {
            var left = Vector512.LoadUnsafe(ref panel);
            var right = Vector512.LoadUnsafe(ref panel, 16);
            panel = ref Unsafe.Add(ref panel, PackedMatrix.PanelColumns);
            var x = Vector512.Create(Unsafe.Add(ref a0, k));
            c00 = Vector512.FusedMultiplyAdd(x, left, c00);
            c01 = Vector512.FusedMultiplyAdd(x, right, c01);
            x = Vector512.Create(Unsafe.Add(ref a1, k));
            c10 = Vector512.FusedMultiplyAdd(x, left, c10);
            c11 = Vector512.FusedMultiplyAdd(x, right, c11);
            x = Vector512.Create(Unsafe.Add(ref a2, k));
            c20 = Vector512.FusedMultiplyAdd(x, left, c20);
            c21 = Vector512.FusedMultiplyAdd(x, right, c21);
            x = Vector512.Create(Unsafe.Add(ref a3, k));
            c30 = Vector512.FusedMultiplyAdd(x, left, c30);
            c31 = Vector512.FusedMultiplyAdd(x, right, c31);
            x = Vector512.Create(Unsafe.Add(ref a4, k));
            c40 = Vector512.FusedMultiplyAdd(x, left, c40);
            c41 = Vector512.FusedMultiplyAdd(x, right, c41);
            x = Vector512.Create(Unsafe.Add(ref a5, k));
            c50 = Vector512.FusedMultiplyAdd(x, left, c50);
            c51 = Vector512.FusedMultiplyAdd(x, right, c51);
            x = Vector512.Create(Unsafe.Add(ref a6, k));
            c60 = Vector512.FusedMultiplyAdd(x, left, c60);
            c61 = Vector512.FusedMultiplyAdd(x, right, c61);
            x = Vector512.Create(Unsafe.Add(ref a7, k));
            c70 = Vector512.FusedMultiplyAdd(x, left, c70);
            c71 = Vector512.FusedMultiplyAdd(x, right, c71);
        }

        ref var biasRef = ref MemoryMarshal.GetReference(bias);
        var biasLeft = Vector512.LoadUnsafe(ref biasRef);
        var biasRight = Vector512.LoadUnsafe(ref biasRef, 16);
        var least = Vector512.Create(rectify ? 0f : float.NegativeInfinity);
        Store512(ref result, Vector512.Max(c00 + biasLeft, least), Vector512.Max(c01 + biasRight, least));
        Store512(ref Unsafe.Add(ref result, resultStride), Vector512.Max(c10 + biasLeft, least), Vector512.Max(c11 + biasRight, least));
        Store512(ref Unsafe.Add(ref result, resultStride * 2), Vector512.Max(c20 + biasLeft, least), Vector512.Max(c21 + biasRight, least));
        Store512(ref Unsafe.Add(ref result, resultStride * 3), Vector512.Max(c30 + biasLeft, least), Vector512.Max(c31 + biasRight, least));
        Store512(ref Unsafe.Add(ref result, resultStride * 4), Vector512.Max(c40 + biasLeft, least), Vector512.Max(c41 + biasRight, least));
        Store512(ref Unsafe.Add(ref result, resultStride * 5), Vector512.Max(c50 + biasLeft, least), Vector512.Max(c51 + biasRight, least));
        Store512(ref Unsafe.Add(ref result, resultStride * 6), Vector512.Max(c60 + biasLeft, least), Vector512.Max(c61 + biasRight, least));
        Store512(ref Unsafe.Add(ref result, resultStride * 7), Vector512.Max(c70 + biasLeft, least), Vector512.Max(c71 + biasRight, least));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store512(ref float target, Vector512<float> left, Vector512<float> right)
    {
        left.StoreUnsafe(ref target);
        right.StoreUnsafe(ref target, 16);
    }

    /// <summary>The same in 256-bit registers, of which there are sixteen: four rows by half a panel at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block256(
        ref float input, nint stride, nint inner, ref float panel, ReadOnlySpan<float> bias, bool rectify, ref float result, nint resultStride)
    {
        ref var biasRef = ref MemoryMarshal.GetReference(bias);
        for (var half = 0; half < PackedMatrix.PanelColumns; half += 16)
        {
            for (nint row = 0; row < RowBlock; row += 4)
            {
                Quarter256(
                    ref Unsafe.Add(ref input, stride * row),
                    stride,
                    inner,
                    ref Unsafe.Add(ref panel, half),
                    ref Unsafe.Add(ref biasRef, half),
                    rectify,
                    ref Unsafe.Add(ref result, (resultStride * row) + half),
                    resultStride);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Quarter256(
        ref float input, nint stride, nint inner, ref float panel, ref float bias, bool rectify, ref float result, nint resultStride)
    {
        ref var a0 = ref input;
        ref var a1 = ref Unsafe.Add(ref input, stride);
        ref var a2 = ref Unsafe.Add(ref input, stride * 2);
        ref var a3 = ref Unsafe.Add(ref input, stride * 3);
        Vector256<float> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        for (nint k = 0; k < inner; k++)
        {
            var left = Vector256.LoadUnsafe(ref panel);
            var right = Vector256.LoadUnsafe(ref panel, 8);
            panel = ref Unsafe.Add(ref panel, PackedMatrix.PanelColumns);
            var x = Vector256.Create(Unsafe.Add(ref a0, k));
            c00 = Vector256.FusedMultiplyAdd(x, left, c00);
            c01 = Vector256.FusedMultiplyAdd(x, right, c01);
            x = Vector256.Create(Unsafe.Add(ref a1, k));
            c10 = Vector256.FusedMultiplyAdd(x, left, c10);
            c11 = Vector256.FusedMultiplyAdd(x, right, c11);
            x = Vector256.Create(Unsafe.Add(ref a2, k));
            c20 = Vector256.FusedMultiplyAdd(x, left, c20);
            c21 = Vector256.FusedMultiplyAdd(x, right, c21);
            x = Vector256.Create(Unsafe.Add(ref a3, k));
            c30 = Vector256.FusedMultiplyAdd(x, left, c30);
            c31 = Vector256.FusedMultiplyAdd(x, right, c31);
        }

        var biasLeft = Vector256.LoadUnsafe(ref bias);
        var biasRight = Vector256.LoadUnsafe(ref bias, 8);
        var least = Vector256.Create(rectify ? 0f : float.NegativeInfinity);
        Store256(ref result, Vector256.Max(c00 + biasLeft, least), Vector256.Max(c01 + biasRight, least));
        Store256(ref Unsafe.Add(ref result, resultStride), Vector256.Max(c10 + biasLeft, least), Vector256.Max(c11 + biasRight, least));
        Store256(ref Unsafe.Add(ref result, resultStride * 2), Vector256.Max(c20 + biasLeft, least), Vector256.Max(c21 + biasRight, least));
        Store256(ref Unsafe.Add(ref result, resultStride * 3), Vector256.Max(c30 + biasLeft, least), Vector256.Max(c31 + biasRight, least));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store256(ref float target, Vector256<float> left, Vector256<float> right)
    {
        left.StoreUnsafe(ref target);
        right.StoreUnsafe(ref target, 8);
    }
}
