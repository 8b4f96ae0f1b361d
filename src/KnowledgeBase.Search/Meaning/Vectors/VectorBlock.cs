using System.Runtime.CompilerServices;

namespace KnowledgeBase.Search.Meaning.Vectors;

/// <summary>Some vectors, one after the other.</summary>
internal sealed class VectorBlock
{
    /// <summary>Stands in the place of a vector that was replaced or not set yet.</summary>
    public const long NoRow = -1;

    private readonly sbyte[] _codes;
    // Made on the first need: only a large table is searched by sketches.
    private ulong[]? _sketches;
    private readonly float[] _inverseLengths;
    private readonly int _dimensions;

    public VectorBlock(int dimensions)
    {
        _dimensions = dimensions;
        _codes = new sbyte[dimensions * VectorTable.BlockLength];
        _inverseLengths = new float[VectorTable.BlockLength];
        Rows = new long[VectorTable.BlockLength];
        Array.Fill(Rows, NoRow);
    }

    private VectorBlock(VectorBlock other, sbyte[] codes)
    {
        _dimensions = other._dimensions;
        _codes = codes;
        _inverseLengths = [.. other._inverseLengths];
        Rows = [.. other.Rows];
    }

    /// <summary>The passages' rows, by place.</summary>
    public long[] Rows { get; }

    /// <summary>The code at a place.</summary>
    public ReadOnlySpan<sbyte> Code(int place) => _codes.AsSpan(place * _dimensions, _dimensions);

    /// <summary>The signs of the code at a place.</summary>
    public ReadOnlySpan<ulong> Sketch(int place)
    {
        var length = SignSketch.Length(_dimensions);
        return (_sketches ??= Sketches()).AsSpan(place * length, length);
    }

    /// <summary>The product of a code with the vector at a place, the latter taken as of length 1.</summary>
    public float Product(int place, ReadOnlySpan<sbyte> code) => CodeProduct.Of(Code(place), code) * _inverseLengths[place];

    public VectorBlock Copy() => new(this, [.. _codes]);

    /// <summary>The block with one vector left out.</summary>
    public VectorBlock Without(int place)
    {
        var copy = new VectorBlock(this, _codes) { _sketches = _sketches };
        copy.Rows[place] = NoRow;
        return copy;
    }

    /// <summary>Fills a place; only before the block is shown to readers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // Run thousands of times at a start, before code is optimised by itself.
    public void Set(int place, long row, ReadOnlySpan<sbyte> code)
    {
        code.CopyTo(_codes.AsSpan(place * _dimensions, _dimensions));
        _inverseLengths[place] = VectorCodec.InverseLength(code);
        Rows[place] = row;
    }

    private ulong[] Sketches()
    {
        var length = SignSketch.Length(_dimensions);
        var sketches = new ulong[length * VectorTable.BlockLength];
        for (var place = 0; place < VectorTable.BlockLength; place++)
        {
            SignSketch.Write(Code(place), sketches.AsSpan(place * length, length));
        }

        return sketches;
    }
}
