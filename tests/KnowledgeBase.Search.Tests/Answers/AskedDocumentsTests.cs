using KnowledgeBase.Search.Answers;
using KnowledgeBase.Search.Query;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Tests.Answers;

/// <summary>A query that is the symbol or the title of a document gives the document too.</summary>
public sealed class AskedDocumentsTests : IDisposable
{
    private readonly SearchFolder folder = new();

    public AskedDocumentsTests()
    {
        folder.Save(new("a.txt", "Owls and foxes met.") { Title = "Counting Owls and Foxes", Year = 2009, Series = "Forest Papers", Number = "No. 7" });
        folder.Save(new("b.txt", "The letter is dated.") { Title = "Letter of the chair", Number = "S/2025/389", Year = 2025 });
        folder.Save(new("c.txt", "The river rose.") { Title = "Rapport sur l’équité des rivières", Language = "fr" });
        folder.Save(new("d.txt", "Owls sleep.") { Title = "Counting Owls and Foxes by night: what seven winters of listening in the northern woods have taught" });
        folder.Save(new("j.txt", "Birds.") { Title = "UN Owls" });
        folder.Save(new("e.txt", "Nothing.") { Title = "A secret of owls and foxes", Number = "S/2025/999" }, Visibility.Restricted);
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("S/2025/389", "b.txt")]
    [InlineData("s/2025/389", "b.txt")]
    [InlineData("sanctions in S/2025/389", "b.txt")]
    [InlineData("what is S/2025/389?", "b.txt")]
    [InlineData("\"report S/2025/389.\"", "b.txt")]
    [InlineData("S/2025/389 year:1999", "")]
    [InlineData("S/2025/389 document:a.txt", "")]
    [InlineData("\"No. 7\"", "")]
    [InlineData("counting owls and foxes", "a.txt")]
    [InlineData("\"Counting Owls and Foxes\"", "a.txt")]
    [InlineData("counting owls foxes kind:lesson", "a.txt")]
    [InlineData("forest papers no. 7 counting owls 2009", "a.txt")]
    [InlineData("equite des rivieres rapport", "c.txt")]
    [InlineData("listening in the northern woods", "")]
    [InlineData("counting owls foxes night", "d.txt")]
    [InlineData("UN owls", "j.txt")]
    [InlineData("AU owls", "")]
    [InlineData("un owls", "")]
    [InlineData("owls", "")]
    [InlineData("owls wolves foxes counting", "")]
    [InlineData("counting OR owls OR foxes", "")]
    [InlineData("counting owls -foxes", "")]
    [InlineData("S/2025/999", "")]
    [InlineData("S/2025/38", "")]
    [InlineData("2025", "")]
    [InlineData("", "")]
    public void Documents_are_named_by_symbol_or_by_most_of_their_title(string query, string files)
    {
        using var open = new OpenService(folder);
        var answer = open.Search(new SearchRequest(query) { Audience = Visibility.Network });

        Assert.Equal(files, string.Join('|', (answer.Documents ?? []).Select(document => document.File)));
    }

    [Fact]
    public void What_comes_in_or_goes_is_named_or_not()
    {
        using var open = new OpenService(folder);
        Assert.Null(open.Search("S/2026/1").Documents);

        var id = folder.Save(new("f.txt", "A letter.") { Title = "Another letter", Number = "S/2026/1" });
        Assert.Equal("f.txt", Assert.Single(open.Search(new SearchRequest("S/2026/1") { Audience = Visibility.Network }).Documents!).File);

        folder.Store.Documents.SetVisibility(id, Visibility.Restricted);
        Assert.Null(open.Search(new SearchRequest("S/2026/1") { Audience = Visibility.Network }).Documents);
        Assert.NotNull(open.Search("S/2026/1").Documents);
        folder.Store.Documents.Remove(id);
        Assert.Null(open.Search("S/2026/1").Documents);
    }

    [Fact]
    public void An_earlier_state_does_not_name_what_came_later()
    {
        using var open = new OpenService(folder);
        var state = AnswerState.Read(open.Search("owls").AsOf!);
        folder.Save(new("f.txt", "A letter.") { Title = "Another letter", Number = "S/2026/1" });

        Assert.NotNull(open.Search("S/2026/1").Documents);
        Assert.Null(open.Search(new SearchRequest("S/2026/1") { AsOf = state }).Documents);
    }

    [Fact]
    public void Only_the_first_part_of_an_answer_names_them()
    {
        using var open = new OpenService(folder);

        Assert.Null(open.Search(new SearchRequest("S/2025/389") { Offset = 10 }).Documents);
        Assert.Null(open.Search(new SearchRequest("S/2025/389") { Limit = 0 }).Documents);
        Assert.Null(open.Search(new SearchRequest("S/2025/389") { Helps = false }).Documents);
        Assert.Null(open.Search("S/2025/389", new SearchFilter(FilterField.Year, []) { From = 1999, To = 1999 }).Documents);
    }

    [Fact]
    public void Documents_of_one_title_are_told_apart_in_the_facet()
    {
        folder.Save(new("g.txt", "Owls hoot.") { Title = "Letter of the chair", Number = "S/2025/400" });
        folder.Save(new("h.txt", "Owls hoot at night.") { Title = "Letter of the chair" });
        folder.Save(new("i.txt", "Owls hoot by day.") { Title = "Letter of the chair", Number = "S/2025/400" });
        using var open = new OpenService(folder);

        var labels = open.Search("").Facets["document"].Select(facet => facet.Label);

        Assert.Equal(
            ["Letter of the chair (S/2025/389)", "Letter of the chair (g.txt)", "Letter of the chair (h.txt)", "Letter of the chair (i.txt)"],
            labels.Where(label => label!.StartsWith("Letter", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Contains("Counting Owls and Foxes", labels);
    }
}
