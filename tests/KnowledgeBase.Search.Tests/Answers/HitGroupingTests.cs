using KnowledgeBase.Search.Answers;
using KnowledgeBase.Search.Index;

namespace KnowledgeBase.Search.Tests.Answers;

/// <summary>The same passage of related documents is shown once, the others are named and nothing is lost.</summary>
public sealed class HitGroupingTests : IDisposable
{
    private const string Sentence = "Envoys who share one tiller steer badly when the storm comes.";

    private readonly SearchFolder folder = new();
    private readonly Fts5PassageIndex index;
    private readonly SearchService service;

    public HitGroupingTests()
    {
        index = new(folder.Store);
        service = new(folder.Store, index, TimeProvider.System);
    }

    public void Dispose()
    {
        index.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Shows_the_form_that_has_pages_and_names_the_other()
    {
        var text = folder.Save(new("paper.txt", Sentence, Filler(1)));
        var pdf = folder.Save(new("paper.pdf", new Words(Sentence) { Page = 7 }, Filler(1)));

        var answer = Search("tiller");

        var hit = Assert.Single(answer.Hits);
        Assert.Equal((pdf.Value, 7), (hit.Document.Id, hit.PageFirst));
        var other = Assert.Single(hit.AlsoIn!);
        Assert.Equal((text.Value, "paper.txt"), (other.Document.Id, other.Document.File));
        Assert.Equal((2, 1), (answer.Total, answer.Folded));
    }

    [Fact]
    public void Follows_what_comes_and_goes()
    {
        folder.Save(new("paper.txt", Sentence, Filler(1)));
        Assert.Single(Search("tiller").Hits);
        var pdf = folder.Save(new("paper.pdf", new Words(Sentence) { Page = 7 }, Filler(1)));
        Assert.Single(Assert.Single(Search("tiller").Hits).AlsoIn!);

        folder.Store.Documents.Remove(pdf);

        Assert.Null(Assert.Single(Search("tiller").Hits).AlsoIn);
    }

    [Theory]
    [InlineData(5_000)]
    [InlineData(int.MaxValue)]
    public void Says_where_grouping_ends(int offset)
    {
        folder.Save(new("paper.txt", Sentence, Filler(1)));
        folder.Save(new("paper.pdf", Sentence, Filler(1)));

        var far = service.Search(new("tiller") { Offset = offset, Group = true }, CancellationToken.None).Answer!;

        Assert.Equal((2, 0), (far.Total, far.Hits.Count));
        Assert.Contains("one by one", far.Notice, StringComparison.Ordinal);
        Assert.Equal(far.Total > offset, far.IsTooFar);
        Assert.NotEmpty(far.Facets["document"]);
        Assert.Null(service.Search(new("tiller") { Offset = offset }, CancellationToken.None).Answer!.Notice);
    }

    [Fact]
    public void The_switch_shows_each_by_itself()
    {
        folder.Save(new("paper.txt", Sentence, Filler(1)));
        folder.Save(new("paper.pdf", Sentence, Filler(1)));

        var answer = Search("tiller", group: false);

        Assert.Equal(2, answer.Hits.Count);
        Assert.All(answer.Hits, hit => Assert.Null(hit.AlsoIn));
        Assert.Null(answer.Folded);
    }

    [Fact]
    public void The_same_sentence_in_unrelated_papers_stays_apart()
    {
        folder.Save(new("one.txt", Sentence, Filler(1)));
        folder.Save(new("copy-of-one.txt", Sentence, Filler(1), "And a line of its own."));
        folder.Save(new("two.txt", Sentence, Filler(2)));

        var answer = Search("tiller");

        Assert.Equal(2, answer.Hits.Count);
        Assert.Single(answer.Hits, hit => hit.AlsoIn is not null);
    }

    [Fact]
    public void A_passage_that_was_rewritten_in_a_revision_is_a_hit_of_its_own()
    {
        folder.Save(new("2019.txt", Sentence, Filler(1)));
        folder.Save(new("2020.txt", "Nobody should hold the tiller alone for a whole year of talks.", Filler(1)));

        Assert.Equal(2, Search("tiller").Hits.Count);
    }

    [Fact]
    public void Pages_of_an_answer_join_without_gap_or_repetition()
    {
        string[] sentences = [.. Enumerable.Range(0, 30).Select(i => $"Sentence number{i} speaks of the tiller and of thing{i} in words{i} of its own.")];
        folder.Save(new("paper.txt", [.. sentences.Select(sentence => new Words(sentence)), Filler(1)]));
        folder.Save(new("paper.docx", [.. sentences.Select(sentence => new Words(sentence)), Filler(1)]));

        var whole = Search("tiller", limit: 100);
        var parts = Enumerable.Range(0, 5).SelectMany(part => Search("tiller", offset: part * 7, limit: 7).Hits).ToList();

        Assert.Equal((60, 30, 30), (whole.Total, whole.Hits.Count, whole.Folded));
        Assert.Equal(whole.Hits.Select(hit => (hit.Rank, hit.PassageId)), parts.Select(hit => (hit.Rank, hit.PassageId)));
    }

    private SearchAnswer Search(string query, bool group = true, int offset = 0, int limit = 10) =>
        service.Search(new(query) { Group = group, Offset = offset, Limit = limit, Expand = false }, CancellationToken.None).Answer!;

    /// <summary>A thousand words that tell which paper this is; none of them is asked for.</summary>
    private static Words Filler(int seed)
    {
        var chance = new Random(seed);
        return string.Join(' ', Enumerable.Range(0, 1000).Select(_ => $"word{chance.Next(400)}"));
    }
}
