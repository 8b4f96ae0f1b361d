using KnowledgeBase.Documents;
using KnowledgeBase.Tagging.Labels;

namespace KnowledgeBase.Tagging.Tests.Labels;

public sealed class ReadingFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kb-readings-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Takes_as_due_what_both_gave_and_not_both_doubted()
    {
        var labels = Read("challenge,lesson?,trust?,funding\tchallenge?,lesson?,trust").Labels;

        Assert.Equal(["challenge", "trust"], labels.Asserted.Order());
        Assert.Equal(["funding", "lesson"], labels.Arguable.Order());
    }

    [Theory]
    [InlineData("broken\tbroken", true)]
    [InlineData("broken\tchallenge", false)]
    [InlineData("-\t-", false)]
    public void Leaves_out_only_what_both_called_broken(string readers, bool broken) => Assert.Equal(broken, Read(readers).IsBroken);

    [Theory]
    [InlineData("chalenge\t-", "'chalenge' is no tag")]
    [InlineData("challenge", "five fields")]
    public void Names_the_line_that_is_wrong(string readers, string said)
    {
        var problem = Assert.Throws<RejectedInputException>(() => Read(readers)).Problem;

        Assert.Equal("bad-readings", problem.Code);
        Assert.Contains("line 2", problem.Message, StringComparison.Ordinal);
        Assert.Contains(said, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_which_file_is_missing() =>
        Assert.Contains(ReadingFile.Name, Assert.Throws<RejectedInputException>(() => ReadingFile.ReadFolder(folder)).Problem.Message, StringComparison.Ordinal);

    [Fact]
    public void Reads_those_of_the_repository() =>
        Assert.InRange(ReadingFile.ReadFolder(Path.Combine(Repository.Labels, "..", "readings")).Count(reading => reading.ByChance && !reading.IsBroken), 400, 500);

    private Reading Read(string readers)
    {
        File.WriteAllText(Path.Combine(folder, ReadingFile.Name), $"file_sha256\tpassage\tdrawn\treader_a\treader_b\n00ff\t0123456789abcdef\trandom\t{readers}\n");
        return Assert.Single(ReadingFile.ReadFolder(folder));
    }
}
