using KnowledgeBase.Cli.Terminal;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Cli.Tests.Terminal;

public sealed class ProblemLinesTests
{
    [Fact]
    public void Pages_with_the_same_fault_take_one_line()
    {
        var problems = new[] { 1, 2, 3, 7 }.Select(page => new Problem("unreliable-text", $"The text of page {page} is garbled.", page)).ToArray();

        Assert.Equal(["unreliable-text (pages 1-3, 7): The text of pages 1-3, 7 is garbled."], ProblemLines.Of(problems));
    }

    [Fact]
    public void Different_faults_keep_their_lines()
    {
        Problem[] problems = [new("ocr-missing", "Install it."), new("ocr-failed", "Page 2 failed.", 2), new("unreliable-text", "The text of page 2 is garbled.", 2)];

        Assert.Equal(
            ["ocr-missing: Install it.", "ocr-failed (page 2): Page 2 failed.", "unreliable-text (page 2): The text of page 2 is garbled."],
            ProblemLines.Of(problems));
    }
}
