using KnowledgeBase.Documents;
using KnowledgeBase.Tagging.Learning;

namespace KnowledgeBase.Tagging.Tests.Learning;

public sealed class ModelFileTests
{
    private static readonly byte[] Delivered = DefaultModel.Bytes();

    [Fact]
    public void Writes_what_it_read_byte_for_byte() => Assert.Equal(Delivered, ModelFile.Write(ModelFile.Read(Delivered, "m")));

    [Fact]
    public void Says_what_the_model_was_learned_from()
    {
        var origin = DefaultModel.Load().Origin;

        Assert.Equal(FeatureExtractor.Version, origin.FeatureVersion);
        Assert.Matches("^[0-9a-f]{64}$", origin.DataHash);
        Assert.Equal(["en", "es", "fr"], origin.Languages);
    }

    [Fact]
    public void Rejects_a_cut_file_at_every_length() =>
        Assert.All(
            new[] { 0, 3, 15, 100, 5000, Delivered.Length - 1 },
            length => Assert.Equal("bad-model", Assert.Throws<RejectedInputException>(() => ModelFile.Read(Delivered.AsSpan(0, length), "m")).Problem.Code));

    [Theory]
    [InlineData(0, "no tagging model")]
    [InlineData(4, "format")]
    [InlineData(12, "damaged")]
    public void Rejects_a_damaged_file(int at, string reason)
    {
        var bytes = (byte[])Delivered.Clone();
        bytes[at] ^= 0x7;

        Assert.Contains(reason, Assert.Throws<RejectedInputException>(() => ModelFile.Read(bytes, "m")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_a_model_of_other_features()
    {
        var model = DefaultModel.Load();
        var other = new LinearModel(model.Origin with { FeatureVersion = 999 }, model.Labels, model.Keys, model.Weights);

        Assert.Contains("run 'kb train' again", Assert.Throws<RejectedInputException>(() => ModelFile.Read(ModelFile.Write(other), "m")).Message, StringComparison.Ordinal);
    }
}
