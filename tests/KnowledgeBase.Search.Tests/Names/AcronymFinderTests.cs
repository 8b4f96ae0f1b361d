using KnowledgeBase.Documents;
using KnowledgeBase.Search.Names;

namespace KnowledgeBase.Search.Tests.Names;

public sealed class AcronymFinderTests
{
    [Theory]
    [InlineData("It was led by the West Africa Network for Peacebuilding (WANEP), in Accra.", "WANEP", "West Africa Network for Peacebuilding")]
    [InlineData("WANEP (West Africa Network for Peacebuilding) led it.", "WANEP", "West Africa Network for Peacebuilding")]
    [InlineData("le Programme des Nations Unies pour le développement (PNUD)", "PNUD", "Programme des Nations Unies pour le développement")]
    [InlineData("the Joint Border Verification and Monitoring Mechanism (JBVMM)", "JBVMM", "Joint Border Verification and Monitoring Mechanism")]
    [InlineData("In sum, the High-level Committee on Programmes (HLCP) met.", "HLCP", "High-level Committee on Programmes")]
    public void Finds_what_a_text_explains(string text, string shortForm, string longForm) =>
        Assert.Equal([new(shortForm, longForm)], AcronymFinder.Find(Passage(text)));

    [Theory]
    [InlineData("Talks went on in Geneva (GVA).")]
    [InlineData("He met the president (2012) and the envoy (see ABC, p. 3).")]
    [InlineData("The network for peace (NFP) met.")]
    [InlineData("Resolution 2334 (2016) was adopted. Network (WANEP).")]
    public void Does_not_guess(string text) => Assert.Empty(AcronymFinder.Find(Passage(text)));

    [Fact]
    public void Reads_the_lines_of_a_list_of_abbreviations_and_no_other_lines()
    {
        Assert.Equal([new("CMC", "Ceasefire Monitoring Commission")], AcronymFinder.Find(Passage("CMC  Ceasefire Monitoring Commission", "Abbreviations")));
        Assert.Empty(AcronymFinder.Find(Passage("CMC  Ceasefire Monitoring Commission", "Introduction")));
    }

    private static Passage Passage(string text, params string[] headings) =>
        new(new("p"), PassageRole.Paragraph, text) { HeadingPath = headings };
}
