using KnowledgeBase.Web.Pages;

namespace KnowledgeBase.Web.Tests.Pages;

public class MarkedTextTests
{
    [Theory]
    [InlineData("Trust, entrusted TRUST; trusts", "trust", "Trust|TRUST")]
    [InlineData("a cease-fire, the cease fire", "cease-fire|cease", "cease-fire|cease")]
    [InlineData("la médiation, le médiateur et la me\u0301diation", "médiation", "médiation")]
    [InlineData("trust", "trust", "trust")]
    [InlineData("MSO_2 and MSO", "MSO", "MSO")]
    [InlineData("S/2025/389 (S/2025/38)", "S/2025/38", "S/2025/38")]
    [InlineData("nothing here", "", "")]
    public void Words_are_marked_where_they_stand_whole(string text, string words, string marked)
    {
        var places = MarkedText.Places(text, words.Split('|', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(marked, string.Join('|', places.Select(place => text[place.Start..place.End])));
    }
}
