using KnowledgeBase.Search.Judging;

namespace KnowledgeBase.Search.Tests.Judging;

public sealed class PlainBm25Tests
{
    private static readonly JudgedText[] Texts =
    [
        new("1", "Trust", "Mediators build trust over years."),
        new("2", "", "The mediator arrived late; the mediator left early."),
        new("3", "Rice", "Prices of rice rose, and other prices with them."),
    ];

    [Fact]
    public void Finds_any_of_the_words_by_their_stems()
    {
        using var index = PlainBm25.Index(Texts, CancellationToken.None);

        Assert.Equal(["2", "1"], index.Rank("mediating", 10));
        Assert.Equal(["3"], index.Rank("rices!", 10));
        Assert.Equal(["1"], index.Rank("mediator OR \"trust\" (", 1));
        Assert.Empty(index.Rank("?", 10));
    }

    [Fact]
    public void Reads_the_title_once() => Assert.Equal("Rice prices", new JudgedText("4", "Rice", "Rice prices").Whole);
}
