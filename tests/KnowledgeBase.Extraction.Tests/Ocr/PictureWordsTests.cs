using KnowledgeBase.Extraction.Ocr;

namespace KnowledgeBase.Extraction.Tests.Ocr;

public sealed class PictureWordsTests
{
    private const int Height = 36;

    [Theory]
    [InlineData("RBA", 0.23, 136)]
    [InlineData("ea", 0.55, 155)]
    public void A_doubted_word_far_higher_than_the_type_is_an_icon_beside_it(string text, double confidence, int height)
    {
        var lines = Page([.. Words(0, 6), new(text, new(1400, 0, 1600, height), confidence)]);

        Assert.Equal(Page(Words(0, 6)).Select(line => line.Text), PictureWords.Without(lines).Select(line => line.Text));
    }

    [Fact]
    public void A_line_of_nothing_else_is_left_out()
    {
        var lines = Page([new("il", new(1400, 0, 1540, 109), 0.52)]);

        Assert.Equal(4, PictureWords.Without(lines).Count);
    }

    [Fact]
    public void A_word_far_from_the_others_is_left_out_when_hardly_read()
    {
        var lines = Page([new("Kne", new(0, 0, 90, Height), 0.03), new("BRIDGES", new(400, 0, 560, Height), 0.96)]);

        Assert.Equal("BRIDGES", PictureWords.Without(lines)[^1].Text);
    }

    [Theory]
    [InlineData("T", 0.4, 110)]
    [InlineData("of", 0.3, Height)]
    [InlineData("HARBOUR", 0.4, 110)]
    [InlineData("ice", 0.9, 110)]
    public void Initials_titles_and_words_within_a_line_stay(string text, double confidence, int height)
    {
        var lines = Page([new(text, new(0, 0, 60, height), confidence), .. Words(70, 6)]);

        Assert.StartsWith(text, PictureWords.Without(lines)[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_of_few_sure_words_stays_as_it_is()
    {
        RecognisedLine[] lines = [new(0, [new("il", new(1400, 0, 1540, 109), 0.52)])];

        Assert.Equal("il", Assert.Single(PictureWords.Without(lines)).Text);
    }

    /// <summary>Four lines of sure words, and one more.</summary>
    private static List<RecognisedLine> Page(IReadOnlyList<RecognisedWord> last) =>
        [.. Enumerable.Range(0, 4).Select(_ => new RecognisedLine(0, Words(0, 6))), new(0, last)];

    private static List<RecognisedWord> Words(int left, int count) =>
        Enumerable.Range(0, count).Select(i => new RecognisedWord("harbour", new(left + (i * 150), 0, left + (i * 150) + 140, Height), 0.95)).ToList();
}
