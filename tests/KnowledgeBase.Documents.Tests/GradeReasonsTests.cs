namespace KnowledgeBase.Documents.Tests;

public sealed class GradeReasonsTests
{
    [Fact]
    public void Every_reason_that_was_written_is_read_back_with_its_values()
    {
        foreach (var code in GradeReasons.Codes)
        {
            var written = GradeReasons.Write(code, "12 %", 3, 40);
            var read = GradeReasons.Read(written);
            Assert.Equal((code, written), (read?.Code, read?.English));
            Assert.Equal(read!.Values, new object[] { "12 %", "3", "40" }.Take(read.Values.Count));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("the moon stood in the wrong house")]
    [InlineData("{0} characters could not be read")]
    public void What_no_version_of_the_program_writes_now_is_read_as_none(string reason) => Assert.Null(GradeReasons.Read(reason));
}
