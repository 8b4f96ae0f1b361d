using KnowledgeBase.Documents;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Judging;

namespace KnowledgeBase.Search.Tests.Judging;

public sealed class OwnQueriesTests
{
    private const string Text = "Mediators should agree on one lead before talks begin, and share what they hear with the others every week.";

    private static readonly OwnQueries Own = new(
        [new("q1", "adviser", "who leads", "Who should lead."), new("q2", "editor", "gone", "What is found no more.")],
        [new("k1", "f1", "p1", WordSketch.Of(Text)), new("k2", "f1", "p2", WordSketch.Of("Another thing was said on another day by someone else."))],
        [new("q1", "k1", 3, 2), new("q1", "k2", 1, 0), new("q2", "k2", 3, 3)],
        []);

    [Fact]
    public void Finds_a_passage_by_its_id()
    {
        var set = Own.Resolve([("p1", "Now in other words.", "f1")]);

        Assert.Equal(2, Assert.Single(set.Queries).Grades["p1"]);
    }

    [Fact]
    public void Finds_a_passage_that_was_cut_a_little_otherwise_by_its_words()
    {
        var set = Own.Resolve([("new", "1. " + Text, "f1"), ("other", "Rice prices rose in the capital after the rains.", "f1")]);

        var query = Assert.Single(set.Queries);
        Assert.Equal("adviser", query.UserType);
        Assert.Equal(2, query.Grades["new"]);
    }

    [Fact]
    public void Does_not_take_the_same_words_in_another_document_for_it() => Assert.Empty(Own.Resolve([("new", Text, "f2")]).Queries);

    [Fact]
    public void Rounds_the_readers_mean_down()
    {
        Assert.Equal(2, new OwnGrade("q", "p", 3, 2).Merged);
        Assert.Equal(0, new OwnGrade("q", "p", 0, 1).Merged);
        Assert.Equal(3, new OwnGrade("q", "p", 3, 3).Merged);
    }

    [Fact]
    public void Tells_how_far_the_readers_agree_beyond_chance()
    {
        // Grades 0/0, 0/1, 1/0, 1/1: half agree, and half would by chance.
        var even = Own with { Grades = [new("q", "a", 0, 0), new("q", "b", 0, 1), new("q", "c", 1, 0), new("q", "d", 1, 1)] };
        // 0/0, 3/3, 3/2, 0/0: squared distances .25 seen; by chance A {0: 1/2, 3: 1/2}, B {0: 1/2, 3: 1/4, 2: 1/4}: (9/4 + 4/4 + 9/2 + 0 + 1/4) / 2 = 4.
        var near = Own with { Grades = [new("q", "a", 0, 0), new("q", "b", 3, 3), new("q", "c", 3, 2), new("q", "d", 0, 0)] };

        Assert.Equal(0, even.Kappa().Plain, 1e-9);
        Assert.Equal(0.9375, near.Kappa().Weighted, 1e-9);
    }

    [Fact]
    public void Names_the_line_that_cannot_be_read()
    {
        var folder = Directory.CreateTempSubdirectory("kb-own-").FullName;
        File.WriteAllText(Path.Combine(folder, "queries.tsv"), "id\tuser\ttext\tneed\nq1\tadviser\twho leads\n");

        var rejection = Assert.Throws<RejectedInputException>(() => OwnQueries.Read(folder));

        Assert.Equal("bad-collection", rejection.Problem.Code);
        Assert.Contains("queries.tsv, line 2", rejection.Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }
}
