using KnowledgeBase.Search.Meaning.Ranking;

namespace KnowledgeBase.Search.Tests.Meaning.Ranking;

public sealed class ConvexFusionTests
{
    [Fact]
    public void Weighs_each_kind_against_the_best_of_its_kind() =>
        Assert.Equal((0.6 * 0.5) + (0.4 * 0.25), ConvexFusion.Score(5, 10, 0.2f, 0.8f, 0.4), 1e-6);

    [Fact]
    public void Takes_a_passage_without_vector_to_be_as_near_as_its_words_are_good() =>
        Assert.Equal(0.5, ConvexFusion.Score(5, 10, null, 0.8f), 1e-6);

    [Fact]
    public void Counts_opposite_directions_as_nothing() => Assert.Equal(0.6, ConvexFusion.Score(10, 10, -0.5f, 0.8f, 0.4), 1e-6);

    [Fact]
    public void Does_without_words_or_without_likeness()
    {
        Assert.Equal(0.4, ConvexFusion.Score(0, 0, 0.8f, 0.8f, 0.4), 1e-6);
        Assert.Equal(0, ConvexFusion.Score(0, 0, -0.1f, -0.1f));
        Assert.Equal(1, ConvexFusion.Score(0, 10, 0.8f, 0.8f, meaningWeight: 1), 1e-6);
    }
}
