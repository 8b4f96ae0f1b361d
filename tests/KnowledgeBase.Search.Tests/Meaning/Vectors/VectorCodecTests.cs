using FsCheck;
using FsCheck.Fluent;
using KnowledgeBase.Search.Meaning.Vectors;

namespace KnowledgeBase.Search.Tests.Meaning.Vectors;

public sealed class VectorCodecTests
{
    [Fact]
    public void Scales_the_largest_component_to_127() => Assert.Equal(new sbyte[] { 127, -64, 0 }, VectorCodec.Encode([2f, -1f, 0f]));

    [Fact]
    public void Gives_a_vector_of_zeros_a_code_of_zeros_and_no_direction()
    {
        Assert.Equal(new sbyte[3], VectorCodec.Encode([0f, 0f, 0f]));
        Assert.Equal(0, VectorCodec.InverseLength(new sbyte[3]));
    }

    [Fact]
    public void Keeps_cosines_to_a_hundredth()
    {
        var chance = new Random(11);
        for (var round = 0; round < 200; round++)
        {
            var (left, right) = (Vector(chance, 512), Vector(chance, 512));
            var (a, b) = (VectorCodec.Encode(left), VectorCodec.Encode(right));
            var cosine = CodeProduct.Of(a, b) * VectorCodec.InverseLength(a) * VectorCodec.InverseLength(b);

            Assert.Equal(Cosine(left, right), cosine, 0.01);
        }
    }

    [Fact]
    public void Multiplies_codes_of_any_length_exactly() =>
        Prop.ForAll<(sbyte Left, sbyte Right)[]>(pairs =>
            CodeProduct.Of([.. pairs.Select(p => p.Left)], [.. pairs.Select(p => p.Right)]) == pairs.Sum(p => p.Left * p.Right)).QuickCheckThrowOnFailure();

    [Fact]
    public void Does_not_overflow_with_the_largest_components()
    {
        var lowest = Enumerable.Repeat((sbyte)-128, 512).ToArray();
        Assert.Equal(512 * 128 * 128, CodeProduct.Of(lowest, lowest));
    }

    internal static float[] Vector(Random chance, int length) => [.. Enumerable.Range(0, length).Select(_ => (float)(chance.NextDouble() - 0.5))];

    internal static double Cosine(float[] left, float[] right) =>
        left.Zip(right, (a, b) => (double)a * b).Sum() / Math.Sqrt(left.Sum(a => (double)a * a) * right.Sum(b => (double)b * b));
}
