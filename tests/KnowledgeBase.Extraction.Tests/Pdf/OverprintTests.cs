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

    [Theory]
    [InlineData("FFoouurrtthh ooff tthhee PPllaann 22002233", "Fourth of the Plan 2023")]
    [InlineData("11..  TThhee  wweellllss  ooff  22003300", "1. The wells of 2030")]
    public void Short_words_and_figures_beside_letters_printed_twice_are_read_once_too(string text, string expected)
    {
        var run = Assert.Single(Overprint.Undo([Run(text, 50, 50 + (2 * text.Length))]));

        Assert.Equal((expected, true), (run.Text, run.Font.Bold));
    }

    [Fact]
    public void Short_words_that_are_runs_by_themselves_are_told_by_the_line()
    {
        var runs = Overprint.Undo([Run("oonn ", 50, 60), Run("wweellllss", 62, 83), Run(" aanndd", 86, 98), Run("1100", 100, 108), Run("bookkeeper, book 44", 200, 280), Run("22", 300, 310)]);

        Assert.Equal(["on ", "wells", " and", "10", "bookkeeper, book 44", "22"], runs.Select(run => run.Text));
    }

    [Theory]
    [InlineData("AABBCCDD", 8 * 5.4, "AABBCCDD")]
    [InlineData("AABBCCDD", 4 * 5.4, "ABCD")]
    [InlineData("key aabbccddeeff00", 18 * 4, "key aabbccddeeff00")]
    [InlineData("FFOOUURRTTHH", 12 * 5.4, "FFOOUURRTTHH")]
    [InlineData("FFOOUURRTTHH  SSEESSSSIIOONN", 15 * 5.2, "FOURTH SESSION")]
    public void Codes_are_halved_only_where_they_stand_in_half_their_room(string text, double width, string expected) =>
        Assert.Equal(expected, string.Concat(Overprint.Undo([Run(text, 50, 50 + width)]).Select(run => run.Text)));

    private static TextRun Run(string text, double left, double right) => new(text, new(left, 100, right, 110), Plain);
}
