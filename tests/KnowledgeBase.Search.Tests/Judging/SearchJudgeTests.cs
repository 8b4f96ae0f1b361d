using KnowledgeBase.Search.Judging;
using KnowledgeBase.Search.Tests.Meaning;

namespace KnowledgeBase.Search.Tests.Judging;

public sealed class SearchJudgeTests
{
    private static readonly JudgedSet Set = new(
        "small",
        [new("d1", "", "Mediators build trust."), new("d2", "", "Rice prices rose."), new("d3", "", "Trust is slow; trust is lost fast."), new("d4", "", "stur t")],
        [Query("q1", "trust", ("d1", 1), ("d3", 1)), Query("q2", "1) rice (prices", ("d2", 1))]);

    [Fact]
    public void Measures_the_baseline_and_keywords_without_an_encoder()
    {
        var result = new SearchJudge(null).Judge(Set, CancellationToken.None);

        Assert.Equal(["plain bm25", "keyword"], result.Methods.Select(method => method.Method));
        Assert.All(result.Methods, method => Assert.Equal(1, method.Mean.Ndcg10, 1e-9));
        Assert.Null(result.Methods[0].PValue);
        Assert.Equal(1, result.Methods[1].PValue);
        Assert.Equal(1, result.Methods[1].Unreadable);
    }

    [Fact]
    public void Measures_all_modes_with_an_encoder()
    {
        var result = new SearchJudge(new LetterEncoder()).Judge(Set, CancellationToken.None);

        Assert.Equal(["plain bm25", "keyword", "meaning", "hybrid"], result.Methods.Select(method => method.Method));
        Assert.Equal(1, result.Methods[3].Mean.Recall100);

        // The letters of "trust" are those of d4, which is no answer: meaning alone puts it first.
        Assert.Equal(0.5, result.Methods[2].ByQuery[0].ReciprocalRank);
    }

    private static JudgedQuery Query(string id, string text, params (string Id, int Grade)[] grades) =>
        new(id, text, grades.ToDictionary(grade => grade.Id, grade => grade.Grade));
}
