namespace KnowledgeBase.Tagging.Tests;

public sealed class DocumentPriorTests
{
    [Fact]
    public void Lowers_a_tag_where_hardly_any_passage_has_a_chance_of_it() =>
        Assert.InRange(DocumentPrior.Shift(Enumerable.Repeat(0.02, 400).ToArray(), 0.12), -6, -1);

    [Fact]
    public void Raises_a_tag_where_many_passages_have_it() =>
        Assert.InRange(DocumentPrior.Shift([.. Enumerable.Repeat(0.95, 150), .. Enumerable.Repeat(0.02, 150)], 0.12), 1, 3);

    [Fact]
    public void Moves_a_document_of_a_few_passages_little() =>
        Assert.InRange(DocumentPrior.Shift(Enumerable.Repeat(0.02, 5).ToArray(), 0.12), -0.1, 0);

    [Fact]
    public void Leaves_probabilities_alone_that_fit_what_was_learned() =>
        // Twelve certain passages of a hundred are just the learned share.
        Assert.Equal(0, DocumentPrior.Shift([.. Enumerable.Repeat(1.0, 12), .. Enumerable.Repeat(0.0, 88)], 0.12), 6);

    [Fact]
    public void Moves_nothing_in_an_empty_document() => Assert.Equal(0, DocumentPrior.Shift([], 0.12), 6);

    [Theory]
    [InlineData(0.5, 0, 0.5)]
    [InlineData(0.2, 1.3862943611198906, 0.5)] // odds 1:4, times 4
    [InlineData(1, -3, 1)]
    [InlineData(0, 3, 0)]
    public void Moves_the_log_odds(double probability, double shift, double moved) => Assert.Equal(moved, DocumentPrior.Moved(probability, shift), 9);
}
