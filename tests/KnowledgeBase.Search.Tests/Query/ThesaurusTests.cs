using KnowledgeBase.Documents;
using KnowledgeBase.Search.Answers;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Query;

namespace KnowledgeBase.Search.Tests.Query;

public sealed class ThesaurusTests
{
    [Theory]
    [InlineData("ceasefires", "The truce held.")]
    [InlineData("truce", "A cessation of hostilities was signed.")]
    [InlineData("cessation of hostilities", "The truce held.")]
    public void Finds_what_is_said_in_other_words_and_says_so(string query, string text)
    {
        using var folder = new SearchFolder();
        folder.Save(new("a.txt", text, "Rain fell."));
        using var index = new Fts5PassageIndex(folder.Store);
        var service = new SearchService(folder.Store, index, TimeProvider.System);

        var answer = service.Search(new(query), CancellationToken.None).Answer!;

        Assert.Equal(text, Assert.Single(answer.Hits).Text);
        Assert.Contains($"for {query} also", answer.Understood, StringComparison.Ordinal);
        Assert.Contains("<mark>", answer.Hits[0].Snippet, StringComparison.Ordinal);
    }

    [Fact]
    public void Puts_the_users_own_word_first_and_leaves_others_out_when_told()
    {
        using var folder = new SearchFolder();
        folder.Save(new("a.txt", "The truce held.", "The ceasefire held."));
        using var index = new Fts5PassageIndex(folder.Store);
        var service = new SearchService(folder.Store, index, TimeProvider.System);

        Assert.Equal(["The ceasefire held.", "The truce held."], service.Search(new("ceasefire"), CancellationToken.None).Answer!.Hits.Select(h => h.Text));
        Assert.Single(service.Search(new("ceasefire") { Expand = false }, CancellationToken.None).Answer!.Hits);
        Assert.Single(service.Search(new("\"ceasefire\""), CancellationToken.None).Answer!.Hits);
    }

    [Fact]
    public void Names_the_line_that_is_no_group()
    {
        var error = Assert.Throws<RejectedInputException>(() => Thesaurus.Read(new StringReader("# remark\na; b\nalone\n"), "mine.txt"));

        Assert.Equal("thesaurus-line", error.Problem.Code);
        Assert.Contains("Line 3 of 'mine.txt'", error.Message, StringComparison.Ordinal);
    }
}
