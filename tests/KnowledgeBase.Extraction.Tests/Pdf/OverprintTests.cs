using KnowledgeBase.Documents;
using KnowledgeBase.Extraction.Pdf;

namespace KnowledgeBase.Extraction.Tests.Pdf;

public sealed class OverprintTests
{
    private static readonly Font Plain = new("Serif", 8);

    [Fact]
    public void Letters_printed_twice_are_read_once_and_bold()
    {
        // As a library gives them: it begins a new run within the last one where it cannot tell which letter comes next.
        var runs = Overprint.Undo([Run("F", 50, 54), Run("Foouurrtthh  s", 50, 78), Run("sees", 74, 84), Run("ss", 81, 88), Run("siioonn:: two days", 85, 140)]);

        Assert.Equal(["Fourth session:", " two days"], runs.Select(run => run.Text));
        Assert.Equal([true, false], runs.Select(run => run.Font.Bold));
        Assert.Equal((50.0, 140.0), (runs[0].Box.Left, runs[1].Box.Right));
    }

    [Fact]
    public void Letters_printed_four_times_are_read_once() =>
        Assert.Equal("tests", Assert.Single(Overprint.Undo([Run("tttteeeessssttttssss", 50, 70)])).Text);

    [Theory]
    [InlineData("The bookkeeper of the committee, Aaron Feess, sees all")]
    [InlineData("........................ 12")]
    [InlineData("HHHHHHHHHHHHHH aabbaa 11223344")]
    public void Words_with_double_letters_stay(string text)
    {
        TextRun[] runs = [Run("Before ", 20, 50), Run(text, 50, 200)];

        Assert.Same(runs, Overprint.Undo(runs));
    }

    private static TextRun Run(string text, double left, double right) => new(text, new(left, 100, right, 110), Plain);
}
