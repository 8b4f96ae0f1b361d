using KnowledgeBase.Structuring.Text;

namespace KnowledgeBase.Structuring.Tests.Text;

public class ListMarkerTests
{
    [Theory]
    [InlineData("• to wait", "•", "to wait")]
    [InlineData("– to listen", "–", "to listen")]
    [InlineData("1. Clarity of roles", "1.", "Clarity of roles")]
    [InlineData("12) “Quoted”", "12)", "“Quoted”")]
    [InlineData("(a) scope", "(a)", "scope")]
    [InlineData("iv. fourth", "iv.", "fourth")]
    [InlineData("o hollow", "o", "hollow")]
    [InlineData("3.5 per cent", null, "3.5 per cent")]
    [InlineData("2012 was a year", null, "2012 was a year")]
    [InlineData("–", null, "–")]
    public void Takes_the_marker_off(string text, string? marker, string rest) => Assert.Equal((marker, rest), ListMarker.Split(text));
}
