using KnowledgeBase.Documents;
using KnowledgeBase.Search.Analysis;
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

    [Theory]
    [InlineData("GRONET", "The Grassroots Reconciliation Outreach Network met elders.")]
    [InlineData("gronet", "The Grassroots Reconciliation Outreach Network met elders.")]
    [InlineData("grassroots reconciliation outreach network", "Then GRONET left.")]
    public void Looks_for_the_long_form_that_a_document_explains_and_for_the_short_one(string query, string text)
    {
        using var folder = new SearchFolder();
        folder.Save(new("a.txt", "It calls itself Grassroots Reconciliation Outreach Network (GRONET)."));
        folder.Save(new("b.txt", text, "Rain fell."));
        using var index = new Fts5PassageIndex(folder.Store);
        var service = new SearchService(folder.Store, index, TimeProvider.System);

        var answer = service.Search(new(query), CancellationToken.None).Answer!;

        Assert.Contains(answer.Hits, hit => hit.Text == text);
        Assert.Contains($"for {query} also", answer.Understood, StringComparison.OrdinalIgnoreCase);
        var plain = service.Search(new($"\"{query}\"") { Expand = false }, CancellationToken.None).Answer!;
        Assert.DoesNotContain(plain.Hits, hit => hit.Text == text);
    }

    [Fact]
    public void Does_not_take_a_small_word_for_a_short_form()
    {
        var terms = Thesaurus.Empty.With([(new("CAR", "Central African Republic"), TextLanguages.English)]);

        Assert.Equal(["Central African Republic"], terms.RelatedTo("CAR").Select(t => t.Text));
        Assert.Empty(terms.RelatedTo("car"));
        Assert.Equal("Central African Republic", terms.LongFormOf("CAR"));
        Assert.Null(terms.LongFormOf("car"));
        Assert.Equal(["CAR"], terms.RelatedTo("Central African Republic").Select(t => t.Text));
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
