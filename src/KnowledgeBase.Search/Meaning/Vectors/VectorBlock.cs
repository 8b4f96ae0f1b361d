namespace KnowledgeBase.Search.Meaning.Vectors;

/// <summary>Some vectors, one after the other.</summary>
internal sealed class VectorBlock
{
    /// <summary>Stands in the place of a vector that was replaced or not set yet.</summary>
    public const long NoRow = -1;

    private readonly sbyte[] _codes;
    private readonly ulong[] _sketches;
    private readonly float[] _inverseLengths;
    private readonly int _dimensions;

    public VectorBlock(int dimensions)
    {
        _dimensions = dimensions;
        _codes = new sbyte[dimensions * VectorTable.BlockLength];
        _sketches = new ulong[SignSketch.Length(dimensions) * VectorTable.BlockLength];
        _inverseLengths = new float[VectorTable.BlockLength];
        Rows = new long[VectorTable.BlockLength];
        Array.Fill(Rows, NoRow);
    }

    private VectorBlock(VectorBlock other, sbyte[] codes, ulong[] sketches)
    {
        _dimensions = other._dimensions;
        _codes = codes;
        _sketches = sketches;
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
        return _sketches.AsSpan(place * length, length);
    }

    /// <summary>The product of a code with the vector at a place, the latter taken as of length 1.</summary>
    public float Product(int place, ReadOnlySpan<sbyte> code) => CodeProduct.Of(Code(place), code) * _inverseLengths[place];

    public VectorBlock Copy() => new(this, [.. _codes], [.. _sketches]);

    /// <summary>The block with one vector left out.</summary>
    public VectorBlock Without(int place)
    {
        var copy = new VectorBlock(this, _codes, _sketches);
        copy.Rows[place] = NoRow;
        return copy;
    }

    /// <summary>Fills a place; only before the block is shown to readers.</summary>
    public void Set(int place, long row, ReadOnlySpan<sbyte> code)
    {
        code.CopyTo(_codes.AsSpan(place * _dimensions, _dimensions));
        var length = SignSketch.Length(_dimensions);
        SignSketch.Write(code, _sketches.AsSpan(place * length, length));
        _inverseLengths[place] = VectorCodec.InverseLength(code);
        Rows[place] = row;
    }
}
