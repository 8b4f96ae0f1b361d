using KnowledgeBase.Search.Names;

namespace KnowledgeBase.Search.Tests.Names;

public sealed class GazetteerTests
{
    [Theory]
    [InlineData("Guinea-Bissau and Guinea", "Guinea-Bissau|Guinea")]
    [InlineData("au Soudan du Sud", "South Sudan")]
    [InlineData("en Sudán del Sur", "South Sudan")]
    [InlineData("la République démocratique du Congo", "Democratic Republic of the Congo")]
    [InlineData("the DRC", "Democratic Republic of the Congo")]
    [InlineData("En Turquie, and in Turkey", "Türkiye|Türkiye")]
    [InlineData("they ate turkey from fine china", "")]
    public void Names_places_in_three_languages_by_one_name(string text, string expected) => Assert.Equal(expected, Found(text, NameKind.Place));

    [Theory]
    [InlineData("The AU and the EU met", "African Union|European Union")]
    [InlineData("au retour, eu égard", "")]
    [InlineData("die Union africaine", "African Union")]
    [InlineData("WANEP trained them", "West Africa Network for Peacebuilding")]
    public void Names_organisations_by_their_full_name(string text, string expected) => Assert.Equal(expected, Found(text, NameKind.Organisation));

    [Fact]
    public void Shows_a_name_whatever_its_case_and_accents() =>
        Assert.Equal("Côte d'Ivoire", Gazetteer.BuiltIn.Shown(NameKind.Place, "cote d\u2019ivoire"));

    private static string Found(string text, NameKind kind) =>
        string.Join('|', Gazetteer.BuiltIn.Find(new NamedText(text)).Where(name => name.Kind == kind).Select(name => name.Shown));
}
