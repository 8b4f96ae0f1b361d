using KnowledgeBase.Search.Names;

namespace KnowledgeBase.Search.Tests.Names;

public sealed class DocumentNamesTests
{
    [Fact]
    public void Reads_back_what_it_wrote()
    {
        var names = new DocumentNames([new(["Mali", "Niger"], [], []), PassageNames.None, new(["Mali"], ["African Union"], ["Dayton Agreement"]), new([], [], ["Dayton Agreement"])], [new("AU", "African Union")]);

        var read = DocumentNames.Read(names.Write());

        Assert.Equal(["Mali", "Niger"], read.Passages[0].Places);
        Assert.Same(PassageNames.None, read.Passages[1]);
        Assert.Equal(["African Union"], read.Passages[2].Organisations);
        Assert.Equal([[], [], ["Dayton Agreement"], ["Dayton Agreement"]], read.Passages.Select(passage => passage.Processes));
        Assert.Equal(names.Acronyms, read.Acronyms);
        Assert.Empty(DocumentNames.Read([]).Passages);
    }

    [Fact]
    public void Reads_what_was_written_before_processes_were_known()
    {
        // One name, "Mali"; one passage with it as its place and no organisation; no short forms.
        var read = DocumentNames.Read([1, 4, (byte)'M', (byte)'a', (byte)'l', (byte)'i', 1, 1, 0, 0, 0]);

        Assert.Equal(["Mali"], Assert.Single(read.Passages).Places);
        Assert.Empty(read.Passages[0].Processes);
    }
}
