namespace KnowledgeBase.Export.Tests;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("Women & talks: où en sommes-nous ?", "women-talks-ou-en-sommes-nous.docx")]
    [InlineData("../../etc/passwd", "etc-passwd.docx")]
    [InlineData("和平", "passages.docx")]
    [InlineData("", "passages.docx")]
    [InlineData("\ud800half a pair", "half-a-pair.docx")]
    public void Are_safe_on_every_system(string title, string expected) => Assert.Equal(expected, FileNames.For(title, ".docx"));

    [Fact]
    public void Are_not_longer_than_sixty_characters_before_the_ending() => Assert.Equal(60 + ".csv".Length, FileNames.For(new string('a', 200), ".csv").Length);
}
