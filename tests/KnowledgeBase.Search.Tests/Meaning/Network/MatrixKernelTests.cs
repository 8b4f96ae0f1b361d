using KnowledgeBase.Search.Meaning.Network;

namespace KnowledgeBase.Search.Tests.Meaning.Network;

public sealed class MatrixKernelTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 7, 33)]
    [InlineData(12, 32, 32)]
    [InlineData(13, 300, 64)]
    [InlineData(25, 600, 5)]
    public void Multiplies_like_the_definition(int rows, int inner, int columns)
    {
        var chance = new Random(7);
        var left = Fill(chance, MatrixKernel.PaddedRows(rows) * inner);
        var right = Fill(chance, inner * columns);
        var bias = Fill(chance, columns);

        var result = Multiply(left, rows, PackedMatrix.FromRows(right, inner, columns), bias, rectify: false);

        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var expected = (double)bias[column];
                for (var k = 0; k < inner; k++)
                {
                    expected += (double)left[(row * inner) + k] * right[(k * columns) + column];
                }

                Assert.Equal(expected, result[row][column], 1e-4);
            }
        }
    }

    [Fact]
    public void Rectifies_only_the_finished_sum()
    {
        // 300 terms run over two blocks of the inner dimension: -200 after the first, +100 in the end.
        var left = new float[MatrixKernel.RowBlock * 300];
        left.AsSpan().Fill(1);
        var right = Enumerable.Range(0, 300).Select(k => k < 200 ? -1f : 3f).ToArray();

        Assert.Equal(100, Multiply(left, 1, PackedMatrix.FromRows(right, 300, 1), [], rectify: true)[0][0]);

        left.AsSpan().Fill(-1);
        Assert.Equal(0, Multiply(left, 1, PackedMatrix.FromRows(right, 300, 1), [], rectify: true)[0][0]);
    }

    [Fact]
    public void Gives_a_row_the_same_bits_wherever_it_stands()
    {
        var chance = new Random(3);
        var matrix = PackedMatrix.FromRows(Fill(chance, 500 * 40), 500, 40);
        var row = Fill(chance, 500);
        var left = Fill(chance, 36 * 500);
        row.CopyTo(left.AsSpan(0));
        row.CopyTo(left.AsSpan(17 * 500));
        row.CopyTo(left.AsSpan(35 * 500));

        var result = Multiply(left, 36, matrix, [], rectify: false);

        Assert.Equal(result[0], result[17]);
        Assert.Equal(result[0], result[35]);
    }

    [Fact]
    public void Packs_a_transposed_part_of_a_wider_table()
    {
        // Three rows of four; the part is columns 1 and 2. Its transpose has two rows of three.
        float[] table = [0, 1, 2, 0, 0, 3, 4, 0, 0, 5, 6, 0];
        var packed = new PackedMatrix();
        packed.SetTransposed(table.AsSpan(1), stride: 4, rows: 3, columns: 2);

        Assert.Equal((2, 3), (packed.Rows, packed.Columns));
        Assert.Equal([1, 3, 5, 0], packed.Values[..4].ToArray());
        Assert.Equal([2, 4, 6, 0], packed.Values.Slice(PackedMatrix.PanelColumns, 4).ToArray());
    }

    [Fact]
    public void Leaves_nothing_of_an_earlier_larger_matrix()
    {
        var packed = PackedMatrix.FromRows([1, 2, 3, 4, 5, 6], 2, 3);
        packed.SetRows([7], 1, 1, 1);

        Assert.Equal([7, .. new float[31]], packed.Values.ToArray());
    }

    [Fact]
    public void Refuses_buffers_that_are_too_short()
    {
        var matrix = PackedMatrix.FromRows(new float[64], 2, 32);
        Assert.Throws<ArgumentOutOfRangeException>(() => MatrixKernel.Multiply(new float[2], 2, 1, matrix, [], false, new float[384], 32));
        Assert.Throws<ArgumentOutOfRangeException>(() => MatrixKernel.Multiply(new float[24], 2, 1, matrix, [], false, new float[32], 32));
    }

    private static float[] Fill(Random chance, int count) => [.. Enumerable.Range(0, count).Select(_ => (float)(chance.NextDouble() - 0.5))];

    private static List<float[]> Multiply(float[] left, int rows, PackedMatrix matrix, float[] bias, bool rectify)
    {
        var stride = PackedMatrix.PaddedColumns(matrix.Columns);
        var result = new float[MatrixKernel.PaddedRows(rows) * stride];
        MatrixKernel.Multiply(left, matrix.Rows, rows, matrix, bias, rectify, result, stride);
        return [.. Enumerable.Range(0, rows).Select(row => result.AsSpan(row * stride, matrix.Columns).ToArray())];
    }
}
