using KnowledgeBase.Search.Answers;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Tests.Answers;

public sealed class SimilarTests : IDisposable
{
    private const string Point = "Mediators should agree on one lead before the talks begin and share what they hear with all others every week.";

    private readonly SearchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Puts_what_repeats_a_passage_elsewhere_first_and_then_more_of_its_kind()
    {
        folder.Save(new("a.txt", new Words(Point) { Kinds = ["recommendation"] }, new Words("Talks begin with one lead, as others said here.") { Kinds = ["recommendation"] }));
        folder.Save(new(
            "b.txt",
            new Words("Talks without a lead: mediators share nothing with others.") { Kinds = ["challenge"] },
            new Words("Mediators should share a lead in the talks.") { Kinds = ["recommendation"] },
            new Words("Rain fell.") { Kinds = ["recommendation"] },
            new Words("1. " + Point)));
        var id = Search(Point).Hits.First(hit => hit.Document.File == "a.txt").PassageId;

        var answer = Ask(service => service.Similar(new(id), 10, Visibility.Restricted, CancellationToken.None))!;

        Assert.Equal(["1. " + Point, "Mediators should share a lead in the talks."], answer.Hits.Select(hit => hit.Text));
        Assert.Equal([id, null], answer.Hits.Select(hit => hit.SameAs));
        Assert.Equal([1, 2], answer.Hits.Select(hit => hit.Rank));
    }

    [Fact]
    public void Tells_nobody_of_passages_they_may_not_see()
    {
        folder.Save(new("a.txt", Point), Visibility.Public);
        folder.Save(new("b.txt", "1. " + Point), Visibility.Restricted);
        var all = Search(Point).Hits;
        string Id(string file) => all.Single(hit => hit.Document.File == file).PassageId;

        Assert.Empty(Ask(service => service.Similar(new(Id("a.txt")), 10, Visibility.Public, CancellationToken.None))!.Hits);
        Assert.Null(Ask(service => service.Similar(new(Id("b.txt")), 10, Visibility.Public, CancellationToken.None)));
        Assert.Null(Ask(service => service.Similar(new("gone"), 10, Visibility.Restricted, CancellationToken.None)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Looks_for_the_same_point_farther_than_it_gives_hits(bool memory)
    {
        folder.Save(new("a.txt", "Envoys meet elders.", Filler(0)));
        // Denser in the words than the point itself, which says the same with a little more about it.
        folder.Save(new("b.txt", [.. Enumerable.Range(1, 12).Select(i => (Words)$"Envoys envoys meet meet elders elders {i}x"), "Envoys meet elders."]));
        using var open = new OpenService(folder, memory);
        var id = open.Search("\"envoys meet elders\"").Hits.First(hit => hit.Document.File == "a.txt").PassageId;

        var hit = Assert.Single(open.Service.Similar(new(id), 1, Visibility.Restricted, CancellationToken.None)!.Hits);

        Assert.Equal(("Envoys meet elders.", id), (hit.Text, hit.SameAs));
    }

    [Fact]
    public void Tells_what_is_alike_by_the_whole_passage_where_there_are_vectors()
    {
        var longWords = string.Join(' ', Enumerable.Range(0, 32).Select(i => $"qqqqqqqqqqqqqq{(char)('a' + (i % 26))}{(char)('a' + (i / 26))}"));
        // All but its longest words are of letters that these lack.
        folder.Save(new("a.txt", $"{longWords} {string.Join(' ', Enumerable.Repeat("eta tea ate", 200))}"));
        folder.Save(new("b.txt", $"{longWords.Split(' ')[0]} {string.Join(' ', Enumerable.Repeat("qqq qqx", 40))}", $"{longWords.Split(' ')[0]} {string.Join(' ', Enumerable.Repeat("tae eat", 40))}"));
        using var open = new OpenService(folder, meaning: true);
        var id = open.Search("eta AND tea").Hits.First(hit => hit.Document.File == "a.txt").PassageId;

        Assert.Contains("tae", open.Service.Similar(new(id), 2, Visibility.Restricted, CancellationToken.None)!.Hits[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Marks_a_hit_that_repeats_an_earlier_one()
    {
        folder.Save(new("a.txt", Point, "Mediators share what they know, and lead by turns from one week to the next in all talks.", "Ibid., talks.", "Ibid., talks."));

        var first = Search("mediators lead talks").Hits;
        folder.Save(new("b.txt", "1. " + Point));
        var then = Search("mediators lead talks").Hits;

        Assert.All(first, hit => Assert.Null(hit.SameAs));
        var repeated = Assert.Single(then, hit => hit.SameAs is not null);
        Assert.Contains(then, hit => hit.PassageId == repeated.SameAs && hit.Rank < repeated.Rank && hit.Text.EndsWith(Point, StringComparison.Ordinal));
    }

    private SearchAnswer Search(string query) => Ask(service => service.Search(new(query) { Expand = false }, CancellationToken.None).Answer)!;

    private static string Filler(int number) => $"Filler number {number}.";

    private T Ask<T>(Func<SearchService, T> ask)
    {
        using var index = new Fts5PassageIndex(folder.Store);
        return ask(new(folder.Store, index, TimeProvider.System));
    }
}
