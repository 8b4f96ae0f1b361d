using System.Runtime.CompilerServices;

namespace KnowledgeBase.Search.Meaning.Network;

/// <summary>
/// A matrix rearranged for <see cref="MatrixKernel"/>: panels of <see cref="PanelColumns"/> columns, each panel row after
/// row, so that the kernel reads it from front to back. Columns beyond the last are zero.
/// </summary>
internal sealed class PackedMatrix
{
    /// <summary>Columns in a panel: two 512-bit registers of single floats.</summary>
    public const int PanelColumns = 32;

    private float[] _values = [];

    /// <summary>Rows of the matrix as written in the model: the length of an input.</summary>
    public int Rows { get; private set; }

    /// <summary>Columns of the matrix: the length of an output.</summary>
    public int Columns { get; private set; }

    /// <summary>Panels, the last one filled up with zeros.</summary>
    public int Panels => PaddedColumns(Columns) / PanelColumns;

    /// <summary>The columns rounded up to whole panels: what the kernel writes per row.</summary>
    public static int PaddedColumns(int columns) => (columns + PanelColumns - 1) / PanelColumns * PanelColumns;

    /// <summary>The panels, one after the other: panel p, row k, column c at (p * Rows + k) * PanelColumns + c.</summary>
    public ReadOnlySpan<float> Values => _values.AsSpan(0, Panels * Rows * PanelColumns);

    /// <summary>Packs a matrix stored row after row.</summary>
    public static PackedMatrix FromRows(ReadOnlySpan<float> values, int rows, int columns)
    {
        var packed = new PackedMatrix();
        packed.SetRows(values, columns, rows, columns);
        return packed;
    }

    /// <summary>Replaces the content by rows that stand <paramref name="stride"/> floats apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // Run thousands of times at a start, before code is optimised by itself.
    public void SetRows(ReadOnlySpan<float> values, int stride, int rows, int columns)
    {
        Reserve(rows, columns);
        for (var panel = 0; panel < Panels; panel++)
        {
            var width = Math.Min(PanelColumns, columns - (panel * PanelColumns));
            for (var row = 0; row < rows; row++)
            {
                var target = _values.AsSpan(((panel * rows) + row) * PanelColumns, PanelColumns);
                values.Slice((row * stride) + (panel * PanelColumns), width).CopyTo(target);
                target[width..].Clear();
            }
        }
    }

    /// <summary>Replaces the content by the transpose of rows that stand <paramref name="stride"/> floats apart:
    /// what was row i becomes column i.</summary>
    public void SetTransposed(ReadOnlySpan<float> values, int stride, int rows, int columns)
    {
        Reserve(columns, rows);
        for (var panel = 0; panel < Panels; panel++)
        {
            var target = _values.AsSpan(panel * columns * PanelColumns, columns * PanelColumns);
            for (var column = 0; column < PanelColumns; column++)
            {
                var source = (panel * PanelColumns) + column;
                if (source >= rows)
                {
                    for (var k = 0; k < columns; k++)
                    {
                        target[(k * PanelColumns) + column] = 0;
                    }

                    continue;
                }

                var row = values.Slice(source * stride, columns);
                for (var k = 0; k < row.Length; k++)
                {
                    target[(k * PanelColumns) + column] = row[k];
                }
            }
        }
    }

    private void Reserve(int rows, int columns)
    {
        (Rows, Columns) = (rows, columns);
        var needed = rows * PaddedColumns(columns);
        if (_values.Length < needed)
        {
            _values = new float[needed];
        }
    }
}
