using KnowledgeBase.Search.Meaning.Vectors;

namespace KnowledgeBase.Search.Tests.Meaning.Vectors;

public sealed class SignSketchTests
{
    /// <summary>Whole words are made many components at a time, what is left over one by one: both must say the same.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(512)]
    public void A_bit_is_set_exactly_where_the_component_is_below_zero(int dimensions)
    {
        var random = new Random(dimensions);
        var code = Enumerable.Range(0, dimensions).Select(_ => (sbyte)random.Next(-127, 128)).ToArray();
        (code[0], code[^1]) = (0, -127);

        var sketch = new ulong[SignSketch.Length(dimensions)];
        Array.Fill(sketch, ulong.MaxValue);
        SignSketch.Write(code, sketch);

        Assert.Equal(code.Select(component => component < 0), Enumerable.Range(0, dimensions).Select(i => (sketch[i / 64] >> (i % 64) & 1) == 1));
        Assert.Equal(code.Count(component => component < 0), SignSketch.Distance(sketch, new ulong[sketch.Length]));
    }
}
