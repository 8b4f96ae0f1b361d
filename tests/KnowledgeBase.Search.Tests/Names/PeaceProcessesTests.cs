using KnowledgeBase.Search.Names;

namespace KnowledgeBase.Search.Tests.Names;

public sealed class PeaceProcessesTests
{
    [Theory]
    [InlineData("the Aceh peace process", "", "Aceh peace process")]
    [InlineData("After Dayton nothing was simple", "", "Dayton Agreement")]
    [InlineData("signed the Juba Peace Agreement in October", "", "Juba Agreement for Peace in Sudan")]
    [InlineData("les accords de Dayton", "", "Dayton Agreement")]
    [InlineData("el Acuerdo Final de Paz", "", "Colombia, peace process with the FARC")]
    [InlineData("the R-ARCSS", "", "South Sudan peace process")]
    [InlineData("the Comprehensive Peace Agreement", "Nepal", "Comprehensive Peace Agreement for Nepal")]
    [InlineData("the Comprehensive Peace Agreement", "Liberia|South Sudan", "Comprehensive Peace Agreement for Liberia|Comprehensive Peace Agreement for Sudan")]
    [InlineData("the Comprehensive Peace Agreement", "", "")]
    [InlineData("the Comprehensive Peace Agreement", "Mali", "")]
    [InlineData("the Algiers Agreement", "Mali", "Mali, Algiers Agreement")]
    [InlineData("the Algiers Agreement", "Eritrea", "Algiers Agreement between Eritrea and Ethiopia")]
    [InlineData("a comprehensive peace agreement", "Nepal", "")]
    [InlineData("talks in Juba went on", "South Sudan", "")]
    public void Names_a_process_where_the_name_is_its_own_or_its_place_stands_beside(string text, string places, string expected) =>
        Assert.Equal(
            expected.Split('|', StringSplitOptions.RemoveEmptyEntries),
            PeaceProcesses.BuiltIn.Find(new NamedText(text), places.Split('|', StringSplitOptions.RemoveEmptyEntries)).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Knows_only_places_that_passages_can_name()
    {
        // A place that no passage can name would keep a shared name from ever being found.
        foreach (var place in PeaceProcesses.BuiltIn.All.SelectMany(process => process.Places))
        {
            Assert.Equal(place, Gazetteer.BuiltIn.Shown(NameKind.Place, place));
        }

        Assert.All(PeaceProcesses.BuiltIn.All, process => Assert.Matches(@"^\d{4}(–(\d{4})?)?$", process.Years));
    }

    [Theory]
    [InlineData("Dayton Agreement", "Dayton Agreement (Bosnia and Herzegovina, 1995)")]
    [InlineData("Comprehensive Peace Agreement for Nepal", "Comprehensive Peace Agreement for Nepal (2006)")]
    [InlineData("Peace of Nowhere", null)]
    public void Shows_place_and_years(string name, string? expected) => Assert.Equal(expected, PeaceProcesses.BuiltIn.LabelOf(name));
}
