using KnowledgeBase.Documents;

namespace KnowledgeBase.Cli.Tests;

public sealed class FrontMatterChecksTests
{
    [Theory]
    [InlineData("https://doi.org/10.1000/182", "10.1000/182")]
    [InlineData("doi: 10.1000/182", "10.1000/182")]
    [InlineData("10.1000/182", "10.1000/182")]
    public void Keeps_a_DOI_without_its_resolver(string typed, string doi) => Assert.Equal(doi, FrontMatterChecks.Doi(typed));

    [Theory]
    [InlineData("11.1000/182")]
    [InlineData("10.1000")]
    [InlineData("10.1000/a b")]
    [InlineData("ask me")]
    public void Refuses_what_is_no_DOI(string typed) => Assert.Throws<RejectedInputException>(() => FrontMatterChecks.Doi(typed));

    [Fact]
    public void Knows_languages_by_their_code_and_hints_at_it_for_their_name()
    {
        Assert.Equal("fr", FrontMatterChecks.Language("FR"));
        Assert.Contains("Did you mean fr?", Assert.Throws<RejectedInputException>(() => FrontMatterChecks.Language("french")).Message, StringComparison.Ordinal);
        Assert.Throws<RejectedInputException>(() => FrontMatterChecks.Language("qq"));
    }

    [Theory]
    [InlineData("ftp://example.org/a.pdf")]
    [InlineData("example.org")]
    public void Refuses_an_address_that_is_none_of_the_web(string typed) => Assert.Throws<RejectedInputException>(() => FrontMatterChecks.Url(typed));

    [Fact]
    public void Refuses_a_year_that_cannot_have_been_printed() =>
        Assert.Throws<RejectedInputException>(() => FrontMatterChecks.Year("3019", TimeProvider.System));
}
