using System.Numerics.Tensors;

namespace KnowledgeBase.Search.Meaning.Vectors;

/// <summary>
/// Vectors as bytes: each component in one signed byte, scaled so that the largest is 127. Only the direction is kept, which is
/// all that the cosine asks for; the error of a cosine is below .01.
/// </summary>
public static class VectorCodec
{
    private const float Largest = sbyte.MaxValue;

    /// <summary>The code of a vector: one byte for each component; all 0 for a vector of zeros.</summary>
    public static sbyte[] Encode(ReadOnlySpan<float> vector)
    {
        var code = new sbyte[vector.Length];
        var largest = vector.IsEmpty ? 0 : TensorPrimitives.MaxMagnitude(vector);
        var scale = Math.Abs(largest) > 0 ? Largest / Math.Abs(largest) : 0;
        for (var i = 0; i < code.Length; i++)
        {
            code[i] = (sbyte)MathF.Round(vector[i] * scale);
        }

        return code;
    }

    /// <summary>1 / the length of a code, in code units: times a product of codes it makes a cosine. 0 for a code of zeros.</summary>
    internal static float InverseLength(ReadOnlySpan<sbyte> code)
    {
        var square = CodeProduct.Of(code, code);
        return square > 0 ? 1 / MathF.Sqrt(square) : 0;
    }
}
