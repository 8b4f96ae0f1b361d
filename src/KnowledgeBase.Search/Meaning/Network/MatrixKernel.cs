using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace KnowledgeBase.Search.Meaning.Network;

/// <summary>
/// Multiplies rows by a packed matrix, <see cref="RowBlock"/> rows by one panel at a time, with the sums held in registers
/// and the panel's part in the first-level cache (Goto and van de Geijn, "Anatomy of High-Performance Matrix
/// Multiplication", 2008, without its outer blocking: these matrices fit the second-level cache panel by panel).
/// Each element of the result is one chain of fused multiply-adds in the order of the inner dimension, whatever rows stand
/// beside it and however wide the registers are: a sentence gets the same vector alone and in a batch.
/// </summary>
internal static class MatrixKernel
{
    /// <summary>Rows computed together: with two columns of sums and 512-bit registers, 24 of the 32 there are.</summary>
    public const int RowBlock = 12;

    /// <summary>Inner length worked on at once: 32 kB of a panel.</summary>
    private const int InnerBlock = 256;

    /// <summary>Rows rounded up to whole blocks.</summary>
    public static int PaddedRows(int rows) => (rows + RowBlock - 1) / RowBlock * RowBlock;

    /// <summary>result = rows · matrix + bias, then zero for what is negative if <paramref name="rectify"/>.</summary>
    /// <param name="input">Rows, <paramref name="inputStride"/> floats apart; readable up to the last whole block of rows.</param>
    /// <param name="inputStride">Floats from one row to the next.</param>
    /// <param name="rows">Rows wanted; whole blocks are computed and written.</param>
    /// <param name="matrix">The packed matrix.</param>
    /// <param name="bias">Added to each row: as long as the matrix has columns, or empty.</param>
    /// <param name="rectify">Applies max(0, x) to each element.</param>
    /// <param name="result">Rows of whole panels, <paramref name="resultStride"/> floats apart; must not overlap the input.</param>
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

        var columns = PackedMatrix.PaddedColumns(matrix.Columns);
        ArgumentOutOfRangeException.ThrowIfLessThan(input.Length, ((padded - 1) * inputStride) + matrix.Rows, nameof(input));
        ArgumentOutOfRangeException.ThrowIfLessThan(result.Length, ((padded - 1) * resultStride) + columns, nameof(result));
        for (var row = 0; row < padded; row++)
        {
            var target = result.Slice(row * resultStride, columns);
            bias.CopyTo(target);
            target[bias.Length..].Clear();
        }

