using KnowledgeBase.Structuring.Assembly;

namespace KnowledgeBase.Structuring.Tests.Assembly;

public class HeadingNumberTests
{
    [Theory]
    [InlineData("1. Third-party perceptions", "1", "Third-party perceptions")]
    [InlineData("3.1 Trust", "3.1", "Trust")]
    [InlineData("2.3.4. Funding", "2.3.4", "Funding")]
    [InlineData("IV. Findings", "IV", "Findings")]
    [InlineData("B) Context", "B", "Context")]
    [InlineData("A. Context", "A", "Context")]
    [InlineData("(a) Scope", "a", "Scope")]
    [InlineData("4.Résultats", "4", "Résultats")]
    [InlineData("5 lessons for mediators", null, "5 lessons for mediators")]
    [InlineData("2020 in review", null, "2020 in review")]
    [InlineData("U.S. policy", null, "U.S. policy")]
    [InlineData("Challenge 3: Trust", null, "Challenge 3: Trust")]
    public void Takes_the_number_off(string heading, string? number, string title) =>
        Assert.Equal((number, title), HeadingNumber.Split(heading));

    [Fact]
    public void Bare_integers_count_as_numbers_when_they_count_up_from_one()
    {
        var numbers = HeadingNumber.BareIntegers(["Summary", "1 Introduction", "10 years on", "2 Findings", "3 Advice"]);

        Assert.Equal([(1, "1"), (3, "2"), (4, "3")], numbers.OrderBy(n => n.Key).Select(n => (n.Key, n.Value)));
        Assert.Empty(HeadingNumber.BareIntegers(["1 question", "Findings", "5 lessons"]));
    }
}
