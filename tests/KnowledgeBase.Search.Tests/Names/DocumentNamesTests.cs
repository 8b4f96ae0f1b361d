using KnowledgeBase.Search.Names;

namespace KnowledgeBase.Search.Tests.Names;

public sealed class DocumentNamesTests
{
    [Fact]
    public void Reads_back_what_it_wrote()
    {
        var names = new DocumentNames([new(["Mali", "Niger"], []), PassageNames.None, new(["Mali"], ["African Union"])], [new("AU", "African Union")]);

        var read = DocumentNames.Read(names.Write());

        Assert.Equal(["Mali", "Niger"], read.Passages[0].Places);
        Assert.Same(PassageNames.None, read.Passages[1]);
        Assert.Equal(["African Union"], read.Passages[2].Organisations);
        Assert.Equal(names.Acronyms, read.Acronyms);
        Assert.Empty(DocumentNames.Read([]).Passages);
    }
}