        for (var panel = 0; panel < matrix.Panels; panel++)
        {
            MultiplyPanel(input, inputStride, padded, matrix, panel, rectify, result[(panel * PackedMatrix.PanelColumns)..], resultStride);
        }
    }

    private static void MultiplyPanel(
        ReadOnlySpan<float> input,
        int inputStride,
        int rows,
        PackedMatrix matrix,
        int panel,
        bool rectify,
        Span<float> result,
        int resultStride)
    {
        var inner = matrix.Rows;
        for (var begin = 0; begin < inner; begin += InnerBlock)
        {
            var size = Math.Min(InnerBlock, inner - begin);
            var part = matrix.Values.Slice(((panel * inner) + begin) * PackedMatrix.PanelColumns, size * PackedMatrix.PanelColumns);
            ref var values = ref MemoryMarshal.GetReference(part);
            var least = rectify && begin + size == inner ? 0f : float.NegativeInfinity;
            for (var row = 0; row < rows; row += RowBlock)
            {
                ref var block = ref MemoryMarshal.GetReference(input[((row * inputStride) + begin)..]);
                ref var target = ref MemoryMarshal.GetReference(result[(row * resultStride)..]);
                if (Vector512.IsHardwareAccelerated)
                {
                    Block512(ref block, inputStride, size, ref values, least, ref target, resultStride);
                }
                else
                {
                    Block256(ref block, inputStride, size, ref values, least, ref target, resultStride);
                }
            }
        }
    }

    /// <summary>Twelve rows by a panel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block512(
        ref float input, nint stride, nint inner, ref float panel, float least, ref float result, nint resultStride)
    {
        ref var a0 = ref input;
        ref var a1 = ref Unsafe.Add(ref input, stride);
        ref var a2 = ref Unsafe.Add(ref input, stride * 2);
        ref var a3 = ref Unsafe.Add(ref input, stride * 3);
        ref var a4 = ref Unsafe.Add(ref input, stride * 4);
        ref var a5 = ref Unsafe.Add(ref input, stride * 5);
        ref var a6 = ref Unsafe.Add(ref input, stride * 6);
        ref var a7 = ref Unsafe.Add(ref input, stride * 7);
        ref var a8 = ref Unsafe.Add(ref input, stride * 8);
        ref var a9 = ref Unsafe.Add(ref input, stride * 9);
        ref var a10 = ref Unsafe.Add(ref input, stride * 10);
        ref var a11 = ref Unsafe.Add(ref input, stride * 11);
        var left0 = Vector512.LoadUnsafe(ref result);
        var right0 = Vector512.LoadUnsafe(ref result, 16);
        var left1 = Vector512.LoadUnsafe(ref Unsafe.Add(ref result, resultStride));
        var right1 = Vector512.LoadUnsafe(ref Unsafe.Add(ref result, resultStride), 16);
        var left2 = Vector512.LoadUnsafe(ref Unsafe.Add(ref result, resultStride * 2));
        var right2 = Vector512.LoadUnsafe(ref Unsafe.Add(ref result, resultStride * 2), 16);
        var left3 = Vector512.LoadUnsafe(ref Unsafe.Add(ref result, resultStride * 3));
        var right3 = Vector512.LoadUnsafe(ref Unsafe.Add(ref result, resultStride * 3), 16);
        var left4 = Vector512.LoadUnsafe(ref Unsafe.Add(ref result, resultStride * 4));
        var right4 = Vector512.LoadUnsafe(ref Unsafe.Add(ref result, resultStride * 4), 16);
        var left5 = Vector512.LoadUnsafe(ref Unsafe.Add(ref result, resultStride * 5));
        var right5 = Vector512.LoadUnsafe(ref Unsafe.Add(ref result, resultStride * 5), 16);
        var left6 = Vector512.LoadUnsafe(ref Unsafe.Add(ref result, resultStride * 6));
        var right6 = Vector512.LoadUnsafe(ref Unsafe.Add(ref result, resultStride * 6), 16);
        var left7 = Vector512.LoadUnsafe(ref Unsafe.Add(ref result, resultStride * 7));
        var right7 = Vector512.LoadUnsafe(ref Unsafe.Add(ref result, resultStride * 7), 16);
        var left8 = Vector512.LoadUnsafe(ref Unsafe.Add(ref result, resultStride * 8));
        var right8 = Vector512.LoadUnsafe(ref Unsafe.Add(ref result, resultStride * 8), 16);
        var left9 = Vector512.LoadUnsafe(ref Unsafe.Add(ref result, resultStride * 9));
        var right9 = Vector512.LoadUnsafe(ref Unsafe.Add(ref result, resultStride * 9), 16);
        var left10 = Vector512.LoadUnsafe(ref Unsafe.Add(ref result, resultStride * 10));
        var right10 = Vector512.LoadUnsafe(ref Unsafe.Add(ref result, resultStride * 10), 16);
        var left11 = Vector512.LoadUnsafe(ref Unsafe.Add(ref result, resultStride * 11));
        var right11 = Vector512.LoadUnsafe(ref Unsafe.Add(ref result, resultStride * 11), 16);
        for (nint k = 0; k < inner; k++)
        {
            var left = Vector512.LoadUnsafe(ref panel);
            var right = Vector512.LoadUnsafe(ref panel, 16);
            panel = ref Unsafe.Add(ref panel, PackedMatrix.PanelColumns);
            var x = Vector512.Create(Unsafe.Add(ref a0, k));
            left0 = Vector512.FusedMultiplyAdd(x, left, left0);
            right0 = Vector512.FusedMultiplyAdd(x, right, right0);
            x = Vector512.Create(Unsafe.Add(ref a1, k));
            left1 = Vector512.FusedMultiplyAdd(x, left, left1);
            right1 = Vector512.FusedMultiplyAdd(x, right, right1);
            x = Vector512.Create(Unsafe.Add(ref a2, k));
            left2 = Vector512.FusedMultiplyAdd(x, left, left2);
            right2 = Vector512.FusedMultiplyAdd(x, right, right2);
            x = Vector512.Create(Unsafe.Add(ref a3, k));
            left3 = Vector512.FusedMultiplyAdd(x, left, left3);
            right3 = Vector512.FusedMultiplyAdd(x, right, right3);
            x = Vector512.Create(Unsafe.Add(ref a4, k));
            left4 = Vector512.FusedMultiplyAdd(x, left, left4);
            right4 = Vector512.FusedMultiplyAdd(x, right, right4);
            x = Vector512.Create(Unsafe.Add(ref a5, k));
            left5 = Vector512.FusedMultiplyAdd(x, left, left5);
            right5 = Vector512.FusedMultiplyAdd(x, right, right5);
            x = Vector512.Create(Unsafe.Add(ref a6, k));
            left6 = Vector512.FusedMultiplyAdd(x, left, left6);
            right6 = Vector512.FusedMultiplyAdd(x, right, right6);
            x = Vector512.Create(Unsafe.Add(ref a7, k));
            left7 = Vector512.FusedMultiplyAdd(x, left, left7);
            right7 = Vector512.FusedMultiplyAdd(x, right, right7);
            x = Vector512.Create(Unsafe.Add(ref a8, k));
            left8 = Vector512.FusedMultiplyAdd(x, left, left8);
            right8 = Vector512.FusedMultiplyAdd(x, right, right8);
            x = Vector512.Create(Unsafe.Add(ref a9, k));
            left9 = Vector512.FusedMultiplyAdd(x, left, left9);
            right9 = Vector512.FusedMultiplyAdd(x, right, right9);
            x = Vector512.Create(Unsafe.Add(ref a10, k));
            left10 = Vector512.FusedMultiplyAdd(x, left, left10);
            right10 = Vector512.FusedMultiplyAdd(x, right, right10);
            x = Vector512.Create(Unsafe.Add(ref a11, k));
            left11 = Vector512.FusedMultiplyAdd(x, left, left11);
            right11 = Vector512.FusedMultiplyAdd(x, right, right11);
        }

        var floor = Vector512.Create(least);
        Store(ref result, Vector512.Max(left0, floor), Vector512.Max(right0, floor));
        Store(ref Unsafe.Add(ref result, resultStride), Vector512.Max(left1, floor), Vector512.Max(right1, floor));
        Store(ref Unsafe.Add(ref result, resultStride * 2), Vector512.Max(left2, floor), Vector512.Max(right2, floor));
        Store(ref Unsafe.Add(ref result, resultStride * 3), Vector512.Max(left3, floor), Vector512.Max(right3, floor));
        Store(ref Unsafe.Add(ref result, resultStride * 4), Vector512.Max(left4, floor), Vector512.Max(right4, floor));
        Store(ref Unsafe.Add(ref result, resultStride * 5), Vector512.Max(left5, floor), Vector512.Max(right5, floor));
        Store(ref Unsafe.Add(ref result, resultStride * 6), Vector512.Max(left6, floor), Vector512.Max(right6, floor));
        Store(ref Unsafe.Add(ref result, resultStride * 7), Vector512.Max(left7, floor), Vector512.Max(right7, floor));
        Store(ref Unsafe.Add(ref result, resultStride * 8), Vector512.Max(left8, floor), Vector512.Max(right8, floor));
        Store(ref Unsafe.Add(ref result, resultStride * 9), Vector512.Max(left9, floor), Vector512.Max(right9, floor));
        Store(ref Unsafe.Add(ref result, resultStride * 10), Vector512.Max(left10, floor), Vector512.Max(right10, floor));
        Store(ref Unsafe.Add(ref result, resultStride * 11), Vector512.Max(left11, floor), Vector512.Max(right11, floor));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref float target, Vector512<float> left, Vector512<float> right)
    {
        left.StoreUnsafe(ref target);
        right.StoreUnsafe(ref target, 16);
    }

    /// <summary>The same in 256-bit registers, of which there are sixteen: four rows by half a panel at a time.</summary>
    private static void Block256(
        ref float input, nint stride, nint inner, ref float panel, float least, ref float result, nint resultStride)
    {
        for (nint half = 0; half < PackedMatrix.PanelColumns; half += 16)
        {
            for (nint row = 0; row < RowBlock; row += 4)
            {
                Part256(
                    ref Unsafe.Add(ref input, stride * row),
                    stride,
                    inner,
                    ref Unsafe.Add(ref panel, half),
                    least,
                    ref Unsafe.Add(ref result, (resultStride * row) + half),
                    resultStride);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Part256(
        ref float input, nint stride, nint inner, ref float panel, float least, ref float result, nint resultStride)
    {
        ref var a0 = ref input;
        ref var a1 = ref Unsafe.Add(ref input, stride);
        ref var a2 = ref Unsafe.Add(ref input, stride * 2);
        ref var a3 = ref Unsafe.Add(ref input, stride * 3);
        var left0 = Vector256.LoadUnsafe(ref result);
        var right0 = Vector256.LoadUnsafe(ref result, 8);
        var left1 = Vector256.LoadUnsafe(ref Unsafe.Add(ref result, resultStride));
        var right1 = Vector256.LoadUnsafe(ref Unsafe.Add(ref result, resultStride), 8);
        var left2 = Vector256.LoadUnsafe(ref Unsafe.Add(ref result, resultStride * 2));
        var right2 = Vector256.LoadUnsafe(ref Unsafe.Add(ref result, resultStride * 2), 8);
        var left3 = Vector256.LoadUnsafe(ref Unsafe.Add(ref result, resultStride * 3));
        var right3 = Vector256.LoadUnsafe(ref Unsafe.Add(ref result, resultStride * 3), 8);
        for (nint k = 0; k < inner; k++)
        {
            var left = Vector256.LoadUnsafe(ref panel);
            var right = Vector256.LoadUnsafe(ref panel, 8);
            panel = ref Unsafe.Add(ref panel, PackedMatrix.PanelColumns);
            var x = Vector256.Create(Unsafe.Add(ref a0, k));
            left0 = Vector256.FusedMultiplyAdd(x, left, left0);
            right0 = Vector256.FusedMultiplyAdd(x, right, right0);
            x = Vector256.Create(Unsafe.Add(ref a1, k));
            left1 = Vector256.FusedMultiplyAdd(x, left, left1);
            right1 = Vector256.FusedMultiplyAdd(x, right, right1);
            x = Vector256.Create(Unsafe.Add(ref a2, k));
            left2 = Vector256.FusedMultiplyAdd(x, left, left2);
            right2 = Vector256.FusedMultiplyAdd(x, right, right2);
            x = Vector256.Create(Unsafe.Add(ref a3, k));
            left3 = Vector256.FusedMultiplyAdd(x, left, left3);
            right3 = Vector256.FusedMultiplyAdd(x, right, right3);
        }

        var floor = Vector256.Create(least);
        Store(ref result, Vector256.Max(left0, floor), Vector256.Max(right0, floor));
        Store(ref Unsafe.Add(ref result, resultStride), Vector256.Max(left1, floor), Vector256.Max(right1, floor));
        Store(ref Unsafe.Add(ref result, resultStride * 2), Vector256.Max(left2, floor), Vector256.Max(right2, floor));
        Store(ref Unsafe.Add(ref result, resultStride * 3), Vector256.Max(left3, floor), Vector256.Max(right3, floor));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref float target, Vector256<float> left, Vector256<float> right)
    {
        left.StoreUnsafe(ref target);
        right.StoreUnsafe(ref target, 8);
    }
}
