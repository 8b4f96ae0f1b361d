using System.Numerics;
using System.Runtime.Intrinsics;

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
        Write(code, sketch);
        return sketch;
    }

    /// <summary>Writes the sketch of a code.</summary>
    /// <param name="code">The code.</param>
    /// <param name="sketch">As long as <see cref="Length"/> says; what is in it does not matter.</param>
    public static void Write(ReadOnlySpan<sbyte> code, Span<ulong> sketch)
    {
        var word = 0;
        for (; (word + 1) * Bits <= code.Length; word++)
        {
            var part = code.Slice(word * Bits, Bits);
            sketch[word] = Vector256.Create(part).ExtractMostSignificantBits()
                | ((ulong)Vector256.Create(part[(Bits / 2)..]).ExtractMostSignificantBits() << (Bits / 2));
        }

        if (word < sketch.Length)
        {
            sketch[word] = 0;
            for (var i = word * Bits; i < code.Length; i++)
            {
                sketch[word] |= code[i] < 0 ? 1UL << (i % Bits) : 0;
            }
        }
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
