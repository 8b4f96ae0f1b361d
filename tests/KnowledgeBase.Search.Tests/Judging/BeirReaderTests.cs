using KnowledgeBase.Documents;
using KnowledgeBase.Search.Judging;

namespace KnowledgeBase.Search.Tests.Judging;

public sealed class BeirReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kb-beir-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Reads_texts_queries_and_grades_and_leaves_out_queries_without_answer()
    {
        Write("corpus.jsonl", """{"_id": "d1", "title": "T", "text": "Body"}""", """{"_id": "d2", "text": "Only text"}""");
        Write("queries.jsonl", """{"_id": "q1", "text": "body?", "user_type": "trainer"}""", "", """{"_id": "q2", "text": "nothing"}""", """{"_id": "q3", "text": "bad"}""");
        Write("qrels.tsv", "query-id\tcorpus-id\tscore", "q1\td1\t2", "q1\td2\t0", "q3\td1\t-1");

        var set = await new BeirReader().ReadAsync(_folder, CancellationToken.None);

        Assert.Equal([new JudgedText("d1", "T", "Body"), new JudgedText("d2", "", "Only text")], set.Texts);
        var query = Assert.Single(set.Queries);
        Assert.Equal(("q1", "body?", "trainer"), (query.Id, query.Text, query.UserType));
        Assert.Equal(2, query.Grades["d1"]);
    }

    [Theory]
    [InlineData("""{"_id": "d1" """, "corpus.jsonl, line 1")]
    [InlineData("""{"title": "x"}""", "\"_id\" is missing")]
    [InlineData("""{"_id": 7}""", "must be strings")]
    public async Task Names_the_line_that_cannot_be_read(string line, string expected)
    {
        Write("corpus.jsonl", line);

        var rejection = await Assert.ThrowsAsync<RejectedInputException>(() => new BeirReader().ReadAsync(_folder, CancellationToken.None));

        Assert.Equal("bad-collection", rejection.Problem.Code);
        Assert.Contains(expected, rejection.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_the_file_that_is_missing()
    {
        var rejection = await Assert.ThrowsAsync<RejectedInputException>(() => new BeirReader().ReadAsync(_folder, CancellationToken.None));
        Assert.Contains("corpus.jsonl is missing", rejection.Message, StringComparison.Ordinal);
    }

    private void Write(string name, params string[] lines) => File.WriteAllLines(Path.Combine(_folder, name), lines);
}
