using System.Numerics;

namespace KnowledgeBase.Search.Meaning.Vectors;

/// <summary>The signs of a vector's components, a bit each.</summary>
internal static class SignSketch
{
    private const int Bits = 64;

    /// <summary>Words needed for so many components.</summary>
    public static int Length(int dimensions) => (dimensions + Bits - 1) / Bits;

    /// <summary>The sketch of a code: bit i is set where component i is below 0.</summary>
    public static ulong[] Of(ReadOnlySpan<sbyte> code)
    {
        var sketch = new ulong[Length(code.Length)];
        for (var i = 0; i < code.Length; i++)
        {
            sketch[i / Bits] |= code[i] < 0 ? 1UL << (i % Bits) : 0;
        }

        return sketch;
    }

    /// <summary>In how many signs two sketches of one length differ.</summary>
    public static int Distance(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right)
    {
        var distance = 0;
        for (var i = 0; i < left.Length; i++)
        {
            distance += BitOperations.PopCount(left[i] ^ right[i]);
        }

        return distance;
    }
}
