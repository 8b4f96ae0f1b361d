using KnowledgeBase.Documents;
using KnowledgeBase.Structuring.Assembly;

namespace KnowledgeBase.Structuring.Tests.Assembly;

public class FootnoteTyperTests
{
    [Theory]
    [InlineData("Ibid., 12.", FootnoteType.Citation)]
    [InlineData("See, for example, Sample (2008) and Trial et al. (1999).", FootnoteType.Citation)]
    [InlineData("Ana Sample, “What Works and What Does Not”, Journal of Samples 11:2 (2006), 91–127.", FootnoteType.Citation)]
    [InlineData("Sample Institute, Peace is Possible (Geneva: Sample Press, 2012), 4, https://example.org/peace.pdf", FootnoteType.Citation)]
    [InlineData("Voir résolution 1325 (2000) du Conseil de sécurité.", FootnoteType.Citation)]
    [InlineData("Agreement between the Government and the Movement, Helsinki, 15 August 2005.", FootnoteType.Citation)]
    [InlineData("By mediators we mean people who are asked by the parties to help them.", FootnoteType.Explanatory)]
    [InlineData("Esta definición es más estrecha que la de otros autores, pero es útil aquí.", FootnoteType.Explanatory)]
    [InlineData("The idea was first put forward by a practitioner, who argued that parties wait for a way out. See Ana Sample, Ripeness (Oxford: Sample Press, 1989).", FootnoteType.Mixed)]
    public void Tells_citations_from_explanations(string text, FootnoteType expected) => Assert.Equal(expected, FootnoteTyper.TypeOf(text));
}
